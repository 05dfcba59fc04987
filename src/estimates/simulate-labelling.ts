import { concentrationAt } from './concentration-at.ts'
import type { Tweets } from './contrast.ts'
import type { ErrorModel } from './error-model.ts'
import type { LabelledCounts } from './log-likelihood.ts'
import type { ShiftPosterior } from './shift-posterior.ts'
import { shiftedShares } from './shifted-shares.ts'

/** Labelled tweets of an entity, and the tweets that a figure is about. */
export interface LabelledTweets {
  readonly labelled: LabelledCounts
  readonly tweets: Tweets
}

/**
 * One way in which the labels of further tweets may turn out, given the labels so far: a draw from the posterior of the
 * error model. An urn (Polya) draws the labels of a stratum one by one, which is a Dirichlet-multinomial draw.
 *
 * @param more number of tweets to label in each stratum; no more than are unlabelled count.
 * @param quantile in [0, 1), of the point of the posterior, so that several calls can cover it evenly.
 * @param random uniform in [0, 1).
 */
export function simulateLabelling(
  { labelled, tweets }: LabelledTweets,
  errors: ErrorModel,
  shift: ShiftPosterior,
  more: readonly number[],
  quantile: number,
  random: () => number,
): LabelledTweets {
  const point = pointAt(shift.weights, quantile)
  const [vector, concentration] = [shift.shifts[point], concentrationAt(errors, point)]
  if (vector === undefined) throw new RangeError('A posterior needs points.')
  const added = errors.base.map((base, stratum) => {
    const urn = shiftedShares(base, vector).map(
      (share, label) => concentration * share + (labelled[stratum]?.[label] ?? 0),
    )
    const count = Math.min(more[stratum] ?? 0, tweets.unlabelled[stratum] ?? 0)
    return drawFrom(urn, count, random)
  })
  return {
    labelled: added.map((row, stratum) => row.map((count, label) => count + (labelled[stratum]?.[label] ?? 0))),
    tweets: {
      unlabelled: added.map((row, stratum) => (tweets.unlabelled[stratum] ?? 0) - sum(row)),
      known: [0, 1, 2, 3].map(label => (tweets.known[label] ?? 0) + sum(added.map(row => row[label] ?? 0))),
    },
  }
}

function pointAt(weights: readonly number[], quantile: number): number {
  let below = 0
  const point = weights.findIndex(weight => {
    below += weight
    return below > quantile
  })
  return point < 0 ? weights.length - 1 : point
}

function drawFrom(urn: number[], count: number, random: () => number): number[] {
  const drawn = urn.map(() => 0)
  let size = sum(urn)
  for (let draw = 0; draw < count; draw++) {
    let left = random() * size
    let label = 0
    while (label < urn.length - 1 && left >= (urn[label] ?? 0)) left -= urn[label++] ?? 0
    drawn[label] = (drawn[label] ?? 0) + 1
    urn[label] = (urn[label] ?? 0) + 1
    size += 1
  }
  return drawn
}

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)
