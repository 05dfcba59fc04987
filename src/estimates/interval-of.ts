import { smoothQuantile } from '../statistics/smooth-quantile.ts'
import { probabilityAtMost, type Ratio } from './contrast.ts'
import type { Interval } from './interval.ts'

/** Far below what is shown, and each step costs a look at every point. */
const PRECISION = 1e-5

/** The interval of the given probability for a ratio between `least` and 1; it always has the value inside. */
export function intervalOf(value: number, ratio: Ratio, least: 0 | -1, probability: number): Interval {
  const atMost = (t: number) => probabilityAtMost(ratio, t)
  const outside = (1 - probability) / 2
  const { mean, deviation } = roughly(ratio)
  const quantile = (share: number, guess: number) => smoothQuantile(atMost, share, [least, 1], guess, PRECISION)
  const low = quantile(outside, mean - 2 * deviation)
  const high = quantile(1 - outside, mean + 2 * deviation)
  return { value, low: Math.min(low, value), high: Math.max(high, value) }
}

/** Mean and standard deviation of the ratio of the means, where to begin. */
function roughly({ weights, numerator, denominator }: Ratio) {
  let [mean, square] = [0, 0]
  for (let point = 0; point < weights.length; point++) {
    const ratio = (numerator[point] as number) / (denominator[point] as number)
    mean += (weights[point] as number) * ratio
    square += (weights[point] as number) * ratio * ratio
  }
  return { mean, deviation: Math.sqrt(Math.max(square - mean * mean, 0)) }
}
