import { LABELS, type Label, type LabelProbabilities } from '../../labels.ts'
import { probabilityOf, type ScoredRow } from './scored-row.ts'

/**
 * Restricts rows and results to some labels. Keeps the rows that have one of the labels; their result becomes the
 * likeliest of these labels, with its conditional probability. Results that cannot be another label are unchanged.
 */
export function amongLabels(rows: readonly ScoredRow[], labels: readonly Label[]): ScoredRow[] {
  return rows
    .filter(({ actual }) => labels.includes(actual))
    .map(row => ({ ...row, scores: among(row.scores, labels) }))
}

function among(scores: ScoredRow['scores'], labels: readonly Label[]): ScoredRow['scores'] {
  const others = LABELS.filter(label => !labels.includes(label) && probabilityOf(scores.probabilities, label) > 0)
  if (others.length === 0) return scores
  const total = labels.reduce((sum, label) => sum + probabilityOf(scores.probabilities, label), 0)
  // A model that gives all probability to another label does not distinguish these.
  const share = (label: Label) =>
    !labels.includes(label) ? 0 : total === 0 ? 1 / labels.length : probabilityOf(scores.probabilities, label) / total
  const label = labels.reduce((best, next) => (share(next) > share(best) ? next : best))
  const probabilities: LabelProbabilities = {
    positive: share('POSITIVE'),
    neutral: share('NEUTRAL'),
    negative: share('NEGATIVE'),
    irrelevant: share('IRRELEVANT'),
  }
  return { label, confidence: share(label), probabilities }
}
