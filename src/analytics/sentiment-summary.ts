import type { Estimate } from '../evaluation/report.ts'
import type { ModelVersion } from '../models/model-registry.ts'
import type { LabelCounts } from './label-counts.ts'
import { netSentiment } from './net-sentiment.ts'
import { netSentimentAll } from './net-sentiment-all.ts'

/** What an entity's tweets say, and where that comes from. */
export interface SentimentSummary {
  readonly counts: LabelCounts
  readonly netSentiment: Estimate
  readonly netSentimentAll: Estimate
  /** The one version whose answers were counted. */
  readonly modelVersion: ModelVersion
  readonly asOf: Date
}

/** Estimates are made when they are asked for: a page of trends has thousands of summaries, and most of them are drawn as bars. */
export const summarize = (counts: LabelCounts, modelVersion: ModelVersion, asOf: Date): SentimentSummary => ({
  counts,
  get netSentiment() {
    return netSentiment(counts)
  },
  get netSentimentAll() {
    return netSentimentAll(counts)
  },
  modelVersion,
  asOf,
})
