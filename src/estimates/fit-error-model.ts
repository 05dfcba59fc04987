import { LABELS } from '../labels.ts'
import type { ErrorModel } from './error-model.ts'
import { type LabelledCounts, logLikelihood } from './log-likelihood.ts'
import {
  addMatrices,
  addVectors,
  cholesky,
  diagonal,
  dot,
  inverse,
  type Matrix,
  outer,
  scale,
  times,
  type Vector,
  ZERO,
} from './matrix.ts'
import { shiftedShares } from './shifted-shares.ts'

/** An entity with labels, by the strata of the model's answers. */
export interface LabelledEntity {
  readonly source: string
  readonly labelled: LabelledCounts
}

const ROUNDS = 8
/** A source or an entity of this variance is assumed beside the observed ones, so that few of them leave some doubt. */
const ASSUMED_VARIANCE = 0.3
const ASSUMED_WEIGHT = 2
/** Labelled tweets with the overall shares that are added to each stratum, so that no share of the base is 0. */
const ASSUMED_TWEETS = 2
/** A label without tweets anywhere still has this share, so that its odds are finite. */
const SMALLEST_SHARE = 1e-4
const CONCENTRATIONS = Array.from({ length: 12 }, (_, step) => 3 * 100 ** (step / 11))

interface State {
  readonly errors: ErrorModel
  readonly shiftsOfSources: ReadonlyMap<string, Vector>
}

/**
 * Fits an error model to labelled entities of several sources by an approximate EM algorithm: the shift of each entity is
 * its most probable value with the curvature there (Laplace); from these come the shifts of sources and the two
 * covariances; then the base and the concentration follow. An entity counts by the root of its number of tweets,
 * so that one large entity does not decide alone. Deterministic.
 */
export function fitErrorModel(entities: readonly LabelledEntity[]): ErrorModel {
  let state: State = {
    errors: {
      base: firstBase(entities),
      concentration: 20,
      betweenSources: diagonal(0.5, 0.5, 1),
      betweenEntities: diagonal(0.5, 0.5, 1),
    },
    shiftsOfSources: new Map(),
  }
  let shifts = entities.map(({ source }) => state.shiftsOfSources.get(source) ?? ZERO)
  for (let round = 0; round < ROUNDS; round++) {
    const { errors, shiftsOfSources } = state
    const modes = entities.map(({ source, labelled }, index) =>
      findMode(labelled, errors, shiftsOfSources.get(source) ?? ZERO, shifts[index] ?? ZERO),
    )
    shifts = modes.map(mode => mode.shift)
    const spread = fitSpread(entities, modes, errors)
    const base = fitBase(entities, shifts, errors)
    state = {
      errors: { ...spread.errors, base, concentration: fitConcentration(entities, shifts, { ...errors, base }) },
      shiftsOfSources: spread.shiftsOfSources,
    }
  }
  return state.errors
}

const sumOf = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)
const sizeOf = ({ labelled }: LabelledEntity) => sumOf(labelled.map(sumOf))

/** Shares of each stratum over all entities, each of the same weight. */
function firstBase(entities: readonly LabelledEntity[]): number[][] {
  const strata = entities[0]?.labelled.length ?? 0
  const summed = Array.from({ length: strata }, (_, stratum) =>
    LABELS.map((_label, label) => sumOf(entities.map(entity => shareOf(entity, stratum, label)))),
  )
  const overall = normalise(LABELS.map((_, label) => sumOf(summed.map(counts => counts[label] ?? 0))))
  return summed.map(counts => normalise(counts.map((count, label) => count + 0.05 * (overall[label] ?? 0))))
}

const shareOf = (entity: LabelledEntity, stratum: number, label: number) =>
  (entity.labelled[stratum]?.[label] ?? 0) / sizeOf(entity)

function normalise(counts: readonly number[]): number[] {
  const sum = sumOf(counts)
  const floored = counts.map(count => Math.max(sum === 0 ? 1 : count / sum, SMALLEST_SHARE))
  return floored.map(share => share / sumOf(floored))
}

