import type { EvaluationReport } from '../../ml/evaluation/report.ts'
import type { Estimate } from '../../statistics/estimate.ts'

export const RELIABILITY_SOURCES = ['IMPORTED_LABELS', 'EVALUATION'] as const

/** How often a model version is right about an entity, and how that is known. */
export interface EntityReliability {
  readonly source: (typeof RELIABILITY_SOURCES)[number]
  readonly accuracy: Estimate
  readonly macroF1: Estimate
  /** The figures are of tweets about this entity, and not of a whole evaluation. */
  readonly isOfEntity: boolean
  /** Labelled tweets that were left out because the model was trained on them; null where it keeps no record of that. */
  readonly trainedOnTweets: number | null
  /** Where the figures are from; null for imported labels. */
  readonly evaluation: EvaluationReport | null
}
