import type { Estimate } from '../../statistics/estimate.ts'
import { wilson } from '../../statistics/wilson.ts'
import type { Interval } from './cluster-bootstrap.ts'

interface Sample {
  readonly sampleSize: number
  /** Number of tweets behind a share; null for a figure that is not a share. Called only if it is needed. */
  readonly tweets: (() => number) | null
}

/**
 * A value with its interval from a bootstrap. A bootstrap cannot see beyond its sample: if a few tweets are all right,
 * so is each resample, and an interval of no width would claim certainty. A share then gets Wilson's interval with its
 * tweets as trials, and another figure gets none.
 */
export function resampledEstimate(
  value: number | null,
  interval: Interval | undefined,
  { sampleSize, tweets }: Sample,
): Estimate {
  const { low = null, high = null } = interval ?? {}
  if (value === null || low === null || low !== high) return { value, low, high, sampleSize }
  const trials = tweets?.() ?? 0
  if (trials === 0) return { value, low: null, high: null, sampleSize }
  return { ...wilson(value * trials, trials), value, sampleSize }
}
