import { concentrationAt } from './concentration-at.ts'
import type { ErrorModel } from './error-model.ts'
import { type LabelledCounts, logLikelihood } from './log-likelihood.ts'
import {
  addMatrices,
  addVectors,
  cholesky,
  diagonal,
  type Matrix,
  outer,
  scale,
  times,
  type Vector,
  ZERO,
} from './matrix.ts'
import { type ShiftPrior, scaleOf } from './shift-prior.ts'
import { logDensity, MANY_POINTS, SOME_POINTS, tPoints } from './t-points.ts'

/** Weighted points of an entity's shift, with their mean and covariance. */
export interface ShiftPosterior {
  readonly shifts: readonly Vector[]
  /** Sum to 1. */
  readonly weights: readonly number[]
  readonly mean: Vector
  readonly covariance: Matrix
}

/**
 * How much the labels count in each round. Each round places its points where the round before found the weight, and the
 * first ones must not trust the few points that happen to be near.
 */
const ROUNDS = [0.3, 0.7, 1]

/** The points are placed a little wider than the weight that was found, so that its tails are covered. */
const WIDER = 1.3
const NARROWEST = 1e-3

/**
 * The shift of an entity after its labels, by adaptive importance sampling at fixed points (Cappe et al., Statistics and
 * Computing 18, 2008). Without labels the points are those of the prior.
 */
export function shiftPosterior(labelled: LabelledCounts, errors: ErrorModel, prior: ShiftPrior): ShiftPosterior {
  const isLabelled = labelled.some(counts => counts.some(count => count > 0))
  if (!isLabelled) return priorPoints(prior, MANY_POINTS)
  return posteriorPoints(prior, SOME_POINTS, (shift, point) =>
    logLikelihood(labelled, { ...errors, concentration: concentrationAt(errors, point) }, shift),
  )
}

/** Points of the prior, each of the same weight. */
export function priorPoints(prior: ShiftPrior, count: number): ShiftPosterior {
  const shifts = pointsOf(proposalOf(prior), count)
  return momentsOf(
    shifts,
    shifts.map(() => 1 / count),
  )
}

/** Points of a shift after evidence, whose logarithm of the likelihood is given at a shift and the number of its point. */
export function posteriorPoints(
  prior: ShiftPrior,
  count: number,
  logEvidence: (shift: Vector, point: number) => number,
): ShiftPosterior {
  const target = proposalOf(prior)
  const weigh = (proposal: Proposal, share: number) => {
    const shifts = pointsOf(proposal, count)
    const logs = shifts.map(
      (shift, point) =>
        logEvidence(shift, point) +
        logDensity(shift, target.mean, target.root) -
        logDensity(shift, proposal.mean, proposal.root),
    )
    const largest = Math.max(...logs)
    const weights = logs.map(log => Math.exp(share * (log - largest)))
    const sum = weights.reduce((all, weight) => all + weight, 0)
    return momentsOf(
      shifts,
      weights.map(weight => weight / sum),
    )
  }
  let proposal = target
  for (const share of ROUNDS) {
    const { mean, covariance } = weigh(proposal, share)
    const wider = addMatrices(scale(covariance, WIDER), diagonal(NARROWEST, NARROWEST, NARROWEST))
    proposal = { mean, root: cholesky(wider) }
  }
  return weigh(proposal, 1)
}

interface Proposal {
  readonly mean: Vector
  readonly root: Matrix
}

const proposalOf = (prior: ShiftPrior): Proposal => ({ mean: prior.mean, root: cholesky(scaleOf(prior)) })

const pointsOf = ({ mean, root }: Proposal, count: number): Vector[] =>
  tPoints(count).map(point => addVectors(mean, times(root, point)))

function momentsOf(shifts: readonly Vector[], weights: readonly number[]): ShiftPosterior {
  let mean = ZERO
  for (const [index, shift] of shifts.entries()) mean = addVectors(mean, shift, weights[index])
  let covariance = diagonal(0, 0, 0)
  for (const [index, shift] of shifts.entries()) {
    const off = addVectors(shift, mean, -1)
    covariance = addMatrices(covariance, outer(off, off), weights[index])
  }
  return { shifts, weights, mean, covariance }
}
