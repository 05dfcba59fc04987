import { LABELS } from '../labels.ts'
import { risingRoot } from '../statistics/rising-root.ts'
import { countsOf, probabilityAtMost, type Tweets } from './contrast.ts'
import type { LabelPosterior } from './label-posterior.ts'

/** A figure about tweets and its interval. */
export interface Interval {
  readonly value: number
  readonly low: number
  readonly high: number
}

const POSITIVE = LABELS.indexOf('POSITIVE')
const NEGATIVE = LABELS.indexOf('NEGATIVE')
/** Far below what is shown, and each halving costs a look at every point. */
const PRECISION = 1e-5

/**
 * Net sentiment of the tweets, (p - q) / (p + q) with the numbers p and q of truly positive and truly negative ones, and
 * its interval of the given probability. The ratio is at most t exactly if (1 - t) p - (1 + t) q is at most 0, which needs
 * no approximation of the ratio (E. C. Fieller, JRSS B 16, 1954). Null if no tweet can carry an opinion.
 */
export function estimateNetSentiment(posterior: LabelPosterior, tweets: Tweets, probability = 0.95): Interval | null {
  const value = netSentimentValue(posterior, tweets)
  if (value === null) return null
  const counts = countsOf(posterior, tweets, POSITIVE, NEGATIVE)
  const atMost = (t: number) => probabilityAtMost(counts, 1 - t, -(1 + t), 0)
  const outside = (1 - probability) / 2
  const low = risingRoot(atMost, outside, -1, 1, PRECISION)
  const high = risingRoot(atMost, 1 - outside, -1, 1, PRECISION)
  return { value: Math.min(Math.max(value, low), high), low, high }
}

/** The value alone, which needs no interval: for sorting many entities. */
export function netSentimentValue({ centralShares }: LabelPosterior, tweets: Tweets): number | null {
  let [positive = 0, negative = 0] = [tweets.known[POSITIVE], tweets.known[NEGATIVE]]
  for (const [stratum, unlabelled] of tweets.unlabelled.entries()) {
    positive += unlabelled * (centralShares[stratum * 4 + POSITIVE] ?? 0)
    negative += unlabelled * (centralShares[stratum * 4 + NEGATIVE] ?? 0)
  }
  return positive + negative === 0 ? null : (positive - negative) / (positive + negative)
}