interface Mode {
  readonly shift: Vector
  /** The inverse of the curvature: the variance of the shift around its mode. */
  readonly variance: Matrix
}

const NEWTON_STEPS = 12
/** For numerical derivatives: the error of the second one is about its square. */
const DIFFERENCE = 1e-3
const FINISHED = 1e-4
const FARTHEST_STEP = 2

/** The most probable shift, by Newton's method on the logarithm of the posterior, with a normal prior. */
function findMode(labelled: LabelledCounts, errors: ErrorModel, centre: Vector, start: Vector): Mode {
  const precision = inverse(errors.betweenEntities)
  const cost = (shift: Vector) => {
    const off = addVectors(shift, centre, -1)
    return dot(off, times(precision, off)) / 2 - logLikelihood(labelled, errors, shift)
  }
  let shift = start
  let variance = errors.betweenEntities
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const { gradient, curvature } = derivatives(cost, shift)
    variance = inverse(positive(curvature, precision))
    const move = times(variance, gradient)
    const length = Math.sqrt(dot(move, move))
    const next = descend(cost, shift, move, Math.min(1, FARTHEST_STEP / length))
    if (length < FINISHED || next === shift) break
    shift = next
  }
  return { shift, variance }
}

/** Moves against the gradient, in half steps until the cost falls; the same shift if none lowers it. */
function descend(cost: (shift: Vector) => number, shift: Vector, move: Vector, first: number): Vector {
  const before = cost(shift)
  for (let share = first; share > 1 / 1024; share /= 2) {
    const next = addVectors(shift, move, -share)
    if (cost(next) < before) return next
  }
  return shift
}

/** The curvature itself, or the prior's if the likelihood is not concave here. */
function positive(curvature: Matrix, precision: Matrix): Matrix {
  const root = cholesky(curvature)
  return root.every((row, index) => (row[index] ?? 0) > 0) ? curvature : precision
}

const UNITS: readonly Vector[] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
]

function derivatives(cost: (shift: Vector) => number, shift: Vector): { gradient: Vector; curvature: Matrix } {
  const at = (first: Vector, second: Vector, a: number, b: number) =>
    cost(addVectors(addVectors(shift, first, a * DIFFERENCE), second, b * DIFFERENCE))
  const slope = (unit: Vector) => (at(unit, ZERO, 1, 0) - at(unit, ZERO, -1, 0)) / (2 * DIFFERENCE)
  const bend = (first: Vector, second: Vector) =>
    (at(first, second, 1, 1) - at(first, second, 1, -1) - at(first, second, -1, 1) + at(first, second, -1, -1)) /
    (4 * DIFFERENCE * DIFFERENCE)
  const [x, y, z] = UNITS as [Vector, Vector, Vector]
  const [xy, xz, yz] = [bend(x, y), bend(x, z), bend(y, z)]
  return {
    gradient: [slope(x), slope(y), slope(z)],
    curvature: [
      [bend(x, x), xy, xz],
      [xy, bend(y, y), yz],
      [xz, yz, bend(z, z)],
    ],
  }
}

/** The shifts of sources, and both covariances, from the entities' modes. */
function fitSpread(entities: readonly LabelledEntity[], modes: readonly Mode[], errors: ErrorModel) {
  const bySource = new Map<string, Mode[]>()
  for (const [index, { source }] of entities.entries()) {
    const mode = modes[index]
    if (mode) bySource.set(source, [...(bySource.get(source) ?? []), mode])
  }
  const shiftsOfSources = new Map<string, Vector>()
  let between = assumed()
  let within = assumed()
  let weights = ASSUMED_WEIGHT
  for (const [source, members] of bySource) {
    const share = 1 / members.length
    const mean = members.reduce((sum, { shift }) => addVectors(sum, shift, share), ZERO)
    const own = members.reduce((sum, { variance }) => addMatrices(sum, variance, share), errors.betweenEntities)
    const noise = scale(own, share)
    // The source's shift, drawn towards 0 by how uncertain its mean is.
    const gain = inverse(addMatrices(errors.betweenSources, noise))
    const shift = times(errors.betweenSources, times(gain, mean))
    shiftsOfSources.set(source, shift)
    const rest = addMatrices(errors.betweenSources, product(errors.betweenSources, gain, errors.betweenSources), -1)
    between = addMatrices(between, addMatrices(outer(shift, shift), rest))
    const weight = Math.sqrt(share)
    for (const member of members) {
      const off = addVectors(member.shift, shift, -1)
      within = addMatrices(within, addMatrices(outer(off, off), member.variance), weight)
      weights += weight
    }
  }
  return {
    shiftsOfSources,
    errors: {
      ...errors,
      betweenSources: scale(between, 1 / (bySource.size + ASSUMED_WEIGHT)),
      betweenEntities: scale(within, 1 / weights),
    },
  }
}

