import type { ModelVersion } from '../models/service.ts'
import type { Estimate } from '../statistics/estimate.ts'
import type { LabelCounts } from './label-counts.ts'
import { netSentiment } from './net-sentiment.ts'
import { netSentimentAll } from './net-sentiment-all.ts'

/**
 * What an entity's tweets say, and where that comes from. Estimates are made when they are asked for: a page of trends has thousands of
 * summaries, and most of them are drawn as bars.
 */
export class SentimentSummary {
  readonly counts: LabelCounts
  /** The one version whose answers were counted. */
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
