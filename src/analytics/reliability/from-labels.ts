import { LABELS, type Label } from '../../labels.ts'
import type { TrainedOn } from '../../ml/evaluation/choose-rows.ts'
import { measure } from '../../ml/evaluation/measure.ts'
import type { ScoredRow } from '../../ml/evaluation/scored-row.ts'
import { seededRandom } from '../../statistics/seeded-random.ts'
import type { LabelledAnswer } from './read-labelled.ts'
import type { EntityReliability } from './reliability.ts'

/** With fewer independent tweets, an evaluation tells more about the entity. */
export const FEWEST_LABELLED = 30
/** Half of what an evaluation uses, because it runs while the server answers. */
const RESAMPLES = 500
/** Fixed, so that the same tweets always give the same intervals. */
const SEED = 1

export interface LabelledTweets {
  readonly entity: string
  readonly answers: readonly LabelledAnswer[]
  /** Labels that the model can give. It cannot be right about a tweet with another label. */
  readonly labels: readonly Label[]
  readonly isTrainedOn: TrainedOn
}

/**
 * Measures a model's answers against human labels, without the tweets that it was trained on (by id and entity, or by text) and those
 * whose label it cannot give. Tweets with the same external id are variants of one tweet, and are resampled together. Null if fewer than 30
 * independent tweets are left.
 */
export function reliabilityFromLabels({
  entity,
  answers,
  labels,
  isTrainedOn,
}: LabelledTweets): EntityReliability | null {
  const answerable = answers.filter(({ actual, label }) => labels.includes(actual) && labels.includes(label))
  const isKnown = ({ externalId, text }: LabelledAnswer) => isTrainedOn?.({ id: externalId, entity, text }) ?? false
  const rows = answerable.filter(answer => !isKnown(answer)).map(answer => scoredRow(entity, answer))
  if (new Set(rows.map(({ tweet }) => tweet)).size < FEWEST_LABELLED) return null
  const bootstrap = { resamples: RESAMPLES, level: 0.95, random: seededRandom(SEED) }
  const ordered = LABELS.filter(label => labels.includes(label))
  const { accuracy, macroF1 } = measure(rows, ordered, bootstrap)
  return {
    source: 'HUMAN_LABELS',
    accuracy,
    macroF1,
    isOfEntity: true,
    excludedTweetCount: isTrainedOn === null ? null : answerable.length - rows.length,
    evaluation: null,
  }
}

const scoredRow = (entity: string, answer: LabelledAnswer): ScoredRow => ({
  tweet: answer.externalId === null ? `tweet ${answer.tweetId}` : `id ${answer.externalId}`,
  entity,
  actual: answer.actual,
  scores: { label: answer.label, confidence: answer.confidence, probabilities: answer },
})
