import { type Estimate, NO_EVIDENCE, Z_95 } from './estimate.ts'

/**
 * The share of successes with Wilson's score interval (E. B. Wilson, JASA 22, 1927). Unlike value ± 1.96 standard
 * errors, it stays within 0..1 and has a width even if all trials agree.
 */
export function wilson(successes: number, trials: number, z = Z_95): Estimate {
  if (trials === 0) return NO_EVIDENCE
  const share = successes / trials
  const z2 = z * z
  const centre = (share + z2 / (2 * trials)) / (1 + z2 / trials)
  const margin = (z / (1 + z2 / trials)) * Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials * trials))
  return {
    value: share,
    // The formula gives exactly 0 and 1 at the ends, but rounding may not.
    low: successes === 0 ? 0 : Math.max(0, centre - margin),
    high: successes === trials ? 1 : Math.min(1, centre + margin),
    sampleSize: trials,
  }
}
