import type { Tweets } from './contrast.ts'
import type { ErrorModel } from './error-model.ts'
import { netSentimentValue } from './estimate-net-sentiment.ts'
import type { Interval } from './interval.ts'
import { type LabelPosterior, labelPosterior } from './label-posterior.ts'
import type { LabelledCounts } from './log-likelihood.ts'
import { addVectors, cholesky, forwardSolve, times, type Vector } from './matrix.ts'
import { distributionsOf, meanDistribution, STEPS } from './net-sentiment-distribution.ts'
import { opinionsOf } from './opinions-of.ts'
import { posteriorPoints, priorPoints, type ShiftPosterior } from './shift-posterior.ts'
import { type ShiftPrior, scaleOf } from './shift-prior.ts'
import { logDensity, normalPoints } from './t-points.ts'

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

/** Points of the source's shift: without labels of any side, and with them, because p-values then rest on few of the points. */
const FEW_SOURCE_POINTS = 24
const SOURCE_POINTS = 72
/** For each of them, points of the own shift of an entity without labels: fewer if those of the source are many. */
const ENTITY_POINTS = 64
const FEW_ENTITY_POINTS = 24
const NEGLIGIBLE = 1e-9

/**
 * Compares the net sentiment of entities from one source, every pair. The shift of the source is the same for all, so it
 * cancels as far as the strata of both are alike; given that shift, the entities are independent. The figures are about
 * the opinions behind the tweets: sampling of tweets is included, other than in `estimateNetSentiment`. `source` is the
 * shift of the source without the labels of the compared entities. Null for a pair without opinions on one side.
 */
export function compareNetSentiment(sides: readonly Side[], errors: ErrorModel, source: ShiftPrior) {
  const labelled = new Map(sides.filter(isLabelled).map(side => [side, givenLabels(side, errors)]))
  const evidence = [...labelled.values()]
  const { shifts, weights } =
    evidence.length === 0
      ? priorPoints(source, FEW_SOURCE_POINTS)
      : posteriorPoints(source, SOURCE_POINTS, shift =>
          evidence.reduce((sum, { weigh }) => sum + weigh(shift).logEvidence, 0),
        )
  const points = evidence.length === 0 ? ENTITY_POINTS : FEW_ENTITY_POINTS
  const fresh = evidence.length === sides.length ? [] : shifts.map(shift => unlabelledPosterior(shift, errors, points))
  const distributions = sides.map(
    side =>
      labelled.get(side)?.at(shifts) ??
      fresh.map(posterior => meanDistribution(distributionsOf(opinionsOf(posterior, side.tweets)), posterior.weights)),
  )
  const values = sides.map(({ labels, tweets }) => netSentimentValue(labels, tweets))
  return (first: number, second: number): Difference | null => {
    const [one, other, a, b] = [distributions[first], distributions[second], values[first], values[second]]
    if (!one || !other || a == null || b == null) return null
    return differenceOf(one, other, weights, a - b)
  }
}

const isLabelled = ({ labelled }: Side) => labelled.some(counts => counts.some(count => count > 0))

/** Normal points of an entity's own shift around that of its source. */
function unlabelledPosterior(shift: Vector, errors: ErrorModel, points: number): LabelPosterior {
  const root = cholesky(errors.betweenEntities)
  const shifts = normalPoints(points).map(point => addVectors(shift, times(root, point)))
  const weights = shifts.map(() => 1 / shifts.length)
  const posterior = { shifts, weights, mean: shift, covariance: errors.betweenEntities }
  return labelPosterior([], errors, posterior)
}

/** What the labels of a side say of the shift of the source, and of the side's figure at each such shift. */
interface Conditional {
  /** Weighs the points of the side's posterior anew. */
  readonly weigh: (source: Vector) => { readonly logEvidence: number; readonly weights: Float64Array }
  /** The probability that net sentiment is at most -1 + 2 * step / STEPS, at each shift of the source. */
  readonly at: (sources: readonly Vector[]) => readonly Float64Array[]
}

function givenLabels(side: Side, errors: ErrorModel): Conditional {
  const [own, before] = [cholesky(errors.betweenEntities), cholesky(scaleOf(side.prior))]
  const { shifts, weights } = side.shift
  const logs = Float64Array.from(
    shifts,
    (shift, point) => Math.log(weights[point] ?? 0) - logDensity(shift, side.prior.mean, before),
  )
  // In the units of the entity's own shift, so that a distance is a plain one.
  const standard = Float64Array.from(shifts.flatMap(shift => forwardSolve(own, shift)))
  const weigh = (source: Vector) => {
    const [x, y, z] = forwardSolve(own, source)
    const odds = new Float64Array(logs.length)
    let largest = Number.NEGATIVE_INFINITY
    for (let point = 0; point < logs.length; point++) {
      const a = (standard[3 * point] as number) - x
      const b = (standard[3 * point + 1] as number) - y
      const c = (standard[3 * point + 2] as number) - z
      const log = (logs[point] as number) - (a * a + b * b + c * c) / 2
      odds[point] = log
      if (log > largest) largest = log
    }
    let sum = 0
    for (let point = 0; point < odds.length; point++) {
      const odd = Math.exp((odds[point] as number) - largest)
      odds[point] = odd
      sum += odd
    }
    return { logEvidence: largest + Math.log(sum), weights: odds.map(odd => odd / sum) }
  }
  const at: Conditional['at'] = sources => {
    const distributions = distributionsOf(opinionsOf(side.labels, side.tweets))
    return sources.map(source => meanDistribution(distributions, weigh(source).weights))
  }
  return { weigh, at }
}

function differenceOf(
  one: readonly Float64Array[],
  other: readonly Float64Array[],
  weights: readonly number[],
  value: number,
): Difference {
  // The probability that the difference lies between two steps from -2 to 2.
  const mass = new Float64Array(2 * STEPS)
  for (const [index, weight] of weights.entries()) {
    if (weight < NEGLIGIBLE) continue
    const [a, b] = [one[index], other[index]]
    if (!a || !b) continue
    const [first, second] = [stepsOf(a), stepsOf(b)]
    for (let step = first.from; step < first.to; step++) {
      const probability = weight * (first.probabilities[step] as number)
      for (let of = second.from; of < second.to; of++) {
        const at = step - of + STEPS - 1
        mass[at] = (mass[at] as number) + probability * (second.probabilities[of] as number)
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

/** The probability of each step, and the range of those that are not negligible. */
function stepsOf(distribution: Float64Array) {
  const probabilities = Float64Array.from(
    { length: STEPS },
    (_, step) => (distribution[step + 1] ?? 1) - (distribution[step] ?? 0),
  )
  const matters = (probability: number) => probability > NEGLIGIBLE
  return {
    probabilities,
    from: Math.max(0, probabilities.findIndex(matters)),
    to: probabilities.findLastIndex(matters) + 1,
  }
}
