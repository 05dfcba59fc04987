import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type EncodedText, tokensAlone } from '../../../src/ml/network/engine.ts'
import { createKernelEngine } from '../../../src/ml/network/kernel.ts'
import { loadModel } from '../../../src/ml/network/load-model.ts'
import type { Model } from '../../../src/ml/network/model.ts'
import { createTensorFlowEngine } from '../../../src/ml/network/tensorflow-engine.ts'
import { loadTensorFlow } from '../../../src/ml/tensorflow/load.ts'
import { Mt19937 } from '../../../src/ml/training/mt19937.ts'
import { describeNative } from '../tensorflow/native.ts'
import { anEncodedText } from './an-encoded-text.ts'
import { randomBilstm, randomModel } from './random-model.ts'

const randomRows = (model: Model, count: number) => {
  const random = new Mt19937(4)
  const { maxTokens } = model.manifest.preprocessing
  const { vocabularySize } = model.manifest.network
  return Array.from({ length: count }, (_, index) =>
    tokensAlone(
      Int32Array.from({ length: index % (maxTokens + 1) }, () => 1 + (random.nextUint32() % (vocabularySize - 1))),
    ),
  )
}

async function largestDifference(model: Model, rows: readonly EncodedText[]): Promise<number> {
  const reference = await createTensorFlowEngine(model)
  const kernel = await createKernelEngine(model)
  const [expected, actual] = [await reference.predict(rows), await kernel.predict(rows)]
  await Promise.all([reference.close(), kernel.close()])
  expect(actual).toHaveLength(expected.length)
  return expected.reduce(
    (largest, value, index) => Math.max(largest, Math.abs(value - (actual[index] ?? Number.NaN))),
    0,
  )
}

describeNative('TensorFlow and the WebAssembly kernel', () => {
  test('match within 1e-5 on random weights, over more rows than one call takes', async () => {
    const model = randomModel(11)
    expect(await largestDifference(model, randomRows(model, 150))).toBeLessThan(1e-5)
  })

  test('match within 1e-5 if rows are not padded', async () => {
    const model = randomModel(11, { padding: 'none' })
    expect(await largestDifference(model, randomRows(model, 40))).toBeLessThan(1e-5)
  })

  test('match within 1e-5 on the committed model, with rows of every length', async () => {
    const model = await loadModel(join(import.meta.dirname, '..', '..', '..', 'models', 'seed-lstm'))
    expect(await largestDifference(model, randomRows(model, 167))).toBeLessThan(1e-5)
  }, 60_000)

  test.each([
    ['odd sizes', randomBilstm(13)],
    ['every mark and context', randomBilstm(14, { marks: 8, contextHeads: [2, 0, 1, 1], heads: 3 })],
    [
      'the sizes of a real model',
      randomBilstm(15, { words: 500, embeddingSize: 106, hiddenSize: 64, denseSize: 48, marks: 3 }),
    ],
  ])('match within 1e-5 for a pooled network of %s', async (_, model) => {
    const texts = fc.sample(anEncodedText(model.manifest), { numRuns: 130, seed: 6 })
    expect(await largestDifference(model, [tokensAlone(new Int32Array(0)), ...texts])).toBeLessThan(1e-5)
  })

  test('match if a whole call has no token at all', async () => {
    expect(await largestDifference(randomBilstm(13), [tokensAlone(new Int32Array(0))])).toBeLessThan(1e-5)
  })

  test('refuse a text that the model cannot read', async () => {
    const engine = await createTensorFlowEngine(randomBilstm(13))
    await expect(engine.predict([{ ...tokensAlone(Int32Array.of(1)), context: 9 }])).rejects.toThrow('context 9')
    await engine.close()
  })

  test('return no probabilities for no rows', async () => {
    const engine = await createTensorFlowEngine(randomModel(11))
    expect(await engine.predict([])).toHaveLength(0)
    await engine.close()
  })

  test.each([
    ['plain', randomModel(12)],
    ['pooled', randomBilstm(12)],
  ])('leave no tensor of a %s network behind', async (_, model) => {
    const tf = loadTensorFlow()
    const before = tf.memory().numTensors
    const engine = await createTensorFlowEngine(model)
    await engine.predict(randomRows(model, 3))
    await engine.close()
    expect(tf.memory().numTensors).toBe(before)
  })
})
