import type { Interval } from '../../time/interval-boundary.ts'

/** Which buckets a bucket's volume is compared with. */
export interface SpikeRule {
  /** The number of preceding buckets that are used. */
  readonly history: number
  /** The length of a day or week in buckets; 1 if volumes have no cycle. */
  readonly cycle: number
  /** The fewest whole buckets of the series that make a usual volume known. */
  readonly shortestHistory: number
}

/** A week of hours, eight weeks of days, a quarter of weeks, a year of months. At least four cycles, if there is one. */
export const SPIKE_RULES: Record<Interval, SpikeRule> = {
  HOUR: { history: 7 * 24, cycle: 24, shortestHistory: 4 * 24 },
  DAY: { history: 8 * 7, cycle: 7, shortestHistory: 4 * 7 },
  WEEK: { history: 12, cycle: 1, shortestHistory: 8 },
  MONTH: { history: 12, cycle: 1, shortestHistory: 6 },
}
