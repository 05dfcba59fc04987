import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  brierScore,
  calibrationBins,
  expectedCalibrationError,
  logLoss,
} from '../../../src/ml/evaluation/calibration.ts'
import { scoredRow, someRows } from './scored-rows.ts'

test('bins tile 0 to 1, hold every row once, and contain the confidences they count', () => {
  fc.assert(
    fc.property(someRows, fc.integer({ min: 1, max: 20 }), (rows, binCount) => {
      const bins = calibrationBins(rows, binCount)
      expect(bins[0]?.low).toBe(0)
      expect(bins.at(-1)?.high).toBe(1)
      expect(bins.slice(1).map(({ low }) => low)).toEqual(bins.slice(0, -1).map(({ high }) => high))
      expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length)
      for (const { low, high, meanConfidence } of bins) {
        if (meanConfidence === null) continue
        expect(meanConfidence).toBeGreaterThan(low - 1e-12)
        expect(meanConfidence).toBeLessThanOrEqual(high + 1e-12)
      }
    }),
  )
})

test('a confidence on the edge of two bins is in the lower one', () => {
  const bins = calibrationBins([scoredRow('POSITIVE', [0.5, 0.3, 0.2])], 10)
  expect(bins.map(({ count }) => count)).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0, 0])
})

test('a confidence of 1 is in the last bin, and an empty bin has no figures', () => {
  const bins = calibrationBins([scoredRow('POSITIVE', [1, 0, 0])], 15)
  expect(bins.at(-1)).toEqual({ low: 14 / 15, high: 1, count: 1, meanConfidence: 1, accuracy: 1 })
  expect(bins[0]).toEqual({ low: 0, high: 1 / 15, count: 0, meanConfidence: null, accuracy: null })
})

test('the calibration error weights each bin by its rows', () => {
  const rows = [
    ...Array.from({ length: 3 }, () => scoredRow('POSITIVE', [0.9, 0.05, 0.05])),
    scoredRow('NEGATIVE', [0.9, 0.05, 0.05]),
    scoredRow('NEUTRAL', [0.5, 0.4, 0.1]),
  ]
  expect(expectedCalibrationError(calibrationBins(rows, 15))).toBeCloseTo((4 / 5) * (0.9 - 0.75) + (1 / 5) * 0.5, 12)
})

test('the calibration error is at least the distance of mean confidence and accuracy, and at most 1', () => {
  fc.assert(
    fc.property(someRows, rows => {
      const error = expectedCalibrationError(calibrationBins(rows, 15))
      const confidence = rows.reduce((sum, { scores }) => sum + scores.confidence, 0) / rows.length
      const correct = rows.filter(({ actual, scores }) => actual === scores.label).length / rows.length
      expect(error).toBeGreaterThanOrEqual(Math.abs(confidence - correct) - 1e-12)
      expect(error).toBeLessThanOrEqual(1)
    }),
  )
})

test('the calibration error without rows is 0', () => {
  expect(expectedCalibrationError(calibrationBins([], 15))).toBe(0)
})

test('a confidence that is NaN is refused', () => {
  expect(() => calibrationBins([scoredRow('POSITIVE', [Number.NaN, 0, 0])], 15)).toThrow('NaN is not a confidence')
})

test('log-loss is the mean of -ln P(actual), in nats', () => {
  const rows = [scoredRow('POSITIVE', [0.5, 0.25, 0.25]), scoredRow('NEGATIVE', [0.5, 0.25, 0.25])]
  expect(logLoss(rows)).toBeCloseTo((Math.log(2) + Math.log(4)) / 2, 12)
})

test('a confident mistake costs 36 nats, as in scikit-learn, and not infinity', () => {
  expect(logLoss([scoredRow('NEGATIVE', [1, 0, 0])])).toBeCloseTo(36.04365338911715, 9)
})

test('the Brier score sums squared distances over the labels: 0 for a certain hit, 2 for a certain miss', () => {
  expect(brierScore([scoredRow('POSITIVE', [1, 0, 0])])).toBe(0)
  expect(brierScore([scoredRow('NEGATIVE', [1, 0, 0])])).toBe(2)
  expect(brierScore([scoredRow('NEUTRAL', [0.5, 0.25, 0.25])])).toBeCloseTo(0.25 + 0.5625 + 0.0625, 12)
})

test('an actual label outside the model still counts in the Brier score', () => {
  expect(brierScore([scoredRow('IRRELEVANT', [1, 0, 0])])).toBe(2)
})

test('neither is negative, and without rows there is no loss', () => {
  expect(logLoss([])).toBeNull()
  expect(brierScore([])).toBe(0)
  fc.assert(
    fc.property(someRows, rows => {
      expect(logLoss(rows)).toBeGreaterThanOrEqual(0)
      expect(brierScore(rows)).toBeGreaterThanOrEqual(0)
      expect(brierScore(rows)).toBeLessThanOrEqual(2)
    }),
  )
})
