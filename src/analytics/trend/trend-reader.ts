import type { EvidenceReader } from '../../evidence/evidence-reader.ts'
import { type Result, succeed } from '../../problem/problem.ts'
import type { Interval } from '../../time/interval-boundary.ts'
import { type BucketRequest, type TimeBucket, timeBuckets } from '../../time/time-buckets.ts'
import type { TimeRange } from '../../time/time-range.ts'
import type { CountReader } from '../count-reader.ts'
import { NO_COUNTS } from '../label-counts.ts'
import { memoizeLast } from '../memoize-last.ts'
import { once } from '../once.ts'
import type { Span } from '../plan-count.ts'
import { SentimentSummary } from '../sentiment-summary.ts'
import { idsOf, type Series } from '../series.ts'
import { judgeTrend } from '../spikes/judge-trend.ts'
import type { VolumeJudgement } from '../spikes/judge-volumes.ts'
import { precedingBuckets } from '../spikes/preceding-buckets.ts'

export interface SentimentBucket extends TimeBucket {
  readonly summary: SentimentSummary
  /** How the volume compares with the usual one; null if the history is too short to tell. The first call reads, once for the trend. */
  readonly judgeVolume: () => Promise<VolumeJudgement | null>
}

/** Buckets in time order, empty ones included. Fails if the range has too many. */
export type TrendReader = (
  series: Series,
  range: TimeRange,
  interval: Interval,
) => Promise<Result<readonly SentimentBucket[]>>

export function createTrendReader(reader: CountReader, evidence: EvidenceReader, now: () => Date): TrendReader {
  const bucketsBefore = memoizeLast(precedingBuckets, (...given) => given.join())
  const cutBuckets = memoizeLast(cutIntoBuckets, nameOfBuckets)

  return async (series, range, interval) => {
    const asOf = now()
    const ids = { ...idsOf(series), dated: range.dated }
    const isOpen = range.from === null || range.to === null
    const extent = isOpen ? await reader.extent(ids) : null
    const cut = cutBuckets({ range, interval, extent, now: asOf })
    if (!cut.ok) return cut
    const count = (wanted: readonly Span[]) => reader.count({ series: ids, buckets: wanted })
    const { buckets, spans } = cut.value
    const sums = spans.length === 0 ? [] : await count(spans)

    const { dated = null } = range
    const read = once(() => evidence.read({ ...series, dated, spans }))
    const judgements = once(async () => {
      const reach = extent ?? (await reader.extent(ids))
      if (reach === null) return []
      return judgeTrend({
        buckets: buckets.map((bucket, index) => ({ ...bucket, total: sums[index]?.total ?? 0 })),
        interval,
        timezone: range.timezone,
        seriesStart: reach.first.getTime(),
        now: asOf.getTime(),
        precedingBuckets: bucketsBefore,
        count,
      })
    })
    return succeed(
      buckets.map(({ start, end, isPartial }, index) => ({
        start,
        end,
        isPartial,
        summary: new SentimentSummary(sums[index] ?? NO_COUNTS, series.modelVersion, asOf, { read, span: index }),
        judgeVolume: async () => (await judgements())[index] ?? null,
      })),
    )
  }
}

function cutIntoBuckets(request: BucketRequest) {
  const cut = timeBuckets(request)
  if (!cut.ok) return cut
  const spans = cut.value.map(({ start, end }) => ({ start: start.getTime(), end: end.getTime() }))
  return succeed({ buckets: cut.value, spans })
}

const nameOfBuckets = ({ range, interval, extent, now }: BucketRequest): string => {
  const instants = [range.from, range.to, extent?.first, extent?.last, now].map(instant => instant?.getTime())
  return [range.timezone, interval, ...instants].join()
}
