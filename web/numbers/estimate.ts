/** As the API gives it: without observations the first three are null. */
export interface Estimate {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly sampleSize: number
}

/** One for which there is evidence. */
export interface Known {
  readonly value: number
  readonly low: number
  readonly high: number
  readonly sampleSize: number
}

/** Null without evidence, so that nothing is ever drawn at 0 for want of it. */
export function known({ value, low, high, sampleSize }: Estimate): Known | null {
  return value === null || low === null || high === null ? null : { value, low, high, sampleSize }
}
