import { type ConfusionMatrix, countOf, predictedCountOf, supportOf } from './confusion-matrix.ts'
import { ratio } from './ratio.ts'

/** Share of the rows predicted to have this label that have it, 0 to 1; null if it was never predicted. */
export const precision = (matrix: ConfusionMatrix, label: number): number | null =>
  ratio(countOf(matrix, label, label), predictedCountOf(matrix, label))

/** Share of the rows with this label that were predicted to have it, 0 to 1; null if no row has it. */
export const recall = (matrix: ConfusionMatrix, label: number): number | null =>
  ratio(countOf(matrix, label, label), supportOf(matrix, label))

/** Harmonic mean of precision and recall, 0 to 1; null if no row has the label and it was never predicted. */
export const f1 = (matrix: ConfusionMatrix, label: number): number | null =>
  ratio(2 * countOf(matrix, label, label), supportOf(matrix, label) + predictedCountOf(matrix, label))

/** Share of correctly predicted rows, 0 to 1; null without rows. */
export function accuracy(matrix: ConfusionMatrix): number | null {
  const correct = matrix.reduce((sum, _, label) => sum + countOf(matrix, label, label), 0)
  const rows = matrix.reduce((sum, _, label) => sum + supportOf(matrix, label), 0)
  return ratio(correct, rows)
}

/**
 * Unweighted mean of a metric over the labels that occur in the data, so that rare labels weigh as much as frequent
 * ones. A label that occurs but was never predicted has no precision; it counts as 0, as in scikit-learn. Null without
 * rows.
 */
export function macroAverage(
  matrix: ConfusionMatrix,
  measure: (matrix: ConfusionMatrix, label: number) => number | null,
): number | null {
  const values = matrix.flatMap((_, label) => (supportOf(matrix, label) === 0 ? [] : [measure(matrix, label) ?? 0]))
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Accuracy of always predicting the most frequent label of this data, 0 to 1; 0 without rows. */
export function majorityBaseline(matrix: ConfusionMatrix): number {
  const supports = matrix.map((_, label) => supportOf(matrix, label))
  const rows = supports.reduce((sum, support) => sum + support, 0)
  return rows === 0 ? 0 : Math.max(...supports) / rows
}
