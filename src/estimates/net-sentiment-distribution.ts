import { normalCdf } from '../statistics/normal-cdf.ts'
import type { Opinions } from './opinions-of.ts'

/** Net sentiment from -1 to 1 is divided into so many steps. */
export const STEPS = 200

/** The probability that net sentiment is at most each step from -1 to 1. */
export function distributionOf(opinions: Opinions, weights: ArrayLike<number>): Float64Array {
  const distribution = new Float64Array(STEPS + 1)
  for (let point = 0; point < weights.length; point++) {
    const weight = weights[point] ?? 0
    if (weight < 1e-9) continue
    const [p = 0, q = 0, vp = 0, vq = 0, pq = 0] = [
      opinions.positive[point],
      opinions.negative[point],
      opinions.positiveVariance[point],
      opinions.negativeVariance[point],
      opinions.covariance[point],
    ]
    for (let step = 0; step < STEPS; step++) {
      const t = -1 + (2 * step) / STEPS
      const [a, b] = [1 - t, -(1 + t)]
      const deviation = Math.sqrt(a * a * vp + b * b * vq + 2 * a * b * pq)
      distribution[step] = (distribution[step] ?? 0) + weight * normalCdf(-(a * p + b * q) / deviation)
    }
  }
  distribution[STEPS] = 1
  return distribution
}
