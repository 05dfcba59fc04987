import { normalCdf } from '../statistics/normal-cdf.ts'
import type { Opinions } from './opinions-of.ts'

/** Net sentiment from -1 to 1 is divided into so many steps. */
export const STEPS = 200

/** All such weights of a posterior together are below a thousandth. */
const NEGLIGIBLE = 1e-6

/** The probability that net sentiment is at most each step from -1 to 1, at [point * (STEPS + 1) + step]. */
export function distributionsOf({ positive, negative, positiveVariance, negativeVariance, covariance }: Opinions) {
  const distributions = new Float64Array(positive.length * (STEPS + 1))
  for (let point = 0; point < positive.length; point++) {
    const first = point * (STEPS + 1)
    const [p, q, pq] = [positive[point] ?? 0, negative[point] ?? 0, covariance[point] ?? 0]
    const [vp, vq] = [positiveVariance[point] ?? 0, negativeVariance[point] ?? 0]
    for (let step = 0; step < STEPS; step++) {
      const t = -1 + (2 * step) / STEPS
      const [a, b] = [1 - t, -(1 + t)]
      const deviation = Math.sqrt(a * a * vp + b * b * vq + 2 * a * b * pq)
      distributions[first + step] = normalCdf(-(a * p + b * q) / deviation)
    }
    distributions[first + STEPS] = 1
  }
  return distributions
}

/** Their mean with the given weights of the points: the probability that net sentiment is at most each step. */
export function meanDistribution(distributions: Float64Array, weights: ArrayLike<number>): Float64Array {
  const mean = new Float64Array(STEPS + 1)
  for (let point = 0; point < weights.length; point++) {
    const weight = weights[point] as number
    if (weight < NEGLIGIBLE) continue
    const first = point * (STEPS + 1)
    for (let step = 0; step <= STEPS; step++) {
      mean[step] = (mean[step] as number) + weight * (distributions[first + step] as number)
    }
  }
  return mean
}
