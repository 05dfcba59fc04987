import { type ConfusionMatrix, countOf, supportOf } from './confusion-matrix.ts'
import { ratio } from './ratio.ts'

/** Share of the rows with this label that were given it, 0 to 1; null where no row has it. */
export const recall = (matrix: ConfusionMatrix, label: number): number | null =>
  ratio(countOf(matrix, label, label), supportOf(matrix, label))
