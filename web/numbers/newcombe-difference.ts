import type { Known } from './estimate.ts'

/**
 * How much `after` differs from `before`, both of independent samples. The interval is Newcombe's hybrid of theirs (1998, method 10),
 * which holds where they are Wilson's, and stays right when both are stretched from shares to net sentiment.
 */
export function newcombeDifference(after: Known, before: Known): Omit<Known, 'sampleSize'> {
  const value = after.value - before.value
  return {
    value,
    low: value - Math.hypot(after.value - after.low, before.high - before.value),
    high: value + Math.hypot(after.high - after.value, before.value - before.low),
  }
}
