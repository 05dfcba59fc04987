import type { Label } from '../../labels.ts'
import type { EvaluationReport } from '../../ml/evaluation/report.ts'
import { seededRandom } from '../../statistics/seeded-random.ts'
import { drawShares } from './draw-shares.ts'
import { invert } from './invert.ts'

/** Square, with one row and one column for each label. */
export type Matrix = readonly (readonly number[])[]

/** How the errors of a model are removed from counts of its labels. */
export interface LabelCorrection {
  readonly labels: readonly Label[]
  /** Row a: the shares of the model's labels among tweets with label a. Maps true shares, as a row, to given shares. */
  readonly errors: Matrix
  /** Maps given shares to true shares. */
  readonly inverse: Matrix
  /** Inverses of resampled matrices: the errors that other tweets in the evaluation could have shown. */
  readonly resampled: readonly Matrix[]
}

const RESAMPLES = 1000
/** Fixed, so that the same evaluation always gives the same intervals. */
const SEED = 1
/** Jeffreys' prior for shares: half an observation of each label. */
export const HALF = 0.5

/**
 * The correction according to an evaluation. The resamples draw each row of errors from a Dirichlet distribution of its counts, scaled down
 * from rows to independent tweets. Null if a label has no row, or if the matrix has no inverse.
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
