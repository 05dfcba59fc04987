import { minimise } from './minimise.ts'
import type { SparseRows } from './sparse-rows.ts'

export interface SoftmaxRegression {
  /** `columns x classes`, row-major, then one bias per class. */
  readonly weights: Float64Array
  readonly classes: number
}

export interface RegressionOptions {
  readonly columns: number
  readonly classes: number
  /** Half of this times the squared norm of the weights is added to the mean loss. Biases are not penalised. */
  readonly penalty: number
  readonly mostSteps: number
}

/**
 * Multinomial logistic regression: minimises the mean cross-entropy plus the penalty. The problem is convex, so the
 * result does not depend on the order of the rows.
 * @param targets the class of each row.
 */
export function fitSoftmaxRegression(
  rows: SparseRows,
  targets: Uint8Array,
  { columns, classes, penalty, mostSteps }: RegressionOptions,
): SoftmaxRegression {
  const weights = new Float64Array((columns + 1) * classes)
  const objective = (at: Float64Array, gradient: Float64Array) =>
    lossAndGradient({ rows, targets, penalty }, { weights: at, classes }, gradient)
  return { weights: minimise(objective, weights, { mostSteps, tolerance: 1e-5 }), classes }
}

/** The objective: the mean cross-entropy of these rows plus the penalty. */
export interface RegressionObjective {
  readonly rows: SparseRows
  readonly targets: Uint8Array
  readonly penalty: number
}

/** Writes the gradient into its argument and returns the penalised mean loss, in nats. */
export function lossAndGradient(
  { rows, targets, penalty }: RegressionObjective,
  { weights, classes }: SoftmaxRegression,
  gradient: Float64Array,
): number {
  const biasAt = weights.length - classes
  let squares = 0
  for (let at = 0; at < biasAt; at++) {
    const weight = weights[at] as number
    squares += weight * weight
    gradient[at] = penalty * weight
  }
  gradient.fill(0, biasAt)
  const share = 1 / targets.length
  const probabilities = new Float64Array(classes)
  let loss = 0
  for (let row = 0; row < targets.length; row++) {
    predictRow(rows, row, { weights, classes }, probabilities)
    const target = targets[row] as number
    loss -= Math.log(Math.max(Number.MIN_VALUE, probabilities[target] as number))
    probabilities[target] = (probabilities[target] as number) - 1
    const end = rows.starts[row + 1] as number
    for (let entry = rows.starts[row] as number; entry < end; entry++) {
      const value = (rows.values[entry] as number) * share
      const at = (rows.columns[entry] as number) * classes
      for (let c = 0; c < classes; c++)
        gradient[at + c] = (gradient[at + c] as number) + value * (probabilities[c] as number)
    }
    for (let c = 0; c < classes; c++) {
      gradient[biasAt + c] = (gradient[biasAt + c] as number) + share * (probabilities[c] as number)
    }
  }
  return loss * share + (penalty / 2) * squares
}

/** Writes the class probabilities of one row into the last argument. */
export function predictRow(
  rows: SparseRows,
  row: number,
  { weights, classes }: SoftmaxRegression,
  probabilities: Float64Array,
): void {
  const biasAt = weights.length - classes
  for (let c = 0; c < classes; c++) probabilities[c] = weights[biasAt + c] as number
  const end = rows.starts[row + 1] as number
  for (let entry = rows.starts[row] as number; entry < end; entry++) {
    const value = rows.values[entry] as number
    const at = (rows.columns[entry] as number) * classes
    for (let c = 0; c < classes; c++)
      probabilities[c] = (probabilities[c] as number) + value * (weights[at + c] as number)
  }
  let highest = Number.NEGATIVE_INFINITY
  for (let c = 0; c < classes; c++) highest = Math.max(highest, probabilities[c] as number)
  let total = 0
  for (let c = 0; c < classes; c++) {
    const power = Math.exp((probabilities[c] as number) - highest)
    probabilities[c] = power
    total += power
  }
  for (let c = 0; c < classes; c++) probabilities[c] = (probabilities[c] as number) / total
}
