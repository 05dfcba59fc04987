import { type ConfusionMatrix, countOf, supportOf } from './confusion-matrix.ts'
import { ratio } from './ratio.ts'

/** Share of the rows that got their own label, 0 to 1; null without rows. */
export function accuracy(matrix: ConfusionMatrix): number | null {
  const correct = matrix.reduce((sum, _, label) => sum + countOf(matrix, label, label), 0)
  const rows = matrix.reduce((sum, _, label) => sum + supportOf(matrix, label), 0)
  return ratio(correct, rows)
}
