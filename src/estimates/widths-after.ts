import { seededRandom } from '../statistics/seeded-random.ts'
import type { ErrorModel } from './error-model.ts'
import { estimateNetSentiment } from './estimate-net-sentiment.ts'
import { labelPosterior } from './label-posterior.ts'
import { shiftPosterior } from './shift-posterior.ts'
import type { ShiftPrior } from './shift-prior.ts'
import { type LabelledTweets, simulateLabelling } from './simulate-labelling.ts'

/** Their mean differs by some per cent from that of many; single entities differ by more from any forecast. */
const SIMULATIONS = 16
const SEED = 1

/**
 * Widths of the interval of net sentiment after `more` tweets of each stratum are labelled, one for each simulated
 * outcome; their mean is the expected width. Each takes some milliseconds, so that a server can do other work between
 * two. The same input gives the same widths.
 */
export function* widthsAfter(
  known: LabelledTweets,
  errors: ErrorModel,
  prior: ShiftPrior,
  more: readonly number[],
): Generator<number> {
  const random = seededRandom(SEED)
  const shift = shiftPosterior(known.labelled, errors, prior)
  for (let draw = 0; draw < SIMULATIONS; draw++) {
    const quantile = (draw + 0.5) / SIMULATIONS
    const { labelled, tweets } = simulateLabelling(known, errors, shift, more, quantile, random)
    const labels = labelPosterior(labelled, errors, shiftPosterior(labelled, errors, prior))
    const interval = estimateNetSentiment(labels, tweets)
    if (interval !== null) yield interval.high - interval.low
  }
}
