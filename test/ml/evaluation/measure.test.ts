import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildReport, type ReportHeading } from '../../../src/ml/evaluation/build-report.ts'
import { logLoss } from '../../../src/ml/evaluation/calibration.ts'
import { confusionMatrix } from '../../../src/ml/evaluation/confusion-matrix.ts'
import { measure } from '../../../src/ml/evaluation/measure.ts'
import { evaluationReportSchema } from '../../../src/ml/evaluation/report.ts'
import { reportTable } from '../../../src/ml/evaluation/report-table.ts'
import { seededRandom } from '../../../src/statistics/seeded-random.ts'
import { wilson } from '../../../src/statistics/wilson.ts'
import { scoredRow, someRows, THREE } from './scored-rows.ts'

/** No ablations. */
const NOT_ASKED = { entityBlind: null, absentName: null, otherWord: null }

const bootstrap = () => ({ resamples: 200, level: 0.95, random: seededRandom(1) })
const HEADING: ReportHeading = {
  dataset: 'made_up',
  datasetSha256: '0'.repeat(64),
  split: 'EXTERNAL',
  excludedRowCount: 3,
  trainedOnRowCount: 0,
  isLeaky: false,
  leakReason: null,
  trainedFor: 'SERVING',
  epochs: null,
  seed: null,
  temperature: null,
  modelVersion: 'random@000000000000',
  command: 'pulso evaluate --model random --data made_up.csv',
  evaluatedAt: '2026-11-24T00:00:00.000Z',
}

describe('measures', () => {
  test('have the sample size of their rows', () => {
    const rows = [
      scoredRow('POSITIVE', [0.6, 0.2, 0.2], 'a'),
      scoredRow('POSITIVE', [0.6, 0.2, 0.2], 'a'),
      scoredRow('NEGATIVE', [0.6, 0.2, 0.2], 'b'),
      scoredRow('NEGATIVE', [0.1, 0.2, 0.7], 'c'),
    ]
    const measures = measure(rows, THREE, bootstrap())
    const [positive, neutral, negative] = measures.perLabel
    expect(measures.tweetCount).toBe(3)
    expect(measures.accuracy).toMatchObject({ value: 0.75, sampleSize: 4 })
    expect(positive?.precision).toMatchObject({ value: 2 / 3, sampleSize: 3 })
    expect(positive?.recall).toMatchObject({ value: 1, sampleSize: 2 })
    expect(negative?.recall).toMatchObject({ value: 0.5, sampleSize: 2 })
    expect(negative?.support).toBe(2)
    expect(neutral?.precision).toEqual({ value: null, low: null, high: null, sampleSize: 0 })
  })

  test('have a value and an interval whose ends are in order', () => {
    fc.assert(
      fc.property(someRows, rows => {
        const { accuracy, macroF1, macroRecall, macroPrecision, logLoss } = measure(rows, THREE, bootstrap())
        for (const { value, low, high } of [accuracy, macroF1, macroRecall, macroPrecision, logLoss]) {
          if (low !== null && high !== null) expect(low).toBeLessThanOrEqual(high)
          expect(value).not.toBeNull()
        }
      }),
      { numRuns: 30 },
    )
  })

  test('do not depend on the order of the rows', () => {
    fc.assert(
      fc.property(someRows, rows => {
        const forwards = measure(rows, THREE, bootstrap())
        const backwards = measure([...rows].reverse(), THREE, bootstrap())
        expect(backwards.accuracy.value).toBe(forwards.accuracy.value)
        expect(backwards.macroF1.value).toBeCloseTo(forwards.macroF1.value ?? Number.NaN, 12)
        expect(backwards.logLoss.value).toBeCloseTo(logLoss(rows) ?? Number.NaN, 12)
        expect(backwards.matrix).toEqual(confusionMatrix(rows, THREE))
      }),
      { numRuns: 30 },
    )
  })
})

