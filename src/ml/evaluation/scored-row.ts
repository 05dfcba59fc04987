import type { Label, LabelProbabilities } from '../../labels.ts'
import type { Scores } from '../network/classifier.ts'

/** One labelled row of a data file and what a model said about it. */
export interface ScoredRow {
  /** Rows that share it are variants of one tweet: they count once as evidence. */
  readonly tweet: string
  /** Null where the row is about the whole message. */
  readonly entity: string | null
  readonly actual: Label
  readonly scores: Pick<Scores, 'label' | 'confidence' | 'probabilities'>
}

export const probabilityOf = (probabilities: LabelProbabilities, label: Label): number =>
  probabilities[label.toLowerCase() as Lowercase<Label>]
