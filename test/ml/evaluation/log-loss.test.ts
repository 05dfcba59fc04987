import fc from 'fast-check'
import { expect, test } from 'vitest'
import { brierScore } from '../../../src/ml/evaluation/brier-score.ts'
import { logLoss } from '../../../src/ml/evaluation/log-loss.ts'
import { scoredRow, someRows } from './scored-rows.ts'

test('log-loss is the mean of -ln P(actual), in nats', () => {
  const rows = [scoredRow('POSITIVE', [0.5, 0.25, 0.25]), scoredRow('NEGATIVE', [0.5, 0.25, 0.25])]
  expect(logLoss(rows)).toBeCloseTo((Math.log(2) + Math.log(4)) / 2, 12)
})

test('a sure mistake costs 36 nats, as in scikit-learn, and not infinity', () => {
  expect(logLoss([scoredRow('NEGATIVE', [1, 0, 0])])).toBeCloseTo(36.04365338911715, 9)
})

test('the Brier score sums squared distances over the labels: 0 for a sure hit, 2 for a sure miss', () => {
  expect(brierScore([scoredRow('POSITIVE', [1, 0, 0])])).toBe(0)
  expect(brierScore([scoredRow('NEGATIVE', [1, 0, 0])])).toBe(2)
  expect(brierScore([scoredRow('NEUTRAL', [0.5, 0.25, 0.25])])).toBeCloseTo(0.25 + 0.5625 + 0.0625, 12)
})

test('a label that the model cannot give still counts in the Brier score when it is the actual one', () => {
  expect(brierScore([scoredRow('IRRELEVANT', [1, 0, 0])])).toBe(2)
})

test('neither is negative, and no rows are no loss', () => {
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
