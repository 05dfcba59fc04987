import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answer } from '../../../src/ml/training/choose-threshold.ts'
import { riskCoverageThreshold } from '../../../src/ml/training/risk-coverage-threshold.ts'

const answers = (...pairs: [number, boolean][]): Answer[] =>
  pairs.map(([confidence, isRight]) => ({ confidence, isRight }))

test('results above it are correct often enough, taken together', () => {
  const graded = answers([0.4, false], [0.5, true], [0.55, false], [0.6, true], [0.7, true], [0.9, true])
  expect(riskCoverageThreshold(graded, 0.8)).toBe(0.41)
  expect(riskCoverageThreshold(graded, 0.9)).toBe(0.56)
})

test('is zero if all results together are good enough, and null if none are', () => {
  expect(riskCoverageThreshold(answers([0.4, true], [0.5, true]), 0.8)).toBe(0)
  expect(riskCoverageThreshold(answers([0.4, false], [0.99, false]), 0.8)).toBeNull()
  expect(riskCoverageThreshold([], 0.8)).toBeNull()
})

test('keeps its promise, and every lower hundredth does not', () => {
  const answer = fc.record({ confidence: fc.double({ min: 0, max: 1, noNaN: true }), isRight: fc.boolean() })
  const accuracy = (some: readonly Answer[], from: number) => {
    const answered = some.filter(({ confidence }) => confidence >= from)
    return answered.length === 0 ? 0 : answered.filter(({ isRight }) => isRight).length / answered.length
  }
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 60 }), some => {
      const threshold = riskCoverageThreshold(some, 0.8)
      if (threshold !== null) expect(accuracy(some, threshold)).toBeGreaterThanOrEqual(0.8)
      for (let step = 0; step < 100 * (threshold ?? 1); step++) expect(accuracy(some, step / 100)).toBeLessThan(0.8)
    }),
  )
})
