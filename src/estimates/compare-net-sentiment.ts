import type { Tweets } from './contrast.ts'
import type { ErrorModel } from './error-model.ts'
import { netSentimentValue } from './estimate-net-sentiment.ts'
import type { Interval } from './interval.ts'
import { type LabelPosterior, labelPosterior } from './label-posterior.ts'
import type { LabelledCounts } from './log-likelihood.ts'
import { addVectors, cholesky, dot, forwardSolve, times, type Vector } from './matrix.ts'
import { distributionOf, STEPS } from './net-sentiment-distribution.ts'
import { opinionsOf } from './opinions-of.ts'
import type { ShiftPosterior } from './shift-posterior.ts'
import { type ShiftPrior, scaleOf } from './shift-prior.ts'
import { logDensity, normalPoints, tPoints } from './t-points.ts'

/** One of the compared sets of tweets. */
export interface Side {
  /** Labels of the entity that tell its shift. */
  readonly labelled: LabelledCounts
  readonly prior: ShiftPrior
  readonly shift: ShiftPosterior
  readonly labels: LabelPosterior
  readonly tweets: Tweets
}

/** The difference of two net sentiments, and how likely the opposite sign is. */
export interface Difference extends Interval {
  /** Twice the probability that the difference has not the sign of its median: at most 1. */
  readonly pValue: number
}

/** Points of the source's shift, and for each of them of an entity's own shift. */
const SOURCE_POINTS = 24
const ENTITY_POINTS = 64

/**
 * Compares the net sentiment of entities from one source, every pair. The shift of the source is the same for all, so it
 * cancels as far as the strata of both are alike; given that shift, the entities are independent. The figures are about
 * the opinions behind the tweets: sampling of tweets is included, other than in `estimateNetSentiment`. `source` is the
 * shift of the source without the labels of the compared entities. Null for a pair without opinions on one side.
 */
export function compareNetSentiment(sides: readonly Side[], errors: ErrorModel, source: ShiftPrior) {
  const shifts = sourcePoints(source)
  const isLabelled = sides.map(side => side.labelled.some(counts => counts.some(count => count > 0)))
  const fresh = isLabelled.every(Boolean) ? [] : shifts.map(shift => unlabelledPosterior(shift, errors))
  const conditionals = sides.map((side, index) =>
    isLabelled[index] ? givenLabels(side, shifts, errors) : givenShift(side, fresh),
  )
  const weights = weightsOf(conditionals, shifts.length)
  const values = sides.map(({ labels, tweets }) => netSentimentValue(labels, tweets))
  return (first: number, second: number): Difference | null => {
    const [one, other, a, b] = [conditionals[first], conditionals[second], values[first], values[second]]
    if (!one || !other || a == null || b == null) return null
    return differenceOf(one, other, weights, a - b)
  }
}

const sourcePoints = (source: ShiftPrior): Vector[] => {
  const root = cholesky(scaleOf(source))
  return tPoints(SOURCE_POINTS).map(point => addVectors(source.mean, times(root, point)))
}

/** What is known at each shift of the source: how likely it makes the side's labels, and the distribution of its figure. */
interface Conditional {
  readonly logEvidence: readonly number[]
  /** The probability that net sentiment is at most -1 + 2 * step / STEPS. */
  readonly distributions: readonly Float64Array[]
}

/** Normal points of an entity's own shift around that of its source. */
function unlabelledPosterior(shift: Vector, errors: ErrorModel): LabelPosterior {
  const root = cholesky(errors.betweenEntities)
  const shifts = normalPoints(ENTITY_POINTS).map(point => addVectors(shift, times(root, point)))
  const weights = shifts.map(() => 1 / shifts.length)
  const posterior = { shifts, weights, mean: shift, covariance: errors.betweenEntities }
  return labelPosterior([], errors, posterior)
}

function givenShift(side: Side, fresh: readonly LabelPosterior[]): Conditional {
  return {
    logEvidence: fresh.map(() => 0),
    distributions: fresh.map(posterior => distributionOf(opinionsOf(posterior, side.tweets), posterior.weights)),
  }
}

/** Weighs the points of the side's own posterior anew for each shift of the source. */
function givenLabels(side: Side, sources: readonly Vector[], errors: ErrorModel): Conditional {
  const [own, before] = [cholesky(errors.betweenEntities), cholesky(scaleOf(side.prior))]
  const volume = Math.log(own[0][0] * own[1][1] * own[2][2])
  const { shifts, weights } = side.shift
  const logs = shifts.map(
    (shift, point) => Math.log(weights[point] ?? 0) - logDensity(shift, side.prior.mean, before) - volume,
  )
  const opinions = opinionsOf(side.labels, side.tweets)
  const logEvidence: number[] = []
  const distributions = sources.map(source => {
    const weighed = shifts.map((shift, point) => {
      const standard = forwardSolve(own, addVectors(shift, source, -1))
      return (logs[point] ?? Number.NEGATIVE_INFINITY) - dot(standard, standard) / 2
    })
    const largest = Math.max(...weighed)
    const odds = Float64Array.from(weighed, log => Math.exp(log - largest))
    const sum = odds.reduce((all, odd) => all + odd, 0)
    logEvidence.push(largest + Math.log(sum))
    return distributionOf(
      opinions,
      odds.map(odd => odd / sum),
    )
  })
  return { logEvidence, distributions }
}

/** How likely each shift of the source is after the labels of all sides. */
function weightsOf(conditionals: readonly Conditional[], count: number): number[] {
  const logs = Array.from({ length: count }, (_, index) =>
    conditionals.reduce((sum, { logEvidence }) => sum + (logEvidence[index] ?? 0), 0),
  )
  const largest = Math.max(...logs)
  const odds = logs.map(log => Math.exp(log - largest))
  const sum = odds.reduce((all, odd) => all + odd, 0)
  return odds.map(odd => odd / sum)
}

function differenceOf(one: Conditional, other: Conditional, weights: readonly number[], value: number): Difference {
  // The probability that the difference lies between two steps from -2 to 2.
  const mass = new Float64Array(2 * STEPS)
  for (const [index, weight] of weights.entries()) {
    if (weight < 1e-9) continue
    const [a, b] = [one.distributions[index], other.distributions[index]]
    if (!a || !b) continue
    const second = stepsOf(b)
    for (const [step, probability] of stepsOf(a).entries()) {
      if (probability < 1e-9) continue
      for (let of = 0; of < STEPS; of++) {
        const at = step - of + STEPS - 1
        mass[at] = (mass[at] ?? 0) + weight * probability * (second[of] ?? 0)
      }
    }
  }
  const middle = (at: number) => ((at - STEPS + 1) * 2) / STEPS
  const quantile = (share: number) => {
    let sum = 0
    const at = mass.findIndex(probability => {
      sum += probability
      return sum >= share
    })
    return middle(at < 0 ? mass.length - 1 : at)
  }
  // Half of the step around 0 belongs to each sign.
  const below = mass.reduce(
    (sum, probability, at) => sum + (at < STEPS - 1 ? probability : at === STEPS - 1 ? probability / 2 : 0),
    0,
  )
  return {
    value,
    low: Math.min(value, quantile(0.025)),
    high: Math.max(value, quantile(0.975)),
    pValue: Math.min(1, 2 * Math.min(below, 1 - below)),
  }
}

const stepsOf = (distribution: Float64Array) =>
  Float64Array.from({ length: STEPS }, (_, step) => (distribution[step + 1] ?? 1) - (distribution[step] ?? 0))
