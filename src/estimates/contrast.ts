import { normalCdf } from '../statistics/normal-cdf.ts'
import type { LabelPosterior } from './label-posterior.ts'

/** The tweets that a figure is about. */
export interface Tweets {
  /** Number of tweets in each stratum whose true label is unknown. */
  readonly unlabelled: readonly number[]
  /** Number of tweets with each known label, in the order of `LABELS`. */
  readonly known: readonly number[]
}

/** Two weighted counts of true labels, with their means, variances and covariance at each point. */
export interface Ratio {
  readonly weights: Float64Array
  readonly numerator: Float64Array
  readonly denominator: Float64Array
  readonly numeratorVariance: Float64Array
  readonly denominatorVariance: Float64Array
  readonly covariance: Float64Array
}

/** How much a tweet with each label counts, in the order of `LABELS`. */
export type LabelWeights = readonly [number, number, number, number]

/** Of one tweet with an unknown label, at [stratum * points + point]: means, variances and covariance of its two weights. */
interface Moments {
  readonly above: Float64Array
  readonly below: Float64Array
  readonly aboveVariance: Float64Array
  readonly belowVariance: Float64Array
  readonly covariance: Float64Array
}

/** A trend asks for the same figure of many buckets. */
const computed = new WeakMap<LabelPosterior, Map<string, Moments>>()

function momentsOf(posterior: LabelPosterior, above: LabelWeights, below: LabelWeights): Moments {
  const known = computed.get(posterior) ?? new Map<string, Moments>()
  computed.set(posterior, known)
  const name = [...above, ...below].join()
  const moments = known.get(name) ?? computeMoments(posterior, above, below)
  known.set(name, moments)
  return moments
}

function computeMoments(
  { weights, shares, strengths }: LabelPosterior,
  above: LabelWeights,
  below: LabelWeights,
): Moments {
  const points = weights.length
  const strata = strengths.length / points
  const empty = () => new Float64Array(strengths.length)
  const moments = {
    above: empty(),
    below: empty(),
    aboveVariance: empty(),
    belowVariance: empty(),
    covariance: empty(),
  }
  for (let stratum = 0; stratum < strata; stratum++) {
    for (let point = 0; point < points; point++) {
      const first = (point * strata + stratum) * 4
      let [a, b, aa, bb, ab] = [0, 0, 0, 0, 0]
      for (let label = 0; label < 4; label++) {
        const share = shares[first + label] ?? 0
        const [byAbove, byBelow] = [above[label] ?? 0, below[label] ?? 0]
        a += byAbove * share
        b += byBelow * share
        aa += byAbove * byAbove * share
        bb += byBelow * byBelow * share
        ab += byAbove * byBelow * share
      }
      const at = stratum * points + point
      moments.above[at] = a
      moments.below[at] = b
      moments.aboveVariance[at] = aa - a * a
      moments.belowVariance[at] = bb - b * b
      moments.covariance[at] = ab - a * b
    }
  }
  return moments
}

/**
 * The sums of the weights of the true labels of the tweets, above and below the line of a figure. The unlabelled tweets of
 * a stratum are a Dirichlet-multinomial draw; the labelled ones are known, so that nothing is uncertain if all are
 * labelled.
 */
export function ratioOf(posterior: LabelPosterior, tweets: Tweets, above: LabelWeights, below: LabelWeights): Ratio {
  const { weights, strengths } = posterior
  const points = weights.length
  const strata = strengths.length / points
  const one = momentsOf(posterior, above, below)
  const numerator = new Float64Array(points).fill(weighted(tweets.known, above))
  const denominator = new Float64Array(points).fill(weighted(tweets.known, below))
  const [numeratorVariance, denominatorVariance] = [new Float64Array(points), new Float64Array(points)]
  const covariance = new Float64Array(points)
  for (let stratum = 0; stratum < strata; stratum++) {
    const unlabelled = tweets.unlabelled[stratum] ?? 0
    if (unlabelled === 0) continue
    for (let point = 0; point < points; point++) {
      const at = stratum * points + point
      const strength = strengths[point * strata + stratum] as number
      const factor = (unlabelled * (unlabelled + strength)) / (1 + strength)
      numerator[point] = (numerator[point] as number) + unlabelled * (one.above[at] as number)
      denominator[point] = (denominator[point] as number) + unlabelled * (one.below[at] as number)
      numeratorVariance[point] = (numeratorVariance[point] as number) + factor * (one.aboveVariance[at] as number)
      denominatorVariance[point] = (denominatorVariance[point] as number) + factor * (one.belowVariance[at] as number)
      covariance[point] = (covariance[point] as number) + factor * (one.covariance[at] as number)
    }
  }
  return { weights, numerator, denominator, numeratorVariance, denominatorVariance, covariance }
}

const weighted = (counts: readonly number[], by: LabelWeights) =>
  by.reduce((sum, weight, label) => sum + weight * (counts[label] ?? 0), 0)

/** A sum that varies less than this is known; rounding may leave a variance that is a little below 0. */
const SMALLEST_VARIANCE = 1e-9

/**
 * The probability that numerator / denominator is at most t, for a denominator that is never negative: that of numerator -
 * t * denominator <= 0, which needs no approximation of the ratio (E. C. Fieller, JRSS B 16, 1954). At each point the
 * difference is taken to be normal.
 */
export function probabilityAtMost(ratio: Ratio, t: number): number {
  const { weights, numerator, denominator, numeratorVariance, denominatorVariance, covariance } = ratio
  let sum = 0
  for (let point = 0; point < weights.length; point++) {
    const mean = (numerator[point] as number) - t * (denominator[point] as number)
    const variance =
      (numeratorVariance[point] as number) -
      2 * t * (covariance[point] as number) +
      t * t * (denominatorVariance[point] as number)
    sum += (weights[point] as number) * normalCdf(-mean / Math.sqrt(Math.max(variance, SMALLEST_VARIANCE)))
  }
  return sum
}
