import type { ErrorModel } from './error-model.ts'
import { addMatrices, addVectors, inverse, type Matrix, times, type Vector, ZERO } from './matrix.ts'
import type { ShiftPosterior } from './shift-posterior.ts'
import { type ShiftPrior, scaleOf } from './shift-prior.ts'

/** The labels of one entity, as far as they tell the shift of its source. */
export interface ShiftEvidence {
  /** The inverse of the variance of `estimate`, which includes the entity's own shift. */
  readonly precision: Matrix
  /** The precision times the shift that the entity's labels alone suggest. */
  readonly information: Vector
}

/** Keeps the information of a few labels positive definite, although its estimate may not be. */
const SMALLEST_PRECISION = 1e-3

/** What an entity's posterior says about its source: the posterior without its prior, as a normal distribution. */
export function evidenceOf(posterior: ShiftPosterior, prior: ShiftPrior, errors: ErrorModel): ShiftEvidence {
  const after = inverse(posterior.covariance)
  const before = inverse(scaleOf(prior))
  const gained = floor(addMatrices(after, before, -1))
  const information = addVectors(times(after, posterior.mean), times(before, prior.mean), -1)
  const variance = inverse(gained)
  const precision = inverse(addMatrices(variance, errors.betweenEntities))
  return { precision, information: times(precision, times(variance, information)) }
}

/** At least a little information in each direction of the axes. */
function floor(matrix: Matrix): Matrix {
  const [[a, b, c], [, d, e], [, , f]] = matrix
  const safe = (value: number) => Math.max(value, SMALLEST_PRECISION)
  const [x, y, z] = [safe(a), safe(d), safe(f)]
  // Off the diagonal at most what keeps the matrix positive definite.
  const limit = (value: number, one: number, other: number) => {
    const most = 0.45 * Math.sqrt(one * other)
    return Math.max(-most, Math.min(most, value))
  }
  const [xy, xz, yz] = [limit(b, x, y), limit(c, x, z), limit(e, y, z)]
  return [
    [x, xy, xz],
    [xy, y, yz],
    [xz, yz, z],
  ]
}

/** The shift of a source after the labels of some of its entities, as mean and covariance. */
export function sourceShift(evidence: readonly ShiftEvidence[], errors: ErrorModel): ShiftPrior {
  let precision = inverse(errors.betweenSources)
  let information: Vector = ZERO
  for (const entity of evidence) {
    precision = addMatrices(precision, entity.precision)
    information = addVectors(information, entity.information)
  }
  const covariance = inverse(precision)
  return { mean: times(covariance, information), covariance }
}

/** The prior of an entity whose source has this shift. */
export const entityPrior = (source: ShiftPrior, errors: ErrorModel): ShiftPrior => ({
  mean: source.mean,
  covariance: addMatrices(source.covariance, errors.betweenEntities),
})
