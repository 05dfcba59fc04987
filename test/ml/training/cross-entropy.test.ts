import { expect, test } from 'vitest'
import { crossEntropy } from '../../../src/ml/training/cross-entropy.ts'

test('gives the mean loss, the correct rows, and slopes that sum to zero in each row', () => {
  const { loss, correct, slopes } = crossEntropy([0.5, 0.25, 0.25, 0.125, 0.125, 0.75], [0, 1], 3)
  expect(loss).toBeCloseTo((Math.log(2) + Math.log(8)) / 2, 12)
  expect(correct).toBe(1)
  expect([...slopes]).toEqual([-0.25, 0.125, 0.125, 0.0625, -0.4375, 0.375])
})

test('is finite if the network rules out the correct output', () => {
  expect(crossEntropy([1, 0], [1], 2).loss).toBeCloseTo(-Math.log(1e-7), 6)
})

test('counts a tie as correct for the first output only', () => {
  expect(crossEntropy([0.5, 0.5, 0.5, 0.5], [0, 1], 2).correct).toBe(1)
})
