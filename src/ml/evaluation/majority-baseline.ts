import { type ConfusionMatrix, supportOf } from './confusion-matrix.ts'

/** Accuracy of always answering the label that is most frequent in this very data, 0 to 1; 0 without rows. */
export function majorityBaseline(matrix: ConfusionMatrix): number {
  const supports = matrix.map((_, label) => supportOf(matrix, label))
  const rows = supports.reduce((sum, support) => sum + support, 0)
  return rows === 0 ? 0 : Math.max(...supports) / rows
}
