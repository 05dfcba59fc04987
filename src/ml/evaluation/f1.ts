import { type ConfusionMatrix, countOf, predictedCountOf, supportOf } from './confusion-matrix.ts'
import { ratio } from './ratio.ts'

/** Harmonic mean of precision and recall, 0 to 1; null where no row has the label and none was given it. */
export const f1 = (matrix: ConfusionMatrix, label: number): number | null =>
  ratio(2 * countOf(matrix, label, label), supportOf(matrix, label) + predictedCountOf(matrix, label))
