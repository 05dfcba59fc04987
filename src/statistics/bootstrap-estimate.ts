import type { Estimate } from './estimate.ts'
import { percentile } from './percentile.ts'

export interface Resampling {
  readonly resamples: number
  /** Uniform in [0, 1). */
  readonly random: () => number
}

/**
 * A statistic of independent units with its 95 % percentile interval from resampled units (B. Efron, Annals of Statistics 7, 1979). Resamples
 * in which the statistic does not exist are left out. Without a value, the interval is null as well.
 */
export function bootstrapEstimate<T>(
  units: readonly T[],
  statistic: (units: readonly T[]) => number | null,
  { resamples, random }: Resampling,
): Estimate {
  const value = statistic(units)
  if (value === null) return { value: null, low: null, high: null, sampleSize: units.length }
  const values: number[] = []
  for (let resample = 0; resample < resamples; resample++) {
    const drawn = units.map(() => units[Math.floor(random() * units.length)] as T)
    const resampled = statistic(drawn)
    if (resampled !== null) values.push(resampled)
  }
  return { value, low: percentile(values, 0.025), high: percentile(values, 0.975), sampleSize: units.length }
}
