import { risingRoot } from '../statistics/rising-root.ts'
import { countsOf, probabilityAtMost, type Tweets } from './contrast.ts'
import type { Interval } from './estimate-net-sentiment.ts'
import type { LabelPosterior } from './label-posterior.ts'

const PRECISION = 1e-5

/**
 * The share of the tweets that truly have a label, given by its position in `LABELS`, and its interval of the given
 * probability. Null without tweets.
 */
export function estimateShare(
  posterior: LabelPosterior,
  tweets: Tweets,
  label: number,
  probability = 0.95,
): Interval | null {
  const total = sum(tweets.unlabelled) + sum(tweets.known)
  if (total === 0) return null
  const counts = countsOf(posterior, tweets, label, label)
  const atMost = (share: number) => probabilityAtMost(counts, 1, 0, share * total)
  const outside = (1 - probability) / 2
  const low = risingRoot(atMost, outside, 0, 1, PRECISION)
  const high = risingRoot(atMost, 1 - outside, 0, 1, PRECISION)
  const expected = tweets.unlabelled.reduce(
    (all, unlabelled, stratum) => all + unlabelled * (posterior.centralShares[stratum * 4 + label] ?? 0),
    tweets.known[label] ?? 0,
  )
  return { value: Math.min(Math.max(expected / total, low), high), low, high }
}

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)
