import type { Label } from '../../labels.ts'
import type { EvaluationReport } from '../../ml/evaluation/report.ts'
import { seededRandom } from '../../statistics/seeded-random.ts'
import { drawShares } from './draw-shares.ts'
import { invert } from './invert.ts'

/** Square; one row and one column for each label. */
export type Matrix = readonly (readonly number[])[]

/** How a model's errors are taken out of the labels that it counted. */
export interface LabelCorrection {
  readonly labels: readonly Label[]
  /** Row a: how the labels that the model gives share the tweets whose label is a. From right shares, as a row, to given ones. */
  readonly errors: Matrix
  /** Back from given shares to right ones. */
  readonly inverse: Matrix
  /** Inverses of the errors that other tweets in the evaluation might have shown. */
  readonly resampled: readonly Matrix[]
}

const RESAMPLES = 1000
/** The same evaluation always gives the same intervals. */
const SEED = 1
/** Jeffreys' prior for shares: half an observation of everything. */
export const HALF = 0.5

/**
 * The correction that an evaluation allows. The resamples draw each row of the errors from a Dirichlet distribution of its counts, scaled
 * down from rows to independent tweets. Null where a label had no row, or where the model confuses labels so much that they cannot be parted.
 */
export function labelCorrection({
  labels,
  confusionMatrix,
  rowCount,
  tweetCount,
}: Pick<EvaluationReport, 'labels' | 'confusionMatrix' | 'rowCount' | 'tweetCount'>): LabelCorrection | null {
  const countOf = (actual: Label, predicted: Label) =>
    confusionMatrix.find(cell => cell.actual === actual && cell.predicted === predicted)?.count ?? 0
  const counts = labels.map(actual => labels.map(predicted => countOf(actual, predicted)))
  if (counts.some(row => sum(row) === 0)) return null
  const errors = counts.map(row => row.map(count => count / sum(row)))
  const inverse = invert(errors)
  if (inverse === null) return null
  const random = seededRandom(SEED)
  const weights = counts.map(row => row.map(count => (count * tweetCount) / rowCount + HALF))
  const resampled = Array.from({ length: RESAMPLES }, () => invert(weights.map(row => drawShares(row, random))))
  return { labels, errors, inverse, resampled: resampled.filter(drawn => drawn !== null) }
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
