import type { Label } from '../../../labels.ts'
import type { Mention } from '../../network/classifier.ts'
import { fitSoftmaxRegression, predictRow } from './softmax-regression.ts'
import { fitTfIdf } from './tf-idf.ts'

export interface LabelledMention extends Mention {
  readonly label: Label
}

/** Predicts the labels of mentions. Same length and order as the input. */
export type LinearBaseline = (mentions: readonly Mention[]) => Label[]

/**
 * scikit-learn's C: the penalty is 1 / (C x rows). Chosen together with the number of steps on the development tweets
 * of Kaggle's file.
 */
const INVERSE_PENALTY = 0.2

/** More steps take twice the time and do not improve the results on new tweets. */
const MOST_STEPS = 30

/**
 * The baseline that a model should exceed: a linear model of words, word pairs, character n-grams and the entity's
 * words, trained on the same rows in seconds. It is deterministic. Rows with other labels are ignored; null if no row
 * is left.
 */
export function trainLinearBaseline(rows: readonly LabelledMention[], labels: readonly Label[]): LinearBaseline | null {
  const usable = rows.filter(({ label, text }) => labels.includes(label) && text.trim() !== '')
  if (usable.length === 0) return null
  const tfIdf = fitTfIdf(usable)
  const targets = Uint8Array.from(usable, ({ label }) => labels.indexOf(label))
  const regression = fitSoftmaxRegression(tfIdf.transform(usable), targets, {
    columns: tfIdf.columns,
    classes: labels.length,
    penalty: 1 / (INVERSE_PENALTY * usable.length),
    mostSteps: MOST_STEPS,
  })
  return mentions => {
    const features = tfIdf.transform(mentions)
    const probabilities = new Float64Array(labels.length)
    return mentions.map((_, row) => {
      predictRow(features, row, regression, probabilities)
      return labels[probabilities.indexOf(Math.max(...probabilities))] as Label
    })
  }
}