describe('a report', () => {
  const rows = [
    scoredRow('POSITIVE', [0.8, 0.1, 0.1], 'a'),
    scoredRow('NEUTRAL', [0.6, 0.3, 0.1], 'b'),
    scoredRow('NEGATIVE', [0.1, 0.1, 0.8], 'c'),
  ]
  const answers = { rows, ...NOT_ASKED, linear: null }

  test('fits the schema and is reproducible for the same rows', () => {
    const report = buildReport(HEADING, THREE, answers)
    expect(evaluationReportSchema.parse(report)).toEqual(report)
    expect(buildReport(HEADING, THREE, answers)).toEqual(report)
    expect(report.calibration.bins).toHaveLength(15)
    expect(report.riskCoverage.map(({ threshold }) => threshold)).toEqual(
      Array.from({ length: 20 }, (_, step) => step / 20),
    )
  })

  test('is printed with its sample, its intervals and its confusion matrix', () => {
    const table = reportTable(buildReport(HEADING, THREE, answers))
    expect(table).toContain('random@000000000000 on made_up (EXTERNAL): 3 rows from 3 tweets')
    expect(table).toMatch(/^accuracy +0\.667 +\d\.\d{3}-\d\.\d{3}$/m)
    expect(table).toMatch(/^Neutral +1 +0 +0$/m)
    expect(table).not.toContain('LEAKY')
  })

  test('names its labels, the most frequent one, and all that a citation needs', () => {
    const table = reportTable(buildReport(HEADING, THREE, { ...answers, rows: [...rows, ...rows.slice(2)] }))
    expect(table).toMatch(/^labels: Positive, Neutral, Negative; 3 rows with another label excluded$/m)
    expect(table).toMatch(/^majority baseline accuracy \(Negative\) +0\.500$/m)
    expect(table).toMatch(/^data {7}made_up, sha256 0{64}$/m)
    expect(table).toMatch(/^command {4}pulso evaluate --model random --data made_up\.csv$/m)
    expect(table).toMatch(/^evaluated {2}2026-11-24T00:00:00\.000Z$/m)
  })

  test('starts with the leak if there is one', () => {
    const leaky = { ...HEADING, isLeaky: true, leakReason: 'It has seen these tweets.' }
    expect(reportTable(buildReport(leaky, THREE, answers))).toMatch(/^LEAKY: It has seen these tweets\. /)
  })

  test('shows a dash without evidence', () => {
    expect(reportTable(buildReport(HEADING, THREE, { ...answers, rows: rows.slice(0, 1) }))).toMatch(
      /^Negative +- +- +- /m,
    )
  })

  test('contains the accuracy of the linear baseline and of the blind model, and nothing if they did not run', () => {
    const beside = [
      { tweet: 'a', isRight: true },
      { tweet: 'b', isRight: true },
      { tweet: 'b', isRight: false },
      { tweet: 'c', isRight: false },
    ]
    const asked = buildReport(HEADING, THREE, {
      ...answers,
      entityBlind: beside,
      absentName: beside.slice(0, 1),
      otherWord: beside.slice(3),
      linear: beside.slice(0, 2),
    })
    expect(asked.entityBlindAccuracy).toMatchObject({ value: 0.5, low: 0, high: 1, sampleSize: 4 })
    expect([asked.absentNameAccuracy?.value, asked.otherWordAccuracy?.value]).toEqual([1, 0])
    // Two tweets of two are right, which is no certainty.
    expect(asked.linearBaseline).toEqual({ ...wilson(2, 2), sampleSize: 2 })
    const silent = buildReport(HEADING, THREE, answers)
    expect([silent.entityBlindAccuracy, silent.linearBaseline]).toEqual([null, null])
    expect(reportTable(asked)).toMatch(/^linear baseline accuracy +1\.000 +0\.342-1\.000$/m)
    expect(reportTable(asked)).toMatch(/^accuracy asked for an absent name +1\.000/m)
    expect(reportTable(silent)).toMatch(/^linear baseline accuracy +-$/m)
  })

  test('is printed with its entities, and with the epochs of a training for the split', () => {
    const about = rows.map(row => ({ ...row, entity: 'Xbox' }))
    const table = reportTable(
      buildReport({ ...HEADING, trainedFor: 'SPLIT', epochs: 2, seed: 7 }, THREE, { ...answers, rows: about }),
    )
    expect(table).toMatch(/^Xbox +3 +3 +0\.667 /m)
    expect(table).toContain('trained for this split: 2 epochs, seed 7; these are not the served weights')
  })
})
