import type { Label, LabelProbabilities } from '../../labels.ts'
import type { Scores } from '../network/classifier.ts'

/** One labelled row of a data file with the model's result. */
export interface ScoredRow {
  /** Rows with the same value are variants of one tweet and count as one piece of evidence. */
  readonly tweet: string
  /** Null if the row is about the whole message. */
  readonly entity: string | null
  readonly actual: Label
  readonly scores: Pick<Scores, 'label' | 'confidence' | 'probabilities'>
  /** Absent if it does not matter. */
  readonly text?: string
  /** As served; false if absent. */
  readonly isUncertain?: boolean
}

export const probabilityOf = (probabilities: LabelProbabilities, label: Label): number =>
  probabilities[label.toLowerCase() as Lowercase<Label>]
