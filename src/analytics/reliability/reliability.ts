import type { EvaluationReport } from '../../ml/evaluation/report.ts'
import type { Estimate } from '../../statistics/estimate.ts'

export const RELIABILITY_SOURCES = ['HUMAN_LABELS', 'EVALUATION'] as const

/** How often a model version labels an entity's tweets correctly, and how that was measured. */
export interface EntityReliability {
  readonly source: (typeof RELIABILITY_SOURCES)[number]
  readonly accuracy: Estimate
  readonly macroF1: Estimate
  /** The figures are about tweets of this entity, not about a whole evaluation. */
  readonly isOfEntity: boolean
  /** Labelled tweets that were excluded because the model was trained on them. Null if the model has no record of its training data. */
  readonly excludedTweetCount: number | null
  /** The evaluation that the figures come from. Null for human labels. */
  readonly evaluation: EvaluationReport | null
}
