import type { Label } from '../../labels.ts'
import type { EvaluationReport } from '../../ml/evaluation/report.ts'
import { entityKey } from '../../ml/language/entity-key.ts'
import type { EntityReliability } from './reliability.ts'

/**
 * What the evaluations of a model say of an entity: one that has figures of its own for it, else one as a whole. The split by tweet comes
 * before others, an evaluation with more independent tweets before one with fewer. Leaky ones, and those with fewer labels than the model
 * gives, say nothing. Null where nothing is left.
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
    trainedOnTweets: null,
    evaluation,
  }
}
