import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Answer, chooseThreshold } from '../../../src/ml/training/choose-threshold.ts'
import { seededRandom } from '../../../src/statistics/seeded-random.ts'

const answers = (...pairs: [number, boolean][]): Answer[] =>
  pairs.map(([confidence, isRight]) => ({ confidence, isRight }))

test('finds the confidence from which on results are correct often enough', () => {
  expect(chooseThreshold(answers([0.4, false], [0.5, false], [0.61, true], [0.9, true]), 0.8)).toBe(0.61)
})

test('rounds up, so that no guess below it is included', () => {
  expect(chooseThreshold(answers([0.601, false], [0.604, true]), 0.8)).toBe(0.61)
})

test('treats results of one confidence as a whole, in any order', () => {
  for (const order of [
    [true, false, true, true, true],
    [false, true, true, true, true],
  ]) {
    const tied = order.map((isRight): Answer => ({ confidence: 0.55, isRight }))
    expect(chooseThreshold(tied, 0.8)).toBe(0.55)
    expect(chooseThreshold(tied, 0.81)).toBeNull()
  }
})

test('does not let confident results hide guesses', () => {
  const guesses = answers([0.4, false], [0.41, true], [0.42, false])
  const sure = Array.from({ length: 97 }, (): Answer => ({ confidence: 0.9, isRight: true }))
  expect(chooseThreshold([...guesses, ...sure], 0.8)).toBe(0.9)
})

test('recovers the threshold of calibrated results', () => {
  const random = seededRandom(1)
  const calibrated = Array.from({ length: 20_000 }, (): Answer => {
    const confidence = 1 / 3 + (2 / 3) * random()
    return { confidence, isRight: random() < confidence }
  })
  expect(chooseThreshold(calibrated, 0.8)).toBeCloseTo(0.8, 1)
})

test('is null if no confidence is enough', () => {
  expect(chooseThreshold(answers([0.4, false], [0.9, false]), 0.8)).toBeNull()
  expect(chooseThreshold(answers([0.4, true], [0.9, false]), 0.8)).toBeNull()
  expect(chooseThreshold([], 0.8)).toBeNull()
})

test('also holds for all results above it together', () => {
  const anAnswer = fc.record({ confidence: fc.integer({ min: 90, max: 100 }).map(n => n / 100), isRight: fc.boolean() })
  fc.assert(
    fc.property(fc.array(anAnswer, { maxLength: 40 }), all => {
      const threshold = chooseThreshold(all, 0.8)
      if (threshold === null) return
      const certain = all.filter(({ confidence }) => confidence >= threshold)
      expect(certain.filter(({ isRight }) => isRight).length).toBeGreaterThanOrEqual(0.8 * certain.length)
    }),
  )
})
