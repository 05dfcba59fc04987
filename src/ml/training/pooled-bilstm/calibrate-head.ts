import { f1, macroAverage } from '../../evaluation/label-metrics.ts'
import { SENTIMENTS } from './examples.ts'
import { type Calibrated, fitTemperature } from './fit-temperature.ts'

/** Calibration of a head's sentiment logits: `(logits + offsets) / temperature`. */
export interface HeadCalibration {
  readonly temperature: number
  /** 0 keeps the label distribution of the training rows, 1 treats all labels as equally frequent. */
  readonly priorAdjustment: number
  /** Minus `priorAdjustment` times the logs of the labels' training shares. */
  readonly offsets: readonly number[]
}

const STRENGTHS = [0, 0.25, 0.5, 0.75, 1]

/**
 * Fits both parameters on rows that were not trained on. First, how much of the training rows' label distribution is
 * removed (Menon et al. 2021, "Long-tail learning via logit adjustment"), by macro-F1; then the temperature, by
 * log-loss. The distribution differs between feeds far more than language does, and macro-F1 does not reward guessing
 * it.
 *
 * @param corpora rows of each corpus; in the macro-F1 every corpus counts alike
 * @param shares of each sentiment among the training rows, above 0
 */
export function calibrateHead(corpora: readonly (readonly Calibrated[])[], shares: readonly number[]): HeadCalibration {
  const known = corpora.filter(rows => rows.length > 0)
  let best = { priorAdjustment: 0, quality: Number.NEGATIVE_INFINITY }
  for (const priorAdjustment of known.length === 0 ? [0] : STRENGTHS) {
    const offsets = offsetsOf(shares, priorAdjustment)
    const quality = known.reduce((sum, rows) => sum + macroF1(rows, offsets), 0)
    if (quality > best.quality) best = { priorAdjustment, quality }
  }
  const { priorAdjustment } = best
  const offsets = offsetsOf(shares, priorAdjustment)
  const adjusted = known
    .flat()
    .map(({ probabilities, label }) => ({ probabilities: adjust(probabilities, offsets), label }))
  return { temperature: fitTemperature(adjusted), priorAdjustment, offsets }
}

/** Shares of the sentiments among the training rows of a head, with one added to each count so that none is 0. */
export function sentimentShares(sentiments: readonly number[]): number[] {
  const counts = SENTIMENTS.map(() => 1)
  for (const sentiment of sentiments) if (sentiment !== -1) counts[sentiment] = (counts[sentiment] as number) + 1
  const total = counts.reduce((sum, count) => sum + count, 0)
  return counts.map(count => count / total)
}

const offsetsOf = (shares: readonly number[], strength: number) => shares.map(share => 0 - strength * Math.log(share))

function adjust(probabilities: readonly number[], offsets: readonly number[]): number[] {
  const powers = probabilities.map((p, label) => p * Math.exp(offsets[label] as number))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return powers.map(power => power / total)
}

function macroF1(rows: readonly Calibrated[], offsets: readonly number[]): number {
  const matrix = offsets.map(() => offsets.map(() => 0))
  for (const { probabilities, label } of rows) {
    const adjusted = adjust(probabilities, offsets)
    const given = adjusted.indexOf(Math.max(...adjusted))
    const counts = matrix[label] as number[]
    counts[given] = (counts[given] as number) + 1
  }
  return macroAverage(matrix, f1) ?? 0
}
