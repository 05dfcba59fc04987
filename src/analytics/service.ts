import type { ModelVersion } from '../models/service.ts'
import type { TrainedOnRecords } from '../models/trained-on-records.ts'
import { type Result, succeed } from '../problem/problem.ts'
import { type Estimate, NO_EVIDENCE } from '../statistics/estimate.ts'
import { wilson } from '../statistics/wilson.ts'
import type { Storage } from '../storage/storage.ts'
import type { Interval } from '../time/interval-boundary.ts'
import { type BucketRequest, type TimeBucket, timeBuckets } from '../time/time-buckets.ts'
import type { TimeRange } from '../time/time-range.ts'
import { type EntityComparison, shapeComparison } from './comparison/entity-comparison.ts'
import { adjustedNetSentiment } from './correction/adjusted-net-sentiment.ts'
import { createCorrectionReader } from './correction/correction-reader.ts'
import { createCountReader } from './count-reader.ts'
import { type LabelCounts, NO_COUNTS } from './label-counts.ts'
import { rememberLast } from './memoize-last.ts'
import type { Span } from './plan-count.ts'
import { createReliabilityReader, type ReliabilityReader } from './reliability/reliability-reader.ts'
import { SentimentSummary } from './sentiment-summary.ts'
import { createVoiceReader } from './share-of-voice/voice-reader.ts'
import { spanOf } from './span-of.ts'
import { judgeTrend } from './spikes/judge-trend.ts'
import type { VolumeJudgement } from './spikes/judge-volumes.ts'
import { precedingBuckets } from './spikes/preceding-buckets.ts'

export interface SentimentBucket extends TimeBucket {
  readonly summary: SentimentSummary
  /** What its volume is beside what is usual; null where that cannot be told. Read when first asked for, once for the whole trend. */
  readonly judgeVolume: () => Promise<VolumeJudgement | null>
}

/** What is asked about: one entity as one model version sees it. */
interface Series {
  readonly entityId: string
  readonly modelVersion: ModelVersion
}

/**
 * Turns rollups into answers. Reads only; every answer is of one model version. What is asked in one turn of the event loop is read
 * together, so that a hundred entities cost as many statements as one.
 */
export interface AnalyticsService {
  counts(series: Series, range: TimeRange): Promise<LabelCounts>
  sentiment(series: Series, range: TimeRange): Promise<SentimentSummary>
  /** In time order, empty buckets included. Fails where the range holds too many. */
  trend(series: Series, range: TimeRange, interval: Interval): Promise<Result<readonly SentimentBucket[]>>
  /** Share of the classifications of all entities, or, with `among`, of these and its own. */
  shareOfVoice(series: Series, range: TimeRange, among: readonly string[] | null): Promise<Estimate>
  /** All pairs of the entities, in their order. */
  compare<T extends { readonly id: string }>(
    entities: readonly T[],
    modelVersion: ModelVersion,
    range: TimeRange,
  ): Promise<Pick<EntityComparison<T>, 'items' | 'pairs'>>
  /** Of a summary that was made here. */
  adjustedNetSentiment(summary: SentimentSummary): Promise<Estimate>
  readonly reliability: ReliabilityReader
}

export interface AnalyticsOptions {
  readonly storage: Pick<Storage, 'pool' | 'prisma'>
  readonly trainedOn: TrainedOnRecords
  readonly now: () => Date
}

export function createAnalyticsService({ storage, trainedOn, now }: AnalyticsOptions): AnalyticsService {
  const reader = createCountReader(storage.pool)
  const voiceOf = createVoiceReader(storage.pool)
  const bucketsBefore = rememberLast(precedingBuckets, (...question) => question.join())
  const cutBuckets = rememberLast(cutIntoBuckets, nameOfBuckets)
  const correctionOf = createCorrectionReader(storage.prisma)

  const totals = async (series: readonly Series[], range: TimeRange): Promise<readonly LabelCounts[]> => {
    const counted = await reader.countAll(series.map(one => ({ series: idsOf(one), buckets: [spanOf(range)] })))
    return counted.map(([total]) => total ?? NO_COUNTS)
  }
  const counts = async (series: Series, range: TimeRange) => (await totals([series], range))[0] ?? NO_COUNTS

  return {
    counts,

    async sentiment(series, range) {
      const asOf = now()
      return new SentimentSummary(await counts(series, range), series.modelVersion, asOf)
    },

    async trend(series, range, interval) {
      const asOf = now()
      const isOpen = range.from === null || range.to === null
      const extent = isOpen ? await reader.extent(idsOf(series)) : null
      const cut = cutBuckets({ range, interval, extent, now: asOf })
      if (!cut.ok) return cut
      const count = (wanted: readonly Span[]) => reader.count({ series: idsOf(series), buckets: wanted })
      const { buckets, spans } = cut.value
      const sums = spans.length === 0 ? [] : await count(spans)
      const judgements = once(async () => {
        const reach = extent ?? (await reader.extent(idsOf(series)))
        if (reach === null) return []
        return judgeTrend({
          buckets: buckets.map((bucket, place) => ({ ...bucket, total: sums[place]?.total ?? 0 })),
          interval,
          timezone: range.timezone,
          seriesStart: reach.first.getTime(),
          now: asOf.getTime(),
          precedingBuckets: bucketsBefore,
          count,
        })
      })
      return succeed(
        buckets.map(({ start, end, isPartial }, place) => ({
          start,
          end,
          isPartial,
          summary: new SentimentSummary(sums[place] ?? NO_COUNTS, series.modelVersion, asOf),
          judgeVolume: async () => (await judgements())[place] ?? null,
        })),
      )
    },

    async shareOfVoice(series, range, among) {
      if (among === null) {
        const { own, all } = await voiceOf({ ...idsOf(series), span: spanOf(range) })
        return wilson(own, all)
      }
      const others = [...new Set(among)].filter(id => id !== series.entityId)
      const counted = await totals([series, ...others.map(entityId => ({ ...series, entityId }))], range)
      return wilson(
        counted[0]?.total ?? 0,
        counted.reduce((sum, { total }) => sum + total, 0),
      )
    },

    async compare(entities, modelVersion, range) {
      const asOf = now()
      const counted = await totals(
        entities.map(({ id }) => ({ entityId: id, modelVersion })),
        range,
      )
      return shapeComparison(
        entities.map((entity, place) => ({
          entity,
          summary: new SentimentSummary(counted[place] ?? NO_COUNTS, modelVersion, asOf),
        })),
      )
    },

    async adjustedNetSentiment({ counts: sum, modelVersion }) {
      const correction = await correctionOf(modelVersion)
      return correction === null ? NO_EVIDENCE : adjustedNetSentiment(sum, correction)
    },

    reliability: createReliabilityReader({ storage, trainedOn }),
  }
}

/** The same promise however often it is asked for. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let promise: Promise<T> | null = null
  return () => {
    promise ??= work()
    return promise
  }
}

const idsOf = ({ entityId, modelVersion }: Series) => ({ entityId, modelVersionId: modelVersion.id })

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
