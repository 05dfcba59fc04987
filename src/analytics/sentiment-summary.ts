import { createTimeSlices } from '../concurrency/time-slices.ts'
import type { EntityEvidence } from '../evidence/evidence-reader.ts'
import type { Label } from '../labels.ts'
import type { ModelVersion } from '../models/service.ts'
import type { LabelCounts } from './label-counts.ts'
import {
  type JudgedTweets,
  labelShareOf,
  netSentimentAllOf,
  netSentimentOf,
  type SentimentEstimate,
} from './sentiment-estimate.ts'

/** An interval takes about a quarter of a millisecond, and a trend may have thousands. */
const inSlices = createTimeSlices()

/** The labels of an entity that a summary's estimates need, and the span among them that is the summary's. */
interface SummaryEvidence {
  readonly read: () => Promise<EntityEvidence>
  readonly span: number
}

/**
 * Sentiment of tweets about an entity, with its source. Estimates are computed when read: a page of trends has thousands of summaries, and
 * only draws the counts of most of them.
 */
export class SentimentSummary {
  readonly counts: LabelCounts
  /** The version whose classifications were counted. */
  readonly modelVersion: ModelVersion
  readonly asOf: Date
  readonly #evidence: SummaryEvidence

  constructor(counts: LabelCounts, modelVersion: ModelVersion, asOf: Date, evidence: SummaryEvidence) {
    this.counts = counts
    this.modelVersion = modelVersion
    this.asOf = asOf
    this.#evidence = evidence
  }

  async netSentiment(): Promise<SentimentEstimate> {
    return this.estimate(netSentimentOf)
  }

  async netSentimentAll(): Promise<SentimentEstimate> {
    return this.estimate(netSentimentAllOf)
  }

  async labelShare(label: Label): Promise<SentimentEstimate> {
    return this.estimate(judged => labelShareOf(judged, label))
  }

  /** The summaries of one trend share their evidence, and are one group. */
  private async estimate(from: (judged: JudgedTweets) => SentimentEstimate): Promise<SentimentEstimate> {
    const judged = await this.judged()
    return inSlices(judged.evidence, () => from(judged))
  }

  /** The tweets with what labels tell of them. */
  async judged(): Promise<JudgedTweets> {
    return { counts: this.counts, evidence: await this.#evidence.read(), span: this.#evidence.span }
  }
}
