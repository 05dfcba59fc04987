import { type Estimate, NO_EVIDENCE, Z_95 } from '../statistics/estimate.ts'
import type { LabelCounts } from './label-counts.ts'

/**
 * (positive - negative) / (positive + neutral + negative), from -1 to 1. Neutral tweets pull it towards 0; irrelevant ones do not count.
 *
 * It is the difference of two shares of one multinomial sample. The interval is the score interval for such a difference (T. Tango,
 * Statistics in Medicine 17, 1998, 891-908): the differences that a score test at 5 % would not reject. It stays inside -1..1, has a width
 * even if all tweets agree, and without neutral tweets equals the interval of `netSentiment`.
 */
export function netSentimentAll(
  { positive, neutral, negative }: Pick<LabelCounts, 'positive' | 'neutral' | 'negative'>,
  z = Z_95,
): Estimate {
  const n = positive + neutral + negative
  if (n === 0) return NO_EVIDENCE
  const value = (positive - negative) / n
  const score = (difference: number) => scoreOf(difference, { positive, negative, n })
  return {
    value,
    low: positive === 0 && neutral === 0 ? -1 : crossing(score, z, -1, value),
    high: negative === 0 && neutral === 0 ? 1 : crossing(score, -z, value, 1),
    sampleSize: n,
  }
}

/** The score statistic if the true difference is `difference`. It falls as `difference` rises. */
function scoreOf(
  difference: number,
  { positive, negative, n }: { positive: number; negative: number; n: number },
): number {
  const share = negativeShareAt(difference, positive, negative, n)
  const deviation = positive - negative - n * difference
  const variance = n * (2 * share + difference * (1 - difference))
  if (variance <= 0) return deviation === 0 ? 0 : Math.sign(deviation) * Number.POSITIVE_INFINITY
  return deviation / Math.sqrt(variance)
}

/** The most likely share of negative tweets if the true difference is `difference`: a root of the likelihood's quadratic. */
function negativeShareAt(difference: number, positive: number, negative: number, n: number): number {
  const a = 2 * n
  const b = -positive - negative + (2 * n - positive + negative) * difference
  const c = -negative * difference * (1 - difference)
  return (Math.sqrt(Math.max(0, b * b - 4 * a * c)) - b) / (2 * a)
}

/** The point where the falling function meets `target`, by bisection down to the spacing of doubles near 1. */
function crossing(falling: (x: number) => number, target: number, low: number, high: number): number {
  let [left, right] = [low, high]
  for (let step = 0; step < 54; step += 1) {
    const middle = (left + right) / 2
    if (falling(middle) > target) left = middle
    else right = middle
  }
  return (left + right) / 2
}
