import { type ConfusionMatrix, countOf, predictedCountOf } from './confusion-matrix.ts'
import { ratio } from './ratio.ts'

/** Share of the rows given this label that have it, 0 to 1; null where it was never given. */
export const precision = (matrix: ConfusionMatrix, label: number): number | null =>
  ratio(countOf(matrix, label, label), predictedCountOf(matrix, label))
