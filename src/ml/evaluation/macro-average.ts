import { type ConfusionMatrix, supportOf } from './confusion-matrix.ts'

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
