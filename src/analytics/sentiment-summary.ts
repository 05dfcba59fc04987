import type { ModelVersion } from '../models/service.ts'
import type { Estimate } from '../statistics/estimate.ts'
import type { LabelCounts } from './label-counts.ts'
import { netSentiment } from './net-sentiment.ts'
import { netSentimentAll } from './net-sentiment-all.ts'

/**
 * Sentiment of tweets about an entity, with its source. Estimates are computed when read: a page of trends has thousands of summaries, and
 * only draws the counts of most of them.
 */
export class SentimentSummary {
  readonly counts: LabelCounts
  /** The version whose classifications were counted. */
  readonly modelVersion: ModelVersion
  readonly asOf: Date

  constructor(counts: LabelCounts, modelVersion: ModelVersion, asOf: Date) {
    this.counts = counts
    this.modelVersion = modelVersion
    this.asOf = asOf
  }

  get netSentiment(): Estimate {
    return netSentiment(this.counts)
  }

  get netSentimentAll(): Estimate {
    return netSentimentAll(this.counts)
  }
}
