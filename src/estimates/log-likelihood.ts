import { logGamma } from '../statistics/log-gamma.ts'
import type { ErrorModel } from './error-model.ts'
import type { Vector } from './matrix.ts'
import { shiftedShares } from './shifted-shares.ts'

/** Labelled tweets of one entity: for each stratum, the number with each true label, in the order of `LABELS`. */
export type LabelledCounts = readonly (readonly number[])[]

/**
 * Natural logarithm of the probability of the labels if the entity has this shift, up to a constant: a
 * Dirichlet-multinomial for each stratum. The counts need not be integers.
 */
export function logLikelihood(labelled: LabelledCounts, errors: ErrorModel, shift: Vector): number {
  let sum = 0
  for (const [stratum, counts] of labelled.entries()) {
    const total = counts.reduce((all, count) => all + count, 0)
    if (total === 0) continue
    const shares = shiftedShares(errors.base[stratum] ?? [], shift)
    sum += logGamma(errors.concentration) - logGamma(errors.concentration + total)
    for (const [label, count] of counts.entries()) {
      if (count === 0) continue
      const weight = errors.concentration * (shares[label] ?? 0)
      sum += logGamma(weight + count) - logGamma(weight)
    }
  }
  return sum
}
