import type { EvaluationReport } from './report.ts'
import type { ScoredRow } from './scored-row.ts'

export type CalibrationBin = EvaluationReport['calibration']['bins'][number]

/** Bins of equal width that tile (0, 1]: a confidence of exactly 0.2 stands in the bin that ends there, as in Guo et al. 2017. */
export function calibrationBins(rows: readonly ScoredRow[], binCount: number): CalibrationBin[] {
  const sums = Array.from({ length: binCount }, () => ({ count: 0, confidence: 0, correct: 0 }))
  for (const { actual, scores } of rows) {
    const index = Math.min(binCount - 1, Math.max(0, Math.ceil(scores.confidence * binCount) - 1))
    const bin = sums[index]
    if (bin === undefined) throw new RangeError(`${scores.confidence} is no confidence; it should be from 0 to 1.`)
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
