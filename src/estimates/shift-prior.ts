import { DEGREES_OF_FREEDOM, type ErrorModel } from './error-model.ts'
import { addMatrices, type Matrix, scale, type Vector, ZERO } from './matrix.ts'

/** What is known of an entity's shift before its own labels: a t distribution with this mean and covariance. */
export interface ShiftPrior {
  readonly mean: Vector
  readonly covariance: Matrix
}

/** Without any label of the same source. */
export const priorOf = ({ betweenSources, betweenEntities }: ErrorModel): ShiftPrior => ({
  mean: ZERO,
  covariance: addMatrices(betweenSources, betweenEntities),
})

/** The matrix whose t distribution has the prior's covariance. */
export const scaleOf = ({ covariance }: ShiftPrior): Matrix =>
  scale(covariance, (DEGREES_OF_FREEDOM - 2) / DEGREES_OF_FREEDOM)
