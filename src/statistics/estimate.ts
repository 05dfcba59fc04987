/** A value with its 95 % interval and the number of observations behind it; null without evidence. */
export interface Estimate {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly sampleSize: number
}

/** Without observations the estimate is null, never 0. */
export const NO_EVIDENCE: Estimate = Object.freeze({ value: null, low: null, high: null, sampleSize: 0 })

/** The standard normal quantile of a two-sided 95 % interval. */
export const Z_95 = 1.959963984540054

/** Applies an increasing function to the value and both ends of the interval; no evidence stays no evidence. */
export function mapEstimate(estimate: Estimate, rising: (value: number) => number): Estimate {
  const mapped = (value: number | null) => (value === null ? null : rising(value))
  return {
    value: mapped(estimate.value),
    low: mapped(estimate.low),
    high: mapped(estimate.high),
    sampleSize: estimate.sampleSize,
  }
}

/** The estimate with the opposite sign; the ends of the interval swap. */
export function mirrorEstimate({ value, low, high, sampleSize }: Estimate): Estimate {
  // 0 minus the value, because minus 0 would be printed as -0.
  const mirrored = (end: number | null) => (end === null ? null : 0 - end)
  return { value: mirrored(value), low: mirrored(high), high: mirrored(low), sampleSize }
}
