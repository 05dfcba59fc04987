import fc from 'fast-check'
import { LABELS, type Label } from '../../../src/labels.ts'
import type { ScoredRow } from '../../../src/ml/evaluation/scored-row.ts'

export const THREE: readonly Label[] = ['POSITIVE', 'NEUTRAL', 'NEGATIVE']

/** A row whose prediction is the likeliest of the given probabilities, in the order of `LABELS`. */
export function scoredRow(
  actual: Label,
  probabilities: readonly number[],
  tweet = 't',
  entity: string | null = null,
): ScoredRow {
  const [positive = 0, neutral = 0, negative = 0, irrelevant = 0] = probabilities
  const confidence = Math.max(...probabilities)
  const label = LABELS[probabilities.indexOf(confidence)] ?? 'POSITIVE'
  return {
    tweet,
    entity,
    actual,
    scores: { label, confidence, probabilities: { positive, neutral, negative, irrelevant } },
    isUncertain: confidence < 0.6,
  }
}

const aRow: fc.Arbitrary<ScoredRow> = fc
  .record({
    actual: fc.constantFrom(...THREE),
    weights: fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 3, maxLength: 3 }),
    tweet: fc.integer({ min: 1, max: 8 }).map(String),
  })
  .map(({ actual, weights, tweet }) => {
    const total = weights.reduce((sum, weight) => sum + weight)
    return scoredRow(
      actual,
      weights.map(weight => weight / total),
      tweet,
    )
  })

export const someRows = fc.array(aRow, { minLength: 1, maxLength: 60 })
