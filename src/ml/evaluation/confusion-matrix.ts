import type { Label } from '../../labels.ts'
import type { ScoredRow } from './scored-row.ts'

/** Row counts, `matrix[actual][predicted]`, square, in the order of its labels. */
export type ConfusionMatrix = readonly (readonly number[])[]

/** Throws a `RangeError` for a row whose label is not among `labels`. */
export function confusionMatrix(rows: readonly ScoredRow[], labels: readonly Label[]): ConfusionMatrix {
  const matrix = labels.map(() => labels.map(() => 0))
  for (const { actual, scores } of rows) {
    const [row, column] = [labels.indexOf(actual), labels.indexOf(scores.label)]
    const counts = matrix[row]
    if (counts === undefined || column === -1) {
      throw new RangeError(
        `Actual label ${actual} with prediction ${scores.label} does not fit the labels ${labels.join(', ')}.`,
      )
    }
    counts[column] = (counts[column] ?? 0) + 1
  }
  return matrix
}

export const countOf = (matrix: ConfusionMatrix, actual: number, predicted: number): number =>
  matrix[actual]?.[predicted] ?? 0

/** Number of rows that have this label. */
export const supportOf = (matrix: ConfusionMatrix, label: number): number =>
  matrix.reduce((sum, _, predicted) => sum + countOf(matrix, label, predicted), 0)

/** Number of rows that were predicted to have this label. */
export const predictedCountOf = (matrix: ConfusionMatrix, label: number): number =>
  matrix.reduce((sum, _, actual) => sum + countOf(matrix, actual, label), 0)
