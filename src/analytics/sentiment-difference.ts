import { type Estimate, mapEstimate } from '../statistics/estimate.ts'
import { newcombe } from '../statistics/newcombe.ts'
import type { Share } from '../statistics/share.ts'
import type { LabelCounts } from './label-counts.ts'
import { netSentiment } from './net-sentiment.ts'

type Opinions = Pick<LabelCounts, 'positive' | 'negative'>

/**
 * Net sentiment of the first less that of the second, -2 to 2, of independent samples; the sample size is the opinions of both. Net
 * sentiment is 2 p - 1 of the share p of positive opinions, so the difference is twice that of the shares, and so is Newcombe's interval.
 */
export function sentimentDifference(first: Opinions, second: Opinions): Estimate {
  const doubled = mapEstimate(newcombe(positiveShare(first), positiveShare(second)), shares => 2 * shares)
  const [one, other] = [netSentiment(first).value, netSentiment(second).value]
  // Not the doubled value, which may differ in its last digit from the difference of the two figures that are shown.
  return one === null || other === null ? doubled : { ...doubled, value: one - other }
}

/** The share of positive opinions. */
const positiveShare = ({ positive, negative }: Opinions): Share => ({
  successes: positive,
  trials: positive + negative,
})
