import { type LabelWeights, ratioOf, type Tweets } from './contrast.ts'
import type { LabelPosterior } from './label-posterior.ts'

/** Numbers of positive and of negative tweets at each point, with their variances and covariance. */
export interface Opinions {
  readonly positive: Float64Array
  readonly negative: Float64Array
  readonly positiveVariance: Float64Array
  readonly negativeVariance: Float64Array
  readonly covariance: Float64Array
}

/** Half an opinion on each side, so that a few tweets of one label do not rule out the other (Jeffreys). */
const HALF = 0.5

const POSITIVE: LabelWeights = [1, 0, 0, 0]
const NEGATIVE: LabelWeights = [0, 0, 1, 0]

/** The counts of positive and negative tweets, as a sample of the opinions behind them: each count varies by its root. */
export function opinionsOf(posterior: LabelPosterior, tweets: Tweets): Opinions {
  const counts = ratioOf(posterior, tweets, POSITIVE, NEGATIVE)
  const [positive, negative] = [
    counts.numerator.map(count => count + HALF),
    counts.denominator.map(count => count + HALF),
  ]
  return {
    positive,
    negative,
    positiveVariance: counts.numeratorVariance.map((variance, point) => variance + (positive[point] ?? 0)),
    negativeVariance: counts.denominatorVariance.map((variance, point) => variance + (negative[point] ?? 0)),
    covariance: counts.covariance,
  }
}
