/** As the API returns it: without observations, the first three are null. */
export interface Estimate {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly sampleSize: number
}

/** An estimate with evidence. */
export interface Known {
  readonly value: number
  readonly low: number
  readonly high: number
  readonly sampleSize: number
}

/** For figures that are missing in an answer. */
export const NO_ESTIMATE: Estimate = { value: null, low: null, high: null, sampleSize: 0 }

/** Null without evidence, so that nothing is drawn at 0 in its place. */
export function known({ value, low, high, sampleSize }: Estimate): Known | null {
  return value === null || low === null || high === null ? null : { value, low, high, sampleSize }
}
