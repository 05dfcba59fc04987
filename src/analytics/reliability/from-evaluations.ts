import type { Label } from '../../labels.ts'
import type { EvaluationReport } from '../../ml/evaluation/report.ts'
import { entityKey } from '../../ml/language/entity-key.ts'
import type { EntityReliability } from './reliability.ts'

/**
 * The reliability of a model for an entity according to its evaluations: figures about the entity if an evaluation has them, else those of a
 * whole evaluation. The split by tweet is preferred, then the evaluation with more independent tweets. Leaky evaluations, and those with
 * fewer labels than the model gives, are not used. Null if none is left.
 * @param reports in any order.
 */
export function reliabilityFromEvaluations(
  entity: string,
  labels: readonly Label[],
  reports: readonly EvaluationReport[],
): EntityReliability | null {
  const fit = reports
    .filter(report => !report.isLeaky && labels.every(label => report.labels.includes(label)))
    .sort(
      (one, other) =>
        Number(other.split === 'GROUPED') - Number(one.split === 'GROUPED') ||
        other.tweetCount - one.tweetCount ||
        (one.evaluatedAt < other.evaluatedAt ? 1 : -1),
    )
  const key = entityKey(entity)
  const about = ({ perEntity }: EvaluationReport) => perEntity.find(({ name }) => entityKey(name) === key)
  const evaluation = fit.find(report => about(report) !== undefined) ?? fit[0]
  if (evaluation === undefined) return null
  const own = about(evaluation)
  return {
    source: 'EVALUATION',
    accuracy: (own ?? evaluation).accuracy,
    macroF1: (own ?? evaluation).macroF1,
    isOfEntity: own !== undefined,
    excludedTweetCount: null,
    evaluation,
  }
}
