import { type ConfusionMatrix, countOf, predictedCountOf, supportOf } from './confusion-matrix.ts'
import { ratio } from './ratio.ts'

/** Share of the rows given this label that have it, 0 to 1; null where it was never given. */
export const precision = (matrix: ConfusionMatrix, label: number): number | null =>
  ratio(countOf(matrix, label, label), predictedCountOf(matrix, label))

/** Share of the rows with this label that were given it, 0 to 1; null where no row has it. */
export const recall = (matrix: ConfusionMatrix, label: number): number | null =>
  ratio(countOf(matrix, label, label), supportOf(matrix, label))

/** Harmonic mean of precision and recall, 0 to 1; null where no row has the label and none was given it. */
export const f1 = (matrix: ConfusionMatrix, label: number): number | null =>
  ratio(2 * countOf(matrix, label, label), supportOf(matrix, label) + predictedCountOf(matrix, label))

/** Share of the rows that got their own label, 0 to 1; null without rows. */
export function accuracy(matrix: ConfusionMatrix): number | null {
  const correct = matrix.reduce((sum, _, label) => sum + countOf(matrix, label, label), 0)
  const rows = matrix.reduce((sum, _, label) => sum + supportOf(matrix, label), 0)
  return ratio(correct, rows)
}

/**
 * Plain mean of a label's measure over the labels that occur in the data, so that a rare label weighs as much as a frequent one.
 * A label that occurs but was never given has no precision; it counts as 0, as in scikit-learn. Null without rows.
 */
export function macroAverage(
  matrix: ConfusionMatrix,
  measure: (matrix: ConfusionMatrix, label: number) => number | null,
): number | null {
  const values = matrix.flatMap((_, label) => (supportOf(matrix, label) === 0 ? [] : [measure(matrix, label) ?? 0]))
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Accuracy of always answering the label that is most frequent in this very data, 0 to 1; 0 without rows. */
export function majorityBaseline(matrix: ConfusionMatrix): number {
  const supports = matrix.map((_, label) => supportOf(matrix, label))
  const rows = supports.reduce((sum, support) => sum + support, 0)
  return rows === 0 ? 0 : Math.max(...supports) / rows
}
