import { LABELS } from '../labels.ts'
import { type LabelWeights, ratioOf, type Tweets } from './contrast.ts'
import { expectedCount } from './estimate-net-sentiment.ts'
import type { Interval } from './interval.ts'
import { intervalOf } from './interval-of.ts'
import type { LabelPosterior } from './label-posterior.ts'

const ALL: LabelWeights = [1, 1, 1, 1]
/** Counts the tweets with one label. */
const ONLY = [
  [1, 0, 0, 0],
  [0, 1, 0, 0],
  [0, 0, 1, 0],
  [0, 0, 0, 1],
] as const satisfies readonly LabelWeights[]

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
  const counts = LABELS.map((_, other) => expectedCount(posterior, tweets, other))
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return null
  const ratio = ratioOf(posterior, tweets, ONLY[label] ?? ALL, ALL)
  return intervalOf((counts[label] ?? 0) / total, ratio, 0, probability)
}
