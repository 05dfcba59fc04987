import { LABELS } from '../../labels.ts'
import { probabilityOf, type ScoredRow } from './scored-row.ts'

/** Mean over the rows of the squared distance between the probabilities and the truth, summed over labels (Brier 1950): 0 to 2; 0 without rows. */
export function brierScore(rows: readonly ScoredRow[]): number {
  const distance = ({ actual, scores }: ScoredRow) =>
    LABELS.reduce((sum, label) => sum + (probabilityOf(scores.probabilities, label) - Number(label === actual)) ** 2, 0)
  return rows.length === 0 ? 0 : rows.reduce((sum, row) => sum + distance(row), 0) / rows.length
}
