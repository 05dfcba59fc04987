/** A figure about tweets and its interval. */
export interface Interval {
  readonly value: number
  readonly low: number
  readonly high: number
}
