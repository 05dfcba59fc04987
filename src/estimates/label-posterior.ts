import { concentrationAt } from './concentration-at.ts'
import type { ErrorModel } from './error-model.ts'
import type { LabelledCounts } from './log-likelihood.ts'
import type { ShiftPosterior } from './shift-posterior.ts'
import { shiftedShares } from './shifted-shares.ts'

/** What is known of the true labels of an entity's unlabelled tweets, after the labelled ones. */
export interface LabelPosterior {
  /** One for each point; they sum to 1. */
  readonly weights: Float64Array
  /** The expected share of label y in stratum k at point s stands at [(s * strata + k) * 4 + y]. */
  readonly shares: Float64Array
  /** The number of labels that the shares of stratum k are worth at point s, at [s * strata + k]: the parameters of the
   * Dirichlet distribution, summed. */
  readonly strengths: Float64Array
  /** The shares at the mean shift, at [k * 4 + y]. Values come from these: their error is less than with mean shares. */
  readonly centralShares: Float64Array
}

export function labelPosterior(labelled: LabelledCounts, errors: ErrorModel, shift: ShiftPosterior): LabelPosterior {
  const strata = errors.base.length
  const weights = Float64Array.from(shift.weights)
  const shares = new Float64Array(shift.shifts.length * strata * 4)
  const totals = errors.base.map((_, stratum) => (labelled[stratum] ?? []).reduce((all, count) => all + count, 0))
  const strengths = new Float64Array(shift.shifts.length * strata)
  let at = 0
  for (const [point, vector] of shift.shifts.entries()) {
    const concentration = concentrationAt(errors, point)
    for (const [stratum, base] of errors.base.entries()) {
      const counts = labelled[stratum] ?? []
      const strength = concentration + (totals[stratum] ?? 0)
      strengths[point * strata + stratum] = strength
      for (const [label, share] of shiftedShares(base, vector).entries()) {
        shares[at++] = (concentration * share + (counts[label] ?? 0)) / strength
      }
    }
  }
  return { weights, shares, strengths, centralShares: centralShares(labelled, errors, shift) }
}

function centralShares(labelled: LabelledCounts, errors: ErrorModel, { mean, weights }: ShiftPosterior): Float64Array {
  const shares = new Float64Array(errors.base.length * 4)
  for (const [stratum, base] of errors.base.entries()) {
    const counts = labelled[stratum] ?? []
    const total = counts.reduce((all, count) => all + count, 0)
    const expected = shiftedShares(base, mean)
    // How much the labels count depends on the concentration, which differs between the points.
    const trust = weights.reduce((sum, weight, point) => {
      const concentration = concentrationAt(errors, point)
      return sum + (weight * concentration) / (concentration + total)
    }, 0)
    for (const [label, share] of expected.entries()) {
      shares[stratum * 4 + label] = trust * share + (total === 0 ? 0 : ((1 - trust) * (counts[label] ?? 0)) / total)
    }
  }
  return shares
}
