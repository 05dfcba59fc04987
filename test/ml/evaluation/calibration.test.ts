import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calibrationBins } from '../../../src/ml/evaluation/calibration-bins.ts'
import { expectedCalibrationError } from '../../../src/ml/evaluation/expected-calibration-error.ts'
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

test('a confidence on the edge of two bins stands in the lower one', () => {
  const bins = calibrationBins([scoredRow('POSITIVE', [0.5, 0.3, 0.2])], 10)
  expect(bins.map(({ count }) => count)).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0, 0])
})

test('a confidence of 1 stands in the last bin, an empty bin has no figures', () => {
  const bins = calibrationBins([scoredRow('POSITIVE', [1, 0, 0])], 15)
  expect(bins.at(-1)).toEqual({ low: 14 / 15, high: 1, count: 1, meanConfidence: 1, accuracy: 1 })
  expect(bins[0]).toEqual({ low: 0, high: 1 / 15, count: 0, meanConfidence: null, accuracy: null })
})

test('the calibration error weighs each bin by its rows', () => {
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

test('no rows are no error', () => {
  expect(expectedCalibrationError(calibrationBins([], 15))).toBe(0)
})

test('a confidence that is no number is refused', () => {
  expect(() => calibrationBins([scoredRow('POSITIVE', [Number.NaN, 0, 0])], 15)).toThrow('NaN is no confidence')
})
