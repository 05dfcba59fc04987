import { LABELS } from '../labels.ts'
import { type LabelWeights, ratioOf, type Tweets } from './contrast.ts'
import type { Interval } from './interval.ts'
import { intervalOf } from './interval-of.ts'
import type { LabelPosterior } from './label-posterior.ts'

const POSITIVE = LABELS.indexOf('POSITIVE')
const NEUTRAL = LABELS.indexOf('NEUTRAL')
const NEGATIVE = LABELS.indexOf('NEGATIVE')
/** In the order of `LABELS`. */
const BALANCE: LabelWeights = [1, 0, -1, 0]
const OPINIONS: LabelWeights = [1, 0, 1, 0]
const RELEVANT: LabelWeights = [1, 1, 1, 0]

/**
 * Net sentiment of the tweets, (p - q) / (p + q) with the numbers p and q of truly positive and truly negative ones, and
 * its interval of the given probability. Null if no tweet can carry an opinion.
 */
export function estimateNetSentiment(posterior: LabelPosterior, tweets: Tweets, probability = 0.95): Interval | null {
  const value = netSentimentValue(posterior, tweets)
  if (value === null) return null
  return intervalOf(value, ratioOf(posterior, tweets, BALANCE, OPINIONS), -1, probability)
}

/** The same with neutral tweets in the denominator: (p - q) / (p + n + q). */
export function estimateNetSentimentAll(
  posterior: LabelPosterior,
  tweets: Tweets,
  probability = 0.95,
): Interval | null {
  const [positive, negative] = [expectedCount(posterior, tweets, POSITIVE), expectedCount(posterior, tweets, NEGATIVE)]
  const relevant = positive + expectedCount(posterior, tweets, NEUTRAL) + negative
  if (relevant === 0) return null
  const value = (positive - negative) / relevant
  return intervalOf(value, ratioOf(posterior, tweets, BALANCE, RELEVANT), -1, probability)
}

/** The value alone, which needs no interval. `src/analytics/ranking/rank-entities.ts` computes the same in SQL, digit by digit. */
export function netSentimentValue(posterior: LabelPosterior, tweets: Tweets): number | null {
  const [positive, negative] = [expectedCount(posterior, tweets, POSITIVE), expectedCount(posterior, tweets, NEGATIVE)]
  return positive + negative === 0 ? null : (positive - negative) / (positive + negative)
}

/** The number of the tweets with a label, at the mean shift. */
export function expectedCount({ centralShares }: LabelPosterior, tweets: Tweets, label: number): number {
  let count = tweets.known[label] ?? 0
  for (const [stratum, unlabelled] of tweets.unlabelled.entries()) {
    count += unlabelled * (centralShares[stratum * 4 + label] ?? 0)
  }
  return count
}
