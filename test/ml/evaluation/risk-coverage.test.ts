import fc from 'fast-check'
import { expect, test } from 'vitest'
import { riskCoverage } from '../../../src/ml/evaluation/risk-coverage.ts'
import { scoredRow, someRows } from './scored-rows.ts'

test('each point covers the rows with at least its confidence', () => {
  const rows = [
    scoredRow('POSITIVE', [0.9, 0.05, 0.05]),
    scoredRow('NEGATIVE', [0.6, 0.2, 0.2]),
    scoredRow('POSITIVE', [0.5, 0.3, 0.2]),
    scoredRow('NEUTRAL', [0.4, 0.3, 0.3]),
  ]
  expect(riskCoverage(rows, [0, 0.5, 0.6, 0.95])).toEqual([
    { threshold: 0, coverage: 1, accuracy: 0.5 },
    { threshold: 0.5, coverage: 0.75, accuracy: 2 / 3 },
    { threshold: 0.6, coverage: 0.5, accuracy: 0.5 },
    { threshold: 0.95, coverage: 0, accuracy: null },
  ])
})

test('coverage never grows with the threshold and starts at 1', () => {
  fc.assert(
    fc.property(someRows, rows => {
      const coverages = riskCoverage(rows, [0, 0.25, 0.5, 0.75, 1]).map(({ coverage }) => coverage)
      expect(coverages[0]).toBe(1)
      expect(coverages).toEqual([...coverages].sort((a, b) => b - a))
    }),
  )
})
