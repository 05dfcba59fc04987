import type { VolumeBucket } from '../charts/volume-bucket.ts'
import { type Estimate, type Known, known } from '../numbers/estimate.ts'
import { newcombeDifference } from '../numbers/newcombe-difference.ts'
import type { OverviewEntity } from './overview-query.ts'

/** What a row shows and is sorted by. */
export interface Row {
  readonly id: string
  readonly name: string
  readonly counts: OverviewEntity['sentiment']['counts']
  readonly netSentiment: Estimate
  readonly shareOfVoice: Estimate
  /** Null where one of the two periods has no opinions. */
  readonly change: Omit<Known, 'sampleSize'> | null
  readonly tweetsBefore: number | null
  readonly buckets: readonly VolumeBucket[]
}

export function rowOf({ id, name, sentiment, shareOfVoice, before, trend }: OverviewEntity): Row {
  const after = known(sentiment.netSentiment)
  const earlier = before ? known(before.netSentiment) : null
  return {
    id,
    name,
    counts: sentiment.counts,
    netSentiment: sentiment.netSentiment,
    shareOfVoice,
    change: after === null || earlier === null ? null : newcombeDifference(after, earlier),
    tweetsBefore: before?.counts.total ?? null,
    buckets: trend.map(({ start, end, isPartial, summary }) => ({
      start,
      end,
      isPartial,
      total: summary.counts.total,
    })),
  }
}
