import { LABELS } from '../labels.ts'
import { type LabelWeights, ratioOf, type Tweets } from './contrast.ts'
import { expectedCount } from './estimate-net-sentiment.ts'
import type { Interval } from './interval.ts'
import { intervalOf } from './interval-of.ts'
import type { LabelPosterior } from './label-posterior.ts'

/** The tweets of one entity. */
interface EntityTweets {
  readonly labels: LabelPosterior
  readonly tweets: Tweets
}

const RELEVANT: LabelWeights = [1, 1, 1, 0]

/**
 * The share of an entity among the truly relevant tweets of several, and its interval. The entities are taken to be
 * independent. An error that they share moves all of their counts in the same direction, so the interval is rather too
 * wide. Null without tweets.
 */
export function estimateShareAmong(
  own: EntityTweets,
  others: readonly EntityTweets[],
  probability = 0.95,
): Interval | null {
  const relevant = expectedRelevant(own)
  const all = relevant + others.reduce((sum, other) => sum + expectedRelevant(other), 0)
  if (all === 0) return null
  const ratio = ratioOf(own.labels, own.tweets, RELEVANT, RELEVANT)
  const moments = others.map(momentsOf)
  const mean = moments.reduce((sum, other) => sum + other.mean, 0)
  const variance = moments.reduce((sum, other) => sum + other.variance, 0)
  const withOthers = {
    ...ratio,
    denominator: ratio.denominator.map(count => count + mean),
    denominatorVariance: ratio.denominatorVariance.map(own => own + variance),
  }
  return intervalOf(relevant / all, withOthers, 0, probability)
}

const expectedRelevant = ({ labels, tweets }: EntityTweets) =>
  LABELS.reduce((sum, _, label) => sum + (RELEVANT[label] ?? 0) * expectedCount(labels, tweets, label), 0)

/** Mean and variance of the number of relevant tweets. */
function momentsOf({ labels, tweets }: EntityTweets) {
  const { weights, numerator, numeratorVariance } = ratioOf(labels, tweets, RELEVANT, RELEVANT)
  const mean = weights.reduce((sum, weight, point) => sum + weight * (numerator[point] ?? 0), 0)
  const variance = weights.reduce(
    (sum, weight, point) => sum + weight * ((numeratorVariance[point] ?? 0) + ((numerator[point] ?? 0) - mean) ** 2),
    0,
  )
  return { mean, variance }
}
