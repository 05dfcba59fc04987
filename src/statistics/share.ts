/** A number of successes in independent trials; 0 <= successes <= trials. */
export interface Share {
  readonly successes: number
  readonly trials: number
}