const assumed = () => scale(diagonal(ASSUMED_VARIANCE, ASSUMED_VARIANCE, ASSUMED_VARIANCE), ASSUMED_WEIGHT)

/** a b a, for symmetric matrices. */
function product(a: Matrix, b: Matrix, c: Matrix): Matrix {
  const [x, y, z] = UNITS.map(unit => times(a, times(b, times(c, unit)))) as [Vector, Vector, Vector]
  return [
    [x[0], (x[1] + y[0]) / 2, (x[2] + z[0]) / 2],
    [(x[1] + y[0]) / 2, y[1], (y[2] + z[1]) / 2],
    [(x[2] + z[0]) / 2, (y[2] + z[1]) / 2, z[2]],
  ]
}

const BASE_STEPS = 10

/** The base of each stratum given the entities' shifts: a multinomial logistic fit of three intercepts. */
function fitBase(
  entities: readonly LabelledEntity[],
  shifts: readonly Vector[],
  errors: ErrorModel,
): (readonly number[])[] {
  return errors.base.map((row, stratum) => {
    let base = row
    for (let step = 0; step < BASE_STEPS; step++) {
      let [gradient, curvature] = priorOfBase(base, row)
      for (const [index, entity] of entities.entries()) {
        const counts = entity.labelled[stratum] ?? []
        const weight = 1 / Math.sqrt(sizeOf(entity))
        const [p, , q, r] = shiftedShares(base, shifts[index] ?? ZERO)
        const total = sumOf(counts) * weight
        const off: Vector = [
          (counts[0] ?? 0) * weight - total * p,
          (counts[2] ?? 0) * weight - total * q,
          (counts[3] ?? 0) * weight - total * r,
        ]
        gradient = addVectors(gradient, off)
        const shares: Vector = [p, q, r]
        curvature = addMatrices(curvature, addMatrices(diagonal(p, q, r), outer(shares, shares), -1), total)
      }
      const move = times(inverse(curvature), gradient)
      base = normalise(shiftedShares(base, clip(move)))
    }
    return base
  })
}

/** Of some tweets with the shares of the last round, so that a stratum without tweets keeps its base. */
function priorOfBase(base: readonly number[], before: readonly number[]): [Vector, Matrix] {
  const [p = 0, , q = 0, r = 0] = base
  const [a = 0, , b = 0, c = 0] = before
  const shares: Vector = [p, q, r]
  const gradient = scaleVector([a - p, b - q, c - r], ASSUMED_TWEETS)
  return [gradient, scale(addMatrices(diagonal(p, q, r), outer(shares, shares), -1), ASSUMED_TWEETS)]
}

const scaleVector = (vector: Vector, by: number) => addVectors(ZERO, vector, by)
const clip = ([a, b, c]: Vector): Vector => [clamp(a), clamp(b), clamp(c)]
const clamp = (value: number) => Math.max(-1, Math.min(1, value))

function fitConcentration(entities: readonly LabelledEntity[], shifts: readonly Vector[], errors: ErrorModel): number {
  const likelihoods = CONCENTRATIONS.map(concentration =>
    sumOf(
      entities.map(
        (entity, index) =>
          logLikelihood(entity.labelled, { ...errors, concentration }, shifts[index] ?? ZERO) / sizeOf(entity) ** 0.25,
      ),
    ),
  )
  return CONCENTRATIONS[likelihoods.indexOf(Math.max(...likelihoods))] ?? errors.concentration
}
