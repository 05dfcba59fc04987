import { createEvidenceReader } from '../evidence/evidence-reader.ts'
import type { TrainedOnRecords } from '../models/trained-on-records.ts'
import type { Result } from '../problem/problem.ts'
import type { Storage } from '../storage/storage.ts'
import type { TimeRange } from '../time/time-range.ts'
import { type ComparisonReader, createComparisonReader } from './comparison/comparison-reader.ts'
import { createCountReader } from './count-reader.ts'
import { type LabelCounts, NO_COUNTS } from './label-counts.ts'
import { createRankingReader, type RankingReader } from './ranking/ranking-reader.ts'
import { createReliabilityReader, type ReliabilityReader } from './reliability/reliability-reader.ts'
import { createSentimentReader, type SentimentChange } from './sentiment-reader.ts'
import type { SentimentSummary } from './sentiment-summary.ts'
import type { Series } from './series.ts'
import { createShareOfVoice, type ShareOfVoice } from './share-of-voice/share-of-voice.ts'
import { createTrendReader, type TrendReader } from './trend/trend-reader.ts'

export type { SentimentBucket } from './trend/trend-reader.ts'

/**
 * Turns counts into figures. Reads only. Every answer is about one model version. Questions of one turn of the event loop are read
 * together, so that a hundred entities take as many statements as one.
 */
export interface AnalyticsService {
  counts(series: Series, range: TimeRange): Promise<LabelCounts>
  sentiment(series: Series, range: TimeRange): Promise<SentimentSummary>
  /** Compares a range with the period before it. Fails if an end of the range is open. */
  sentimentChange(series: Series, range: TimeRange): Promise<Result<SentimentChange>>
  readonly trend: TrendReader
  readonly shareOfVoice: ShareOfVoice
  readonly compare: ComparisonReader
  readonly rank: RankingReader
  readonly reliability: ReliabilityReader
}

export interface AnalyticsOptions {
  readonly storage: Pick<Storage, 'pool' | 'prisma'>
  readonly trainedOn: TrainedOnRecords
  readonly now: () => Date
}

export function createAnalyticsService({ storage, trainedOn, now }: AnalyticsOptions): AnalyticsService {
  const reader = createCountReader(storage.pool)
  const evidence = createEvidenceReader(storage.pool)
  const sentiment = createSentimentReader(reader, evidence, now)
  return {
    counts: async (series, range) => (await sentiment.countAll([series], range))[0] ?? NO_COUNTS,
    sentiment: sentiment.summary,
    sentimentChange: sentiment.change,
    trend: createTrendReader(reader, evidence, now),
    shareOfVoice: createShareOfVoice(storage.pool, sentiment),
    compare: createComparisonReader(sentiment),
    rank: createRankingReader(storage.pool, evidence),
    reliability: createReliabilityReader({ storage, trainedOn }),
  }
}
