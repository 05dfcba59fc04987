import type { Pool } from 'pg'
import type { ModelVersion } from '../models/model-registry.ts'
import { type Result, succeed } from '../problem.ts'
import type { Interval } from './interval-boundary.ts'
import type { LabelCounts } from './label-counts.ts'
import { readCounts, readExtent } from './read-counts.ts'
import { type SentimentSummary, summarize } from './sentiment-summary.ts'
import { type TimeBucket, timeBuckets } from './time-buckets.ts'
import type { TimeRange } from './time-range.ts'

export interface SentimentBucket extends TimeBucket {
  readonly summary: SentimentSummary
}

/** What is asked about: one entity as one model version sees it. */
interface Series {
  readonly entityId: string
  readonly modelVersion: ModelVersion
}

/** Turns rollups into answers. Reads only; every answer is of one model version. */
export interface AnalyticsService {
  counts(series: Series, range: TimeRange): Promise<LabelCounts>
  sentiment(series: Series, range: TimeRange): Promise<SentimentSummary>
  /** In time order, empty buckets included. Fails where the range holds too many. */
  trend(series: Series, range: TimeRange, interval: Interval): Promise<Result<readonly SentimentBucket[]>>
}

export function createAnalyticsService(pool: Pool, now: () => Date): AnalyticsService {
  const counts = async (series: Series, range: TimeRange) => {
    const span = {
      start: range.from?.getTime() ?? Number.NEGATIVE_INFINITY,
      end: range.to?.getTime() ?? Number.POSITIVE_INFINITY,
    }
    const [sum] = await readCounts(pool, idsOf(series), [span])
    if (sum === undefined) throw new Error('Counting one bucket gave none.')
    return sum
  }

  return {
    counts,

    async sentiment(series, range) {
      const asOf = now()
      return summarize(await counts(series, range), series.modelVersion, asOf)
    },

    async trend(series, range, interval) {
      const asOf = now()
      const isOpen = range.from === null || range.to === null
      const extent = isOpen ? await readExtent(pool, idsOf(series)) : null
      const buckets = timeBuckets({ range, interval, extent, now: asOf })
      if (!buckets.ok) return buckets
      const spans = buckets.value.map(({ start, end }) => ({ start: start.getTime(), end: end.getTime() }))
      const sums = spans.length === 0 ? [] : await readCounts(pool, idsOf(series), spans)
      return succeed(
        sums.flatMap((sum, index) => {
          const bucket = buckets.value[index]
          return bucket === undefined ? [] : [{ ...bucket, summary: summarize(sum, series.modelVersion, asOf) }]
        }),
      )
    },
  }
}

const idsOf = ({ entityId, modelVersion }: Series) => ({ entityId, modelVersionId: modelVersion.id })
