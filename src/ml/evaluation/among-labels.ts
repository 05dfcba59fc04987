import { LABELS, type Label, type LabelProbabilities } from '../../labels.ts'
import { probabilityOf, type ScoredRow } from './scored-row.ts'

/**
 * The rows that have one of the labels, answered with one of them: the likeliest, its probability given that it is one of them. Answers
 * that cannot be another label stay as they are.
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
  // A model that is wholly sure of another label thinks the same of all of these.
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
