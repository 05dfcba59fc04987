import type { Interval } from '../../time/interval-boundary.ts'
import type { TimeBucket } from '../../time/time-buckets.ts'
import type { LabelCounts } from '../label-counts.ts'
import type { Span } from '../plan-count.ts'
import { judgeVolumes, type VolumeJudgement } from './judge-volumes.ts'
import type { precedingBuckets } from './preceding-buckets.ts'
import { SPIKE_RULES } from './spike-rule.ts'

export interface VolumesToJudge {
  readonly buckets: readonly (TimeBucket & { readonly total: number })[]
  readonly interval: Interval
  readonly timezone: string
  /** The time of the first tweet of the series. The bucket that contains it is not whole: counting began inside it. */
  readonly seriesStart: number
  readonly now: number
  readonly precedingBuckets: typeof precedingBuckets
  /** Counts buckets of the same series. */
  readonly count: (buckets: readonly Span[]) => Promise<readonly Pick<LabelCounts, 'total'>[]>
}

/**
 * Judges each bucket of a trend by the buckets before it, including those before the range, so that a bucket gets the same judgement in any
 * range. A bucket that the range cuts is not judged, but the whole bucket is part of the history of the others.
 */
export async function judgeTrend(trend: VolumesToJudge): Promise<readonly (VolumeJudgement | null)[]> {
  const { buckets, interval, timezone, now } = trend
  const [first] = buckets
  if (first === undefined) return []
  const rule = SPIKE_RULES[interval]
  const before = trend.precedingBuckets(first.start.getTime(), rule.history, interval, timezone)
  const counted = await trend.count(before)
  const isKnown = ({ start, end }: Span) => start >= trend.seriesStart && end <= now
  const history = before.map((bucket, index) => (isKnown(bucket) ? (counted[index]?.total ?? 0) : null))
  const volumes = buckets.map(({ start, end, isPartial, total }) =>
    !isPartial && isKnown({ start: start.getTime(), end: end.getTime() }) ? total : null,
  )
  // The first bucket is in both lists. The history has it whole.
  const judged = judgeVolumes([...history, ...volumes.slice(1)], rule).slice(-buckets.length)
  return buckets.map(({ isPartial }, index) => (isPartial ? null : (judged[index] ?? null)))
}
