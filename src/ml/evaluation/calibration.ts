import { LABELS } from '../../labels.ts'
import type { EvaluationReport } from './report.ts'
import { probabilityOf, type ScoredRow } from './scored-row.ts'

export type CalibrationBin = EvaluationReport['calibration']['bins'][number]

/**
 * Bins of equal width that tile (0, 1]. A confidence of exactly 0.2 is in the bin that ends there, as in Guo et al.
 * 2017.
 */
export function calibrationBins(rows: readonly ScoredRow[], binCount: number): CalibrationBin[] {
  const sums = Array.from({ length: binCount }, () => ({ count: 0, confidence: 0, correct: 0 }))
  for (const { actual, scores } of rows) {
    const index = Math.min(binCount - 1, Math.max(0, Math.ceil(scores.confidence * binCount) - 1))
    const bin = sums[index]
    if (bin === undefined) throw new RangeError(`${scores.confidence} is not a confidence; expected 0 to 1.`)
    bin.count += 1
    bin.confidence += scores.confidence
    bin.correct += Number(scores.label === actual)
  }
  return sums.map(({ count, confidence, correct }, index) => ({
    low: index / binCount,
    high: (index + 1) / binCount,
    count,
    meanConfidence: count === 0 ? null : confidence / count,
    accuracy: count === 0 ? null : correct / count,
  }))
}

/**
 * Mean distance between confidence and accuracy, weighted by the rows of each bin (Naeini et al. 2015): 0 to 1; 0
 * without rows.
 */
export function expectedCalibrationError(bins: readonly CalibrationBin[]): number {
  const rows = bins.reduce((sum, { count }) => sum + count, 0)
  return bins.reduce(
    (sum, { count, meanConfidence, accuracy }) =>
      meanConfidence === null || accuracy === null ? sum : sum + (count / rows) * Math.abs(accuracy - meanConfidence),
    0,
  )
}

/**
 * Mean squared distance between the probabilities and the truth, summed over labels (Brier 1950): 0 to 2; 0 without
 * rows.
 */
export function brierScore(rows: readonly ScoredRow[]): number {
  const distance = ({ actual, scores }: ScoredRow) =>
    LABELS.reduce((sum, label) => sum + (probabilityOf(scores.probabilities, label) - Number(label === actual)) ** 2, 0)
  return rows.length === 0 ? 0 : rows.reduce((sum, row) => sum + distance(row), 0) / rows.length
}

/**
 * Replaces a probability of 0, so that one confident mistake costs 36 nats instead of infinity; the same value as
 * scikit-learn's.
 */
const SMALLEST = Number.EPSILON

/** -ln of the probability of the row's actual label, in nats. */
export const rowLogLoss = ({ actual, scores }: ScoredRow): number =>
  -Math.log(Math.max(SMALLEST, probabilityOf(scores.probabilities, actual)))

/** Mean over the rows; null without rows. */
export const logLoss = (rows: readonly ScoredRow[]): number | null =>
  rows.length === 0 ? null : rows.reduce((sum, row) => sum + rowLogLoss(row), 0) / rows.length
