import { ratio } from './ratio.ts'
import type { EvaluationReport } from './report.ts'
import type { ScoredRow } from './scored-row.ts'

type RiskCoveragePoint = EvaluationReport['riskCoverage'][number]

/**
 * Coverage and accuracy of a model that abstains below a confidence threshold: the share of rows that it classifies,
 * and its accuracy on them. The accuracy is null if it classifies none (El-Yaniv and Wiener 2010).
 */
export function riskCoverage(rows: readonly ScoredRow[], thresholds: readonly number[]): RiskCoveragePoint[] {
  return thresholds.map(threshold => {
    const answered = rows.filter(({ scores }) => scores.confidence >= threshold)
    const correct = answered.filter(({ actual, scores }) => scores.label === actual)
    return {
      threshold,
      coverage: ratio(answered.length, rows.length) ?? 0,
      accuracy: ratio(correct.length, answered.length),
    }
  })
}
