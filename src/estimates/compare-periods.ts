import { LABELS } from '../labels.ts'
import { normalCdf } from '../statistics/normal-cdf.ts'
import { smoothQuantile } from '../statistics/smooth-quantile.ts'
import type { Difference } from './compare-net-sentiment.ts'
import type { Tweets } from './contrast.ts'
import { netSentimentValue } from './estimate-net-sentiment.ts'
import type { LabelPosterior } from './label-posterior.ts'

const PRECISION = 1e-5
const POSITIVE = LABELS.indexOf('POSITIVE')
const NEGATIVE = LABELS.indexOf('NEGATIVE')

/** Half an opinion on each side, so that a few tweets of one label do not rule out the other (Jeffreys). */
const HALF = 0.5

/**
 * How much of a stratum's deviation from the expected shares is the same in both periods; the rest is each period's own.
 * Measured on feeds in the order of time: see record 070.
 */
const SHARED = 0.5

/**
 * Net sentiment of an entity in one period less that in another one. The entity's shift is the same in both, and so is
 * half of the deviation of each stratum, so their bias cancels as far as the strata are alike. Sampling of tweets is
 * included. At each point, the difference is taken to be normal. Null if one of the periods has no tweet that can carry
 * an opinion.
 */
export function comparePeriods(posterior: LabelPosterior, now: Tweets, before: Tweets): Difference | null {
  const [value, valueBefore] = [netSentimentValue(posterior, now), netSentimentValue(posterior, before)]
  if (value === null || valueBefore === null) return null
  const { weights } = posterior
  const { means, deviations } = momentsOf(posterior, now, before)
  const atMost = (difference: number) => {
    let sum = 0
    for (let point = 0; point < weights.length; point++) {
      const distance = (difference - (means[point] as number)) / (deviations[point] as number)
      sum += (weights[point] as number) * normalCdf(distance)
    }
    return sum
  }
  const quantile = (share: number, guess: number) => smoothQuantile(atMost, share, [-2, 2], guess, PRECISION)
  const difference = value - valueBefore
  const below = atMost(0)
  return {
    value: difference,
    low: Math.min(difference, quantile(0.025, difference - 0.2)),
    high: Math.max(difference, quantile(0.975, difference + 0.2)),
    pValue: Math.min(1, 2 * Math.min(below, 1 - below)),
  }
}

/** Mean and standard deviation of the difference at each point, by the delta method. */
function momentsOf(posterior: LabelPosterior, now: Tweets, before: Tweets) {
  const { weights, shares, strengths } = posterior
  const points = weights.length
  const strata = strengths.length / points
  const [means, deviations] = [new Float64Array(points), new Float64Array(points)]
  const shareAt = (point: number, stratum: number, label: number) =>
    shares[(point * strata + stratum) * LABELS.length + label] ?? 0
  for (let point = 0; point < points; point++) {
    const of = (tweets: Tweets, label: number) => {
      let count = (tweets.known[label] ?? 0) + HALF
      for (let stratum = 0; stratum < strata; stratum++) {
        count += (tweets.unlabelled[stratum] ?? 0) * shareAt(point, stratum, label)
      }
      return count
    }
    const one = slopeOf(of(now, POSITIVE), of(now, NEGATIVE))
    const other = slopeOf(of(before, POSITIVE), of(before, NEGATIVE))
    let [shared, ofNow, ofBefore] = [0, one.sampling, other.sampling]
    for (let stratum = 0; stratum < strata; stratum++) {
      const [n, m] = [now.unlabelled[stratum] ?? 0, before.unlabelled[stratum] ?? 0]
      if (n === 0 && m === 0) continue
      const [p, q] = [shareAt(point, stratum, POSITIVE), shareAt(point, stratum, NEGATIVE)]
      const strength = strengths[point * strata + stratum] ?? 1
      const variance = (byPositive: number, byNegative: number) =>
        byPositive ** 2 * p + byNegative ** 2 * q - (byPositive * p + byNegative * q) ** 2
      const [a, b] = [variance(one.positive, one.negative), variance(other.positive, other.negative)]
      shared += variance(n * one.positive - m * other.positive, n * one.negative - m * other.negative) / (1 + strength)
      ofNow += (n * (strength + (1 - SHARED) * n) * a) / (1 + strength)
      ofBefore += (m * (strength + (1 - SHARED) * m) * b) / (1 + strength)
    }
    means[point] = one.value - other.value
    deviations[point] = Math.sqrt(SHARED * shared + bounded(ofNow, one.value) + bounded(ofBefore, other.value))
  }
  return { means, deviations }
}

/** Net sentiment of these counts, how it changes with each count, and its variance as a sample of the opinions behind them. */
function slopeOf(p: number, q: number) {
  const square = (p + q) ** 2
  const [positive, negative] = [(2 * q) / square, (-2 * p) / square]
  return { value: (p - q) / (p + q), positive, negative, sampling: positive ** 2 * p + negative ** 2 * q }
}

/** No variance of a figure from -1 to 1 is larger than 1 - mean^2. */
const bounded = (variance: number, mean: number) => 1 / (1 / variance + 1 / (1 - mean ** 2))
