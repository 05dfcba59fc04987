import { normalCdf } from '../statistics/normal-cdf.ts'
import { risingRoot } from '../statistics/rising-root.ts'
import { DEGREES_OF_FREEDOM } from './error-model.ts'
import { addVectors, dot, forwardSolve, type Matrix, type Vector, ZERO } from './matrix.ts'

/** Enough for a wide interval: its ends rest on a fortieth of them each. */
export const MANY_POINTS = 1024
/** Enough where the points were placed well. */
export const SOME_POINTS = 512

/** The positive root of x^5 = x + 1. Multiples of its powers fill four dimensions evenly (M. Roberts, 2018). */
const ROOT = 1.1673039782614187

const uniformPoints = memoize(count =>
  Array.from({ length: count }, (_, index) =>
    [1, 2, 3, 4].map(dimension => (0.5 + (index + 1) / ROOT ** dimension) % 1),
  ),
)

/** Evenly spread points of a trivariate standard normal distribution, the same on each call, each of the same weight. */
export const normalPoints = memoize(count =>
  uniformPoints(count).map(
    ([a = 0.5, b = 0.5, c = 0.5]): Vector => [normalQuantile(a), normalQuantile(b), normalQuantile(c)],
  ),
)

/** The same of a t distribution with mean 0 and scale 1. */
export const tPoints = memoize(count =>
  normalPoints(count).map((point, index) => {
    const radius = Math.sqrt(DEGREES_OF_FREEDOM / chiSquareQuantile(uniformPoints(count)[index]?.[3] ?? 0.5))
    return addVectors(ZERO, point, radius)
  }),
)

function memoize<T>(make: (count: number) => readonly T[]): (count: number) => readonly T[] {
  const made = new Map<number, readonly T[]>()
  return count => {
    const points = made.get(count) ?? make(count)
    made.set(count, points)
    return points
  }
}

/** Logarithm of the density of a t distribution, up to a constant; `root` is the Cholesky factor of its scale. */
export function logDensity(shift: Vector, mean: Vector, root: Matrix): number {
  const standard = forwardSolve(root, addVectors(shift, mean, -1))
  const volume = Math.log(root[0][0] * root[1][1] * root[2][2])
  return -((DEGREES_OF_FREEDOM + 3) / 2) * Math.log1p(dot(standard, standard) / DEGREES_OF_FREEDOM) - volume
}

function normalQuantile(share: number): number {
  return risingRoot(normalCdf, share, -8, 8)
}

/** Of five degrees of freedom, whose distribution function has a closed form. */
function chiSquareQuantile(share: number): number {
  const cdf = (x: number) =>
    2 * normalCdf(Math.sqrt(x)) - 1 - Math.sqrt((2 * x) / Math.PI) * Math.exp(-x / 2) * (1 + x / 3)
  return risingRoot(cdf, share, 0, 100)
}
