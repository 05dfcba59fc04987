import { LABELS } from '../../../labels.ts'
import { wilson } from '../../../statistics/wilson.ts'

/** Net sentiment of a simple random sample's labels, with what classical sampling theory says. */
export interface SampledNet {
  readonly value: number
  readonly low: number
  readonly high: number
}

/**
 * Net sentiment from labels alone: Wilson's interval of the share of positive ones among the labelled opinions, with the
 * finite population correction on the number of trials. Without a labelled opinion everything is possible.
 */
export function netOfLabels(totals: readonly number[], populationSize: number): SampledNet {
  const [positive = 0, negative = 0] = [totals[LABELS.indexOf('POSITIVE')], totals[LABELS.indexOf('NEGATIVE')]]
  const sampled = totals.reduce((all, count) => all + count, 0)
  const opinions = positive + negative
  if (opinions === 0) return { value: 0, low: -1, high: 1 }
  const unseen = (populationSize - sampled) / Math.max(populationSize - 1, 1)
  // A sample of everything leaves no doubt: the effective number of trials grows without limit.
  const trials = opinions / Math.max(unseen, 1e-9)
  const { value, low, high } = wilson((positive / opinions) * trials, trials)
  return { value: 2 * (value ?? 0) - 1, low: 2 * (low ?? 0) - 1, high: 2 * (high ?? 0) - 1 }
}
