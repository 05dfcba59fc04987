import type { Interval } from '../../time/interval-boundary.ts'

/** What a bucket's volume is measured against. */
export interface SpikeRule {
  /** How many preceding buckets are looked at. */
  readonly history: number
  /** Of how many buckets the usual rise and fall of a day or a week is made; 1 where none is looked for. */
  readonly cycle: number
  /** Fewer buckets since the series began than this say nothing of what is usual. */
  readonly shortestHistory: number
}

/** A week of hours, eight weeks of days, a quarter of weeks, a year of months; at least four turns of the cycle where there is one. */
export const SPIKE_RULES: Record<Interval, SpikeRule> = {
  HOUR: { history: 7 * 24, cycle: 24, shortestHistory: 4 * 24 },
  DAY: { history: 8 * 7, cycle: 7, shortestHistory: 4 * 7 },
  WEEK: { history: 12, cycle: 1, shortestHistory: 8 },
  MONTH: { history: 12, cycle: 1, shortestHistory: 6 },
}
