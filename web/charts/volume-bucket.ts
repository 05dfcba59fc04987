/** The number of tweets in one bucket of a sparkline. */
export interface VolumeBucket {
  readonly start: string
  readonly end: string
  readonly isPartial: boolean
  readonly total: number
}
