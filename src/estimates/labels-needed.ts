import { LABELS } from '../labels.ts'
import { normalCdf } from '../statistics/normal-cdf.ts'
import { risingRoot } from '../statistics/rising-root.ts'
import type { Tweets } from './contrast.ts'
import { expectedCount } from './estimate-net-sentiment.ts'
import type { Interval } from './interval.ts'
import type { LabelPosterior } from './label-posterior.ts'

/** One of the compared sets of tweets. */
interface NeededSide {
  readonly labels: LabelPosterior
  readonly tweets: Tweets
}

/** Width of a 95 % interval of a normal distribution, in standard deviations. */
const WIDTH = 2 * 1.959963984540054

/**
 * About how many more labels of each side, drawn at random, would make their difference significant at `level`, if the
 * present value is right. The labels' own variance is that of a stratified sample with the finite population correction;
 * inverse variances of labels and of present knowledge add up. The number is rounded up. Null if not even labels of all tweets would be enough.
 */
export function labelsNeeded(
  { value, low, high }: Interval,
  sides: readonly [NeededSide, NeededSide],
  level: number,
): number | null {
  const variances = sides.map(variancesOf)
  const sampling = variances.reduce((sum, side) => sum + side.sampling, 0)
  const knowledge = Math.max(((high - low) / WIDTH) ** 2 - sampling, 0)
  const distance = risingRoot(normalCdf, 1 - level / 2, 0, 8)
  const isEnough = (count: number) => {
    const ofLabels = variances.reduce((sum, side) => sum + side.ofLabels(count), 0)
    const left = knowledge === 0 || ofLabels === 0 ? 0 : 1 / (1 / knowledge + 1 / ofLabels)
    return Math.abs(value) >= distance * Math.sqrt(sampling + left)
  }
  let [few, enough] = [0, Math.max(...variances.map(({ unlabelled }) => unlabelled))]
  if (enough === 0 || !isEnough(enough)) return null
  while (enough - few > 1) {
    const middle = Math.floor((few + enough) / 2)
    if (isEnough(middle)) enough = middle
    else few = middle
  }
  return enough < 100 ? Math.ceil(enough / 5) * 5 : Math.ceil(enough / 10) * 10
}

function variancesOf({ labels, tweets }: NeededSide) {
  const unlabelled = sum(tweets.unlabelled)
  const total = unlabelled + sum(tweets.known)
  const expected = LABELS.map((_, label) => expectedCount(labels, tweets, label))
  const [positive = 0, , negative = 0] = expected
  const net = (positive - negative) / (positive + negative)
  // How much one tweet with each label moves net sentiment, times the number of tweets.
  const scale = total / (positive + negative)
  const influence = [(1 - net) * scale, 0, -(1 + net) * scale, 0]
  const varianceOf = (shares: readonly number[]) => {
    const mean = shares.reduce((all, share, label) => all + share * (influence[label] ?? 0), 0)
    return shares.reduce((all, share, label) => all + share * ((influence[label] ?? 0) - mean) ** 2, 0)
  }
  const within = tweets.unlabelled.reduce((all, count, stratum) => {
    const shares = [...labels.centralShares.subarray(4 * stratum, 4 * stratum + 4)]
    return all + (count / total) * varianceOf(shares)
  }, 0)
  return {
    unlabelled,
    sampling: varianceOf(expected.map(count => count / total)) / total,
    ofLabels: (count: number) => (within * Math.max(0, 1 - count / unlabelled)) / count,
  }
}

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)
