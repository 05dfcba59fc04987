import { expect, test } from 'vitest'
import { RowGradientSum } from '../../../../src/ml/training/pooled-bilstm/word-table.ts'
import { TINY } from './tiny-network.ts'

const SHAPE = { ...TINY, wordSize: 2 }
const ONES = Float32Array.of(1, 1)

test('gradients of a word add up, each number times its factor', () => {
  const sum = new RowGradientSum(SHAPE, 4)
  sum.add(7, Float32Array.of(9, 1, 2), 1, Float32Array.of(9, 9, 10, 0), 2)
  sum.add(3, Float32Array.of(5, 6), 0, ONES, 0)
  sum.add(7, Float32Array.of(4, 8), 0, ONES, 0)
  expect(sum.take()).toEqual({ rows: Int32Array.of(7, 3), values: Float32Array.of(14, 8, 5, 6) })
})

test('more words than the capacity extend it, and nothing of one batch is left in the next', () => {
  const sum = new RowGradientSum(SHAPE, 1)
  for (let row = 0; row < SHAPE.vocabularySize; row++) sum.add(row, Float32Array.of(row, -row), 0, ONES, 0)
  const { rows, values } = sum.take()
  expect([...rows]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
  expect([...values.subarray(14)]).toEqual([7, -7, 8, -8])
  expect(sum.take()).toEqual({ rows: new Int32Array(0), values: new Float32Array(0) })
  sum.add(8, Float32Array.of(1, 2), 0, ONES, 0)
  expect(sum.take()).toEqual({ rows: Int32Array.of(8), values: Float32Array.of(1, 2) })
})
