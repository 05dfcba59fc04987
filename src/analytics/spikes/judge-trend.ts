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
  /** When the first tweet of the series counts. The bucket that holds it is not whole: nobody counted before. */
  readonly seriesStart: number
  readonly now: number
  readonly precedingBuckets: typeof precedingBuckets
  /** Counts buckets of the same series. */
  readonly count: (buckets: readonly Span[]) => Promise<readonly Pick<LabelCounts, 'total'>[]>
}

/**
 * Judges the buckets of a trend by those before them, also before its range, so that a bucket is judged alike whatever range it is asked in. A
 * bucket that the range cut is judged by nobody, but whole it is part of the history of the others.
 */
export async function judgeTrend(trend: VolumesToJudge): Promise<readonly (VolumeJudgement | null)[]> {
  const { buckets, interval, timezone, now } = trend
  const [first] = buckets
  if (first === undefined) return []
  const rule = SPIKE_RULES[interval]
  const before = trend.precedingBuckets(first.start.getTime(), rule.history, interval, timezone)
  const counted = await trend.count(before)
  const isKnown = ({ start, end }: Span) => start >= trend.seriesStart && end <= now
  const history = before.map((bucket, place) => (isKnown(bucket) ? (counted[place]?.total ?? 0) : null))
  const volumes = buckets.map(({ start, end, isPartial, total }) =>
    !isPartial && isKnown({ start: start.getTime(), end: end.getTime() }) ? total : null,
  )
  // The first bucket stands in both: as the history knows it, whole.
  const judged = judgeVolumes([...history, ...volumes.slice(1)], rule).slice(-buckets.length)
  return buckets.map(({ isPartial }, place) => (isPartial ? null : (judged[place] ?? null)))
}
