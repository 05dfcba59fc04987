import type { ErrorModel } from '../../src/estimates/error-model.ts'
import { addVectors, cholesky, type Matrix, times, type Vector, ZERO } from '../../src/estimates/matrix.ts'
import { shiftedShares } from '../../src/estimates/shifted-shares.ts'

/** Random draws that know nothing of the code under test: Box-Muller, and Marsaglia and Tsang's gamma. */
export function draws(random: () => number) {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * (1 - random()) ** (1 / shape)
    const d = shape - 1 / 3
    for (;;) {
      const x = normal()
      const v = (1 + x / Math.sqrt(9 * d)) ** 3
      if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
    }
  }
  const dirichlet = (weights: readonly number[]) => {
    const parts = weights.map(weight => gamma(Math.max(weight, 1e-6)))
    const sum = parts.reduce((all, part) => all + part, 0)
    return parts.map(part => part / sum)
  }
  const multinomial = (count: number, shares: readonly number[]) => {
    const counts = shares.map(() => 0)
    for (let trial = 0; trial < count; trial++) {
      let left = random()
      let at = 0
      while (at < shares.length - 1 && left >= (shares[at] ?? 0)) left -= shares[at++] ?? 0
      counts[at] = (counts[at] ?? 0) + 1
    }
    return counts
  }
  const vector = (covariance: Matrix): Vector => times(cholesky(covariance), [normal(), normal(), normal()])
  return { normal, gamma, dirichlet, multinomial, vector }
}

/** True labels of an entity's tweets, drawn from the error model: for each stratum, the number with each label. */
export function simulateLabels(
  errors: ErrorModel,
  perStratum: readonly number[],
  random: () => number,
  sourceShift: Vector = ZERO,
): number[][] {
  const { dirichlet, multinomial, vector } = draws(random)
  const shift = addVectors(sourceShift, vector(errors.betweenEntities))
  return perStratum.map((count, stratum) => {
    const shares = shiftedShares(errors.base[stratum] ?? [], shift)
    return multinomial(count, dirichlet(shares.map(share => share * errors.concentration)))
  })
}

/** A random part of the labels: the same tweets as counts of labelled ones and numbers of unlabelled ones. */
export function reveal(labels: readonly (readonly number[])[], count: number, random: () => number) {
  const tweets = labels.flatMap((row, stratum) =>
    row.flatMap((n, label) => Array.from({ length: n }, () => ({ stratum, label }))),
  )
  const labelled = labels.map(row => row.map(() => 0))
  for (let drawn = 0; drawn < count; drawn++) {
    const at = drawn + Math.floor(random() * (tweets.length - drawn))
    const [one, other] = [tweets[drawn], tweets[at]]
    if (one && other) [tweets[drawn], tweets[at]] = [other, one]
    const row = labelled[tweets[drawn]?.stratum ?? 0]
    const label = tweets[drawn]?.label ?? 0
    if (row) row[label] = (row[label] ?? 0) + 1
  }
  const sum = (row: readonly number[]) => row.reduce((all, n) => all + n, 0)
  const unlabelled = labels.map((row, stratum) => sum(row) - sum(labelled[stratum] ?? []))
  const known = [0, 1, 2, 3].map(label => sum(labelled.map(row => row[label] ?? 0)))
  return { labelled, tweets: { unlabelled, known } }
}

export function netOf(labels: readonly (readonly number[])[]): number {
  const total = (label: number) => labels.reduce((all, row) => all + (row[label] ?? 0), 0)
  return (total(0) - total(2)) / (total(0) + total(2))
}

/** Errors like those of a real model: certain answers are right more often than uncertain ones. */
export const ERRORS: ErrorModel = {
  base: [
    [0.76, 0.2, 0.035, 0.005],
    [0.44, 0.46, 0.09, 0.01],
    [0.1, 0.84, 0.05, 0.01],
    [0.18, 0.68, 0.12, 0.02],
    [0.07, 0.29, 0.63, 0.01],
    [0.15, 0.44, 0.4, 0.01],
    [0.5, 0.25, 0.05, 0.2],
    [0.3, 0.31, 0.05, 0.34],
  ],
  concentration: 40,
  betweenSources: [
    [0.4, 0.1, 0],
    [0.1, 0.5, 0],
    [0, 0, 0.6],
  ],
  betweenEntities: [
    [0.5, 0.1, 0],
    [0.1, 0.4, 0],
    [0, 0, 0.4],
  ],
}
