import { normalCdf } from '../statistics/normal-cdf.ts'
import type { LabelPosterior } from './label-posterior.ts'

/** The tweets that a figure is about. */
export interface Tweets {
  /** Number of tweets in each stratum whose true label is unknown. */
  readonly unlabelled: readonly number[]
  /** Number of tweets with each known label, in the order of `LABELS`. */
  readonly known: readonly number[]
}

/** Mean, variances and covariance of two counts at each point: of the tweets with one label, and of those with another. */
export interface Counts {
  readonly weights: Float64Array
  readonly first: Float64Array
  readonly second: Float64Array
  readonly firstVariance: Float64Array
  readonly secondVariance: Float64Array
  readonly covariance: Float64Array
}

/**
 * How many of the tweets truly have label `first`, and how many have label `second`. The unlabelled tweets of a stratum
 * are a Dirichlet-multinomial draw; the labelled ones are known, so that nothing is uncertain if all are labelled.
 */
export function countsOf(posterior: LabelPosterior, tweets: Tweets, first: number, second: number): Counts {
  const { weights, shares, strengths } = posterior
  const points = weights.length
  const strata = strengths.length / points
  const empty = () => new Float64Array(points)
  const counts = {
    weights,
    first: empty(),
    second: empty(),
    firstVariance: empty(),
    secondVariance: empty(),
    covariance: empty(),
  }
  const [knownFirst = 0, knownSecond = 0] = [tweets.known[first], tweets.known[second]]
  for (let point = 0; point < points; point++) {
    let [a, b, va, vb, ab] = [knownFirst, knownSecond, 0, 0, 0]
    for (let stratum = 0; stratum < strata; stratum++) {
      const unlabelled = tweets.unlabelled[stratum] ?? 0
      if (unlabelled === 0) continue
      const at = (point * strata + stratum) * 4
      const [p = 0, q = 0, strength = 1] = [
        shares[at + first],
        shares[at + second],
        strengths[point * strata + stratum],
      ]
      const factor = (unlabelled * (unlabelled + strength)) / (1 + strength)
      a += unlabelled * p
      b += unlabelled * q
      va += factor * p * (1 - p)
      vb += factor * q * (1 - q)
      ab -= factor * p * q
    }
    counts.first[point] = a
    counts.second[point] = b
    counts.firstVariance[point] = va
    counts.secondVariance[point] = vb
    counts.covariance[point] = ab
  }
  return counts
}

/** A count that varies less than this is known; rounding may leave a variance that is a little below 0. */
const SMALLEST_VARIANCE = 1e-9

/**
 * The probability that byFirst * first + bySecond * second is at most `limit`. At each point the sum is taken to be
 * normal.
 */
export function probabilityAtMost(counts: Counts, byFirst: number, bySecond: number, limit: number): number {
  let sum = 0
  for (let point = 0; point < counts.weights.length; point++) {
    const mean = byFirst * (counts.first[point] ?? 0) + bySecond * (counts.second[point] ?? 0)
    const variance =
      byFirst * byFirst * (counts.firstVariance[point] ?? 0) +
      bySecond * bySecond * (counts.secondVariance[point] ?? 0) +
      2 * byFirst * bySecond * (counts.covariance[point] ?? 0)
    const distance = (limit - mean) / Math.sqrt(Math.max(variance, SMALLEST_VARIANCE))
    sum += (counts.weights[point] ?? 0) * normalCdf(distance)
  }
  return sum
}
