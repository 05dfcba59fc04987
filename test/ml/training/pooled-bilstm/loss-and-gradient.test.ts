import { expect, test } from 'vitest'
import { loadTensorFlow } from '../../../../src/ml/tensorflow/load.ts'
import { lossAndGradient } from '../../../../src/ml/training/pooled-bilstm/loss-and-gradient.ts'
import { type PooledParameters, pooledParameters } from '../../../../src/ml/training/pooled-bilstm/shape.ts'
import { RowGradientSum } from '../../../../src/ml/training/pooled-bilstm/word-table.ts'
import { describeNative } from '../../tensorflow/native.ts'
import { TINY, TINY_ROWS, tinyMasks, tinyNetwork } from './tiny-network.ts'

/** Large enough for float32, small enough for the curve to be straight. */
const STEP = 4e-3
const TOLERANCE = 2e-3

describeNative('the gradient of the pooled network', () => {
  const setUp = () => {
    const network = { tf: loadTensorFlow(), ...tinyNetwork(3) }
    const masks = tinyMasks(4, TINY_ROWS.length)
    const gradient = pooledParameters(TINY)
    const sum = new RowGradientSum(TINY, 2)
    const loss = () =>
      lossAndGradient(
        network,
        { rows: TINY_ROWS, masks },
        { parameters: pooledParameters(TINY), words: new RowGradientSum(TINY, 2) },
      )
    lossAndGradient(network, { rows: TINY_ROWS, masks }, { parameters: gradient, words: sum })
    return { network, gradient, words: sum.take(), loss }
  }

  /** Central difference of the loss with respect to one number. */
  function slope(values: Float32Array, place: number, loss: () => number): number {
    const before = values[place] as number
    values[place] = before + STEP
    const above = loss()
    values[place] = before - STEP
    const below = loss()
    values[place] = before
    return (above - below) / (2 * STEP)
  }

  test.each([
    'forwardKernel',
    'forwardBias',
    'backwardKernel',
    'backwardBias',
    'pooledKernel',
    'kindBias',
    'headKernel',
    'headBias',
  ] satisfies (keyof PooledParameters)[])('matches differences in %s', name => {
    const { network, gradient, loss } = setUp()
    const values = network.parameters[name]
    const every = Math.max(1, Math.floor(values.length / 40))
    let largest = 0
    for (let place = 0; place < values.length; place += every) {
      const expected = slope(values, place, loss)
      largest = Math.max(largest, Math.abs(expected))
      expect(gradient[name][place], `${name}[${place}]`).toBeCloseTo(expected, 2)
      expect(Math.abs((gradient[name][place] as number) - expected)).toBeLessThan(TOLERANCE)
    }
    expect(largest).toBeGreaterThan(TOLERANCE)
  })

  test('matches differences in the learnt word vectors, and touches only those of the batch', () => {
    const { network, words, loss } = setUp()
    expect([...words.rows].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
    for (const [index, row] of words.rows.entries()) {
      for (let i = 0; i < TINY.wordSize; i++) {
        const expected = slope(network.words.learnt, row * TINY.wordSize + i, loss)
        expect(Math.abs((words.values[index * TINY.wordSize + i] as number) - expected)).toBeLessThan(TOLERANCE)
      }
    }
  })

  test('leaks no tensors', () => {
    const { network, loss } = setUp()
    const before = network.tf.memory().numTensors
    loss()
    expect(network.tf.memory().numTensors).toBe(before)
  })
})
