import type { LabelCounts } from '../charts/label-counts.ts'
import type { VolumeBucket } from '../charts/volume-bucket.ts'
import {
  type Estimate,
  type Known,
  known,
  NO_ESTIMATE,
  NO_SENTIMENT,
  type SentimentEstimate,
} from '../numbers/estimate.ts'
import type { OverviewEntity } from './overview-query.ts'

/** The figures of a row. */
export interface Row {
  readonly id: string
  readonly name: string
  /** Null if the server could not count. */
  readonly counts: LabelCounts | null
  readonly netSentiment: SentimentEstimate
  readonly shareOfVoice: Estimate
  /** Null if one of the two periods has no tweets. */
  readonly change: Known | null
  readonly tweetsBefore: number | null
  readonly buckets: readonly VolumeBucket[]
}

export function rowOf({ id, name, sentiment, shareOfVoice, sentimentChange, trend }: OverviewEntity): Row {
  return {
    id,
    name,
    counts: sentiment?.counts ?? null,
    netSentiment: sentiment?.netSentiment ?? NO_SENTIMENT,
    shareOfVoice: shareOfVoice ?? NO_ESTIMATE,
    change: known(sentimentChange?.difference ?? NO_ESTIMATE),
    tweetsBefore: sentimentChange?.before.counts.total ?? null,
    buckets: (trend ?? []).map(({ start, end, isPartial, summary }) => ({
      start,
      end,
      isPartial,
      total: summary.counts.total,
    })),
  }
}

interface Loaded {
  readonly rows: readonly Row[]
  readonly entityCount: number | null
  readonly isByTweets: boolean
  readonly hasMore: boolean
}

/** The number of entities without tweets in the range; 0 if too few rows are loaded to tell. Sorted by tweets, these come last. */
export function countSilent({ rows, entityCount, isByTweets, hasMore }: Loaded): number {
  const silent = rows.filter(({ counts }) => counts?.total === 0).length
  if (!hasMore) return silent
  return isByTweets && silent > 0 ? silent + (entityCount ?? rows.length) - rows.length : 0
}

/** Whether a row has tweets in the period before. Otherwise the page says once that there is none. */
export const hasAnyBefore = (rows: readonly Row[]): boolean => rows.some(({ tweetsBefore }) => (tweetsBefore ?? 0) > 0)
