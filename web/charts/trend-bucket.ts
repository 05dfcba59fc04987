import type { Estimate } from '../numbers/estimate.ts'
import type { LabelCounts } from './label-counts.ts'

/** One bucket of a trend as charts and their tables need it. */
export interface TrendBucket {
  readonly start: string
  readonly end: string
  readonly isPartial: boolean
  /** Null where nobody can tell. */
  readonly isSpike: boolean | null
  readonly usualVolume: number | null
  readonly counts: LabelCounts & { readonly uncertain: number }
  readonly netSentiment: Estimate
}
