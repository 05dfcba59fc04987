import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { numpyPermutation, trainTestSplit } from '../../../src/ml/training/numpy-permutation.ts'

// Expected values are from NumPy 2 and scikit-learn 1.
describe('numpyPermutation', () => {
  test('is RandomState(42).permutation(10)', () => {
    expect([...numpyPermutation(10, 42)]).toEqual([8, 1, 5, 0, 7, 2, 9, 4, 3, 6])
  })

  test('matches RandomState(42).permutation(100000), which rejects more than half of the masked draws', () => {
    expect([...numpyPermutation(100_000, 42).subarray(0, 5)]).toEqual([75721, 80184, 19864, 76699, 92991])
  })

  test('contains each number once', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(2 ** 32 - 1), (length, seed) => {
        expect([...numpyPermutation(length, seed)].sort((a, b) => a - b)).toEqual(
          Array.from({ length }, (_, index) => index),
        )
      }),
    )
  })
})

describe('trainTestSplit', () => {
  test('gives the rows of scikit-learn, in its order', () => {
    const { training, test: heldOut } = trainTestSplit(7, 0.33, 42)
    expect([...heldOut]).toEqual([0, 1, 5])
    expect([...training]).toEqual([2, 4, 3, 6])
  })

  test('rounds the held-out rows up', () => {
    expect(trainTestSplit(100, 0.33, 42).test).toHaveLength(33)
    expect(trainTestSplit(101, 0.33, 42).test).toHaveLength(34)
  })
})
