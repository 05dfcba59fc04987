import type { Estimate } from '../../statistics/estimate.ts'
import { clusterBootstrap } from '../evaluation/cluster-bootstrap.ts'
import { accuracy, f1, macroAverage } from '../evaluation/label-metrics.ts'

/** A figure before and after an adaptation, and their difference; a positive gain is an improvement. */
export interface Change {
  readonly before: Estimate
  readonly after: Estimate
  readonly gain: Estimate
}

/** What the labels say about an adaptation, measured on tweets that it was not fitted to. */
export interface Gain {
  readonly accuracy: Change
  readonly macroF1: Change
  readonly logLoss: Change
}

/** Answers about one labelled mention. */
export interface Compared {
  /** Mentions with the same number are resampled together. */
  readonly tweet: number
  /** Index of the output with the true label. */
  readonly target: number
  readonly before: readonly number[]
  readonly after: readonly number[]
  /** How many mentions it stands for. */
  readonly weight: number
}

const RESAMPLES = 1000
const LEVEL = 0.95
const FIGURES = 3

/** Compares both answers on the same rows. Intervals resample tweets, so that a difference is one of pairs. */
export function measureGain(rows: readonly Compared[], outputs: number, random: () => number): Gain {
  const cells = outputs * outputs
  const size = 2 * cells + 3
  const tallies = new Map<number, Float64Array>()
  for (const { tweet, target, before, after, weight } of rows) {
    const tally = tallies.get(tweet) ?? new Float64Array(size)
    tallies.set(tweet, tally)
    const [first, second] = [before, after].map(answer => target * outputs + answer.indexOf(Math.max(...answer)))
    const add = (at: number, value: number) => {
      tally[at] = (tally[at] ?? 0) + weight * value
    }
    add(first ?? 0, 1)
    add(cells + (second ?? 0), 1)
    add(2 * cells, lossOf(before[target]))
    add(2 * cells + 1, lossOf(after[target]))
    add(2 * cells + 2, 1)
  }
  const all = [...tallies.values()]
  const total = new Float64Array(size)
  for (const tally of all) for (let at = 0; at < size; at++) total[at] = (total[at] ?? 0) + (tally[at] ?? 0)
  const statistics = (sums: Float64Array) => figuresOf(sums, outputs)
  const intervals = clusterBootstrap(all, statistics, { resamples: RESAMPLES, level: LEVEL, random })
  const values = statistics(total)
  const estimate = (at: number): Estimate => {
    const { low = null, high = null } = intervals[at] ?? {}
    return { value: values[at] ?? null, low, high, sampleSize: rows.length }
  }
  const change = (figure: number): Change => ({
    before: estimate(figure),
    after: estimate(FIGURES + figure),
    gain: estimate(2 * FIGURES + figure),
  })
  return { accuracy: change(0), macroF1: change(1), logLoss: change(2) }
}

const lossOf = (probability = 0) => -Math.log(Math.max(probability, 1e-9))

/** The figures before, the figures after, and the gains. */
function figuresOf(sums: Float64Array, outputs: number): readonly (number | null)[] {
  const cells = outputs * outputs
  const [before, after] = [0, cells].map(start =>
    Array.from({ length: outputs }, (_, row) => [...sums.subarray(start + row * outputs, start + (row + 1) * outputs)]),
  ) as [number[][], number[][]]
  const count = sums[2 * cells + 2] ?? 0
  const loss = (at: number) => (count === 0 ? null : (sums[2 * cells + at] ?? 0) / count)
  const first = [accuracy(before), macroAverage(before, f1), loss(0)]
  const second = [accuracy(after), macroAverage(after, f1), loss(1)]
  const less = (one: number | null | undefined, other: number | null | undefined) =>
    one == null || other == null ? null : one - other
  return [...first, ...second, less(second[0], first[0]), less(second[1], first[1]), less(first[2], second[2])]
}

/** Why an adaptation is not worth having; null if it is. */
export type Refusal = 'PROBABILITIES' | 'ACCURACY' | 'MACRO_F1'

/**
 * The log-loss has to fall beyond doubt, because it is the most sensitive of the figures. Accuracy has to rise, and macro F1 must not
 * fall. A fall of macro F1 that may be chance is accepted if accuracy rises beyond doubt.
 */
export function refusalOf({ accuracy, macroF1, logLoss }: Gain): Refusal | null {
  if (!((logLoss.gain.low ?? 0) > 0)) return 'PROBABILITIES'
  if (!((accuracy.gain.value ?? 0) > 0)) return 'ACCURACY'
  const isF1Kept = (macroF1.gain.value ?? 0) >= 0
  const isRise = (accuracy.gain.low ?? 0) > 0 && (macroF1.gain.high ?? 0) > 0
  return isF1Kept || isRise ? null : 'MACRO_F1'
}
