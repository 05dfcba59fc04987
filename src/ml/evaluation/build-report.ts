import type { Label } from '../../labels.ts'
import { seededRandom } from '../../statistics/seeded-random.ts'
import { brierScore, calibrationBins, expectedCalibrationError } from './calibration.ts'
import { countOf } from './confusion-matrix.ts'
import { entityPairs } from './entity-pairs.ts'
import { type Answered, estimateAccuracy } from './estimate-accuracy.ts'
import { majorityBaseline } from './label-metrics.ts'
import { measure } from './measure.ts'
import { perEntity } from './per-entity.ts'
import type { EvaluationReport } from './report.ts'
import { riskCoverage } from './risk-coverage.ts'
import type { ScoredRow } from './scored-row.ts'
import { textVariants } from './text-variants.ts'

/** The part of a report that does not depend on the results. */
export type ReportHeading = Pick<
  EvaluationReport,
  | 'dataset'
  | 'datasetSha256'
  | 'split'
  | 'excludedRowCount'
  | 'trainedOnRowCount'
  | 'isLeaky'
  | 'leakReason'
  | 'trainedFor'
  | 'epochs'
  | 'seed'
  | 'modelVersion'
  | 'command'
  | 'evaluatedAt'
> &
  Pick<EvaluationReport['calibration'], 'temperature'>

/** Results of one evaluation. The labels of all rows are among the evaluated labels. */
export interface Answers {
  readonly rows: readonly ScoredRow[]
  /**
   * By the same model without the entities, asked for an absent name, asked for another word; and by the linear baseline.
   * Null if not applicable.
   */
  readonly entityBlind: readonly Answered[] | null
  readonly absentName: readonly Answered[] | null
  readonly otherWord: readonly Answered[] | null
  readonly linear: readonly Answered[] | null
}

const CALIBRATION_BINS = 15
const RESAMPLES = 1000
/** Fixed, so that the same rows always give the same intervals. */
const SEED = 1
/** 0, 0.05, ... 0.95 */
const THRESHOLDS = Array.from({ length: 20 }, (_, step) => step / 20)

/** Computes all published figures of one model on one data set. Pure. */
export function buildReport(
  { temperature, ...heading }: ReportHeading,
  labels: readonly Label[],
  { rows, entityBlind, absentName, otherWord, linear }: Answers,
): EvaluationReport {
  const bootstrap = () => ({ resamples: RESAMPLES, level: 0.95, random: seededRandom(SEED) })
  const accuracyOf = (answers: readonly Answered[] | null) =>
    answers === null ? null : estimateAccuracy(answers, bootstrap())
  const { matrix, ...measures } = measure(rows, labels, bootstrap())
  const bins = calibrationBins(rows, CALIBRATION_BINS)
  return {
    ...heading,
    labels: [...labels],
    rowCount: rows.length,
    ...measures,
    majorityBaseline: majorityBaseline(matrix),
    linearBaseline: accuracyOf(linear),
    entityBlindAccuracy: accuracyOf(entityBlind),
    absentNameAccuracy: accuracyOf(absentName),
    otherWordAccuracy: accuracyOf(otherWord),
    entityPairs: absentName === null ? null : entityPairs(rows, bootstrap()),
    textVariants: textVariants(rows, labels, bootstrap()),
    perEntity: perEntity(rows, labels, bootstrap),
    confusionMatrix: labels.flatMap((actual, row) =>
      labels.map((predicted, column) => ({ actual, predicted, count: countOf(matrix, row, column) })),
    ),
    calibration: {
      temperature,
      expectedCalibrationError: expectedCalibrationError(bins),
      brier: brierScore(rows),
      bins,
    },
    riskCoverage: riskCoverage(rows, THRESHOLDS),
  }
}
