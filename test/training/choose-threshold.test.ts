import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Answer, chooseThreshold } from '../../src/training/choose-threshold.ts'

const answers = (...pairs: [number, boolean][]): Answer[] =>
  pairs.map(([confidence, isRight]) => ({ confidence, isRight }))

test('finds the lowest confidence above which enough answers are right', () => {
  expect(chooseThreshold(answers([0.4, false], [0.5, false], [0.6, true], [0.9, true]), 0.8)).toBe(0.51)
})

test('asks for no confidence where all answers together are right often enough', () => {
  expect(chooseThreshold(answers([0.4, true], [0.9, true]), 0.8)).toBe(0)
})

test('is null where no confidence is enough', () => {
  expect(chooseThreshold(answers([0.4, false], [0.9, false]), 0.8)).toBeNull()
  expect(chooseThreshold([], 0.8)).toBeNull()
})

test('keeps its promise, and no lower hundredth would', () => {
  const anAnswer = fc.record({ confidence: fc.double({ min: 0.34, max: 1, noNaN: true }), isRight: fc.boolean() })
  const isKept = (all: readonly Answer[], threshold: number) => {
    const certain = all.filter(({ confidence }) => confidence >= threshold)
    return certain.length > 0 && certain.filter(({ isRight }) => isRight).length >= 0.8 * certain.length
  }
  fc.assert(
    fc.property(fc.array(anAnswer, { maxLength: 40 }), all => {
      const threshold = chooseThreshold(all, 0.8)
      if (threshold !== null) expect(isKept(all, threshold)).toBe(true)
      for (let lower = 0; lower < Math.round((threshold ?? 1.01) * 100); lower++)
        expect(isKept(all, lower / 100)).toBe(false)
    }),
  )
})
