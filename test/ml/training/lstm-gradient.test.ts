import type { Scalar, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core'
import { expect, test } from 'vitest'
import { loadTensorFlow, type TensorFlow } from '../../../src/ml/tensorflow/load.ts'
import { initialWeights } from '../../../src/ml/training/initial-weights.ts'
import { type DropoutMasks, lossAndGradient } from '../../../src/ml/training/lstm-gradient.ts'
import { Mt19937 } from '../../../src/ml/training/mt19937.ts'
import type { Parameters } from '../../../src/ml/training/parameters.ts'
import { describeNative } from '../tensorflow/native.ts'
import { inKerasLayout, stockGradient } from './stock-network.ts'

const shape = { vocabularySize: 40, embeddingSize: 7, hiddenSize: 11, outputs: 3, maxTokens: 12 }
const random = new Mt19937(1)
const weights = initialWeights(shape, random)
// Embeddings of a trained size, so that words have an effect and gates leave their linear range.
for (const [index, value] of weights.embedding.entries()) weights.embedding[index] = value * 30

const rowOf = (length: number) => Int32Array.from({ length }, () => 1 + (random.nextUint32() % 39))
const aBatch = (...lengths: number[]) => ({
  rows: lengths.map(rowOf),
  targets: lengths.map(() => random.nextUint32() % 3),
})
const noDropout = (rows: number): DropoutMasks => ({
  input: new Float32Array(rows * shape.embeddingSize).fill(1),
  recurrent: new Float32Array(rows * shape.hiddenSize).fill(1),
})
const someDropout = (rows: number): DropoutMasks => ({
  input: noDropout(rows).input.map(() => (random.nextDouble() < 0.5 ? 0 : 2)),
  recurrent: noDropout(rows).recurrent.map(() => (random.nextDouble() < 0.25 ? 0 : 4 / 3)),
})
const largestDifference = (a: Float32Array, b: Float32Array) =>
  a.reduce((largest, value, index) => Math.max(largest, Math.abs(value - (b[index] ?? Number.NaN))), 0)

describeNative('lossAndGradient', () => {
  const tf = loadTensorFlow()

  test.each([
    { name: 'rows of many lengths, an empty one among them', lengths: [5, 9, 1, 0] },
    { name: 'a row that leaves no common padding', lengths: [12, 3] },
    { name: 'nothing but padding', lengths: [0] },
  ])('matches stock layers and tfjs’s own differentiation: $name', ({ lengths }) => {
    const batch = aBatch(...lengths)
    const ours = lossAndGradient(tf, { shape, weights, batch, masks: noDropout(lengths.length) })
    const stock = tf.tidy(() => stockGradient(tf, shape, weights, batch.rows, batch.targets))
    expect(ours.loss).toBeCloseTo(stock.loss, 6)
    expect(Math.max(...stock.gradient.map(Math.abs))).toBeGreaterThan(0.01)
    expect(largestDifference(inKerasLayout(ours.gradient, shape), stock.gradient)).toBeLessThan(1e-6)
  })

  test('drops one set of channels per row over all its steps, as Keras does', () => {
    const batch = aBatch(5, 12, 1, 0)
    const masks = someDropout(4)
    const ours = lossAndGradient(tf, { shape, weights, batch, masks })
    const written = tf.tidy(() => writtenOut(tf, batch.rows, batch.targets, masks))
    expect(ours.loss).toBeCloseTo(written.loss, 6)
    for (const [name, gradient] of Object.entries(written.gradients)) {
      expect(largestDifference(ours.gradient[name as keyof Parameters], gradient), name).toBeLessThan(1e-6)
    }
  })

  test('counts the rows whose most likely output is correct', () => {
    const batch = aBatch(4, 4, 4)
    const right = [0, 1, 2].map(target => {
      const { correct } = lossAndGradient(tf, {
        shape,
        weights,
        batch: { ...batch, targets: [target, target, target] },
        masks: noDropout(3),
      })
      return correct
    })
    expect(right.reduce((sum, count) => sum + count, 0)).toBe(3)
  })

  test('leaks no tensors', () => {
    const before = tf.memory().numTensors
    lossAndGradient(tf, { shape, weights, batch: aBatch(3, 6), masks: noDropout(2) })
    expect(tf.memory().numTensors).toBe(before)
  })

  test('refuses a row longer than the network reads', () => {
    expect(() => lossAndGradient(tf, { shape, weights, batch: aBatch(13), masks: noDropout(1) })).toThrow(
      '13 tokens, more than 12',
    )
  })
})

/** Keras's equations, one op after the other, differentiated by tfjs. */
function writtenOut(tf: TensorFlow, rows: readonly Int32Array[], targets: readonly number[], masks: DropoutMasks) {
  const { vocabularySize, embeddingSize, hiddenSize, outputs, maxTokens } = shape
  const inputMask = tf.tensor2d(masks.input, [rows.length, embeddingSize])
  const recurrentMask = tf.tensor2d(masks.recurrent, [rows.length, hiddenSize])
  const lossOf = (...tensors: Tensor[]): Scalar => {
    const [embedding, kernel, bias, denseKernel, denseBias] = tensors as [
      Tensor2D,
      Tensor2D,
      Tensor1D,
      Tensor2D,
      Tensor1D,
    ]
    let hidden: Tensor2D = tf.zeros([rows.length, hiddenSize])
    let cell: Tensor2D = tf.zeros([rows.length, hiddenSize])
    for (let step = 0; step < maxTokens; step++) {
      const tokens = rows.map(row => row[step - (maxTokens - row.length)] ?? 0)
      const input = tf.mul(tf.gather(embedding, tf.tensor1d(tokens, 'int32')), inputMask)
      const seen = tf.concat([input, tf.mul(hidden, recurrentMask)], 1) as Tensor2D
      const [i, c, f, o] = tf.split(tf.add(tf.matMul(seen, kernel), bias), 4, 1) as [
        Tensor2D,
        Tensor2D,
        Tensor2D,
        Tensor2D,
      ]
      cell = tf.add(tf.mul(tf.sigmoid(f), cell), tf.mul(tf.sigmoid(i), tf.tanh(c)))
      hidden = tf.mul(tf.sigmoid(o), tf.tanh(cell))
    }
    const logits = tf.add(tf.matMul(hidden, denseKernel), denseBias)
    return tf.losses.softmaxCrossEntropy(tf.oneHot(tf.tensor1d([...targets], 'int32'), outputs), logits) as Scalar
  }
  const { value, grads } = tf.valueAndGrads(lossOf)([
    tf.tensor2d(weights.embedding, [vocabularySize, embeddingSize]),
    tf.tensor2d(weights.kernel, [embeddingSize + hiddenSize, 4 * hiddenSize]),
    tf.tensor1d(weights.bias),
    tf.tensor2d(weights.denseKernel, [hiddenSize, outputs]),
    tf.tensor1d(weights.denseBias),
  ])
  const names = ['embedding', 'kernel', 'bias', 'denseKernel', 'denseBias'] as const
  const gradients = Object.fromEntries(names.map((name, index) => [name, grads[index]?.dataSync() as Float32Array]))
  return { loss: value.dataSync()[0] ?? Number.NaN, gradients }
}
