import type { SentimentEstimate } from '../numbers/estimate.ts'
import type { Interval } from '../time/interval.ts'
import type { LabelCounts } from './label-counts.ts'

/** One bucket of a trend as charts and their tables need it. */
export interface TrendBucket {
  readonly start: string
  readonly end: string
  readonly isPartial: boolean
  /** Null if the history is too short to tell. */
  readonly isSpike: boolean | null
  readonly usualVolume: number | null
  readonly counts: LabelCounts & { readonly uncertain: number }
  readonly netSentiment: SentimentEstimate
}

/** A choice of consecutive buckets, by their indexes; the last included. */
export interface BucketChoice {
  readonly first: number
  readonly last: number
}

/** Input of the charts and tables of a trend. */
export interface TrendProps {
  readonly buckets: readonly TrendBucket[]
  readonly interval: Interval
  readonly zone: string
}
