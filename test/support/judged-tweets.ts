import { NO_COUNTS } from '../../src/analytics/label-counts.ts'
import type { JudgedTweets } from '../../src/analytics/sentiment-estimate.ts'
import { type ErrorModel, UNKNOWN_ERRORS } from '../../src/estimates/error-model.ts'
import { STRATA, stratumOf } from '../../src/estimates/strata.ts'
import { createPosteriors } from '../../src/evidence/posteriors.ts'
import { LABELS } from '../../src/labels.ts'

const posteriors = createPosteriors()

interface Made {
  /** Tweets with each label of the model, all certain. */
  readonly counts: readonly [positive: number, neutral: number, negative: number, irrelevant: number]
  /** Whether a random sample with the label of the model as their human label is all of them. */
  readonly isLabelled?: boolean
  readonly errors?: ErrorModel
}

/** Tweets of an entity as a comparison needs them, without a database. */
export function judgedTweets({ counts, isLabelled = false, errors = UNKNOWN_ERRORS }: Made): JudgedTweets {
  const [positive, neutral, negative, irrelevant] = counts
  const labelled = STRATA.map(() => LABELS.map(() => 0))
  if (isLabelled) {
    for (const [index, label] of LABELS.entries()) {
      labelled[stratumOf(label, false)] = LABELS.map((_, other) => (other === index ? (counts[index] ?? 0) : 0))
    }
  }
  const perStratum = labelled.map(row => row.reduce((sum, count) => sum + count, 0))
  const perLabel = LABELS.map((_, label) => labelled.reduce((sum, row) => sum + (row[label] ?? 0), 0))
  const total = positive + neutral + negative + irrelevant
  return {
    counts: { ...NO_COUNTS, positive, neutral, negative, irrelevant, total },
    evidence: {
      errors,
      labelled,
      drawnCount: isLabelled ? total : 0,
      posterior: () => posteriors.posterior(errors, labelled),
      centralShares: () => posteriors.centralShares(errors, labelled),
      known: [{ perStratum, perLabel }],
    },
    span: 0,
  }
}
