import { expect, test } from 'vitest'
import { createEncoder } from '../../../src/ml/network/encode.ts'
import { createKernelEngine } from '../../../src/ml/network/kernel.ts'
import { loadModel } from '../../../src/ml/network/load-model.ts'
import type { Model } from '../../../src/ml/network/model.ts'
import { createTensorFlowEngine } from '../../../src/ml/network/tensorflow-engine.ts'
import { seededRandom } from '../../../src/statistics/seeded-random.ts'
import { describeNative } from '../tensorflow/native.ts'
import { randomModel } from './random-model.ts'
import { writeModel } from './write-model.ts'

const TEXTS = 300
const TOLERANCE = 1e-5
const SEED_MODEL = 'models/seed-lstm'

/** Texts of 0 to twice `maxTokens` words, most of them short like tweets; every eighth word is unknown. */
function inventTexts(model: Model, count: number): string[] {
  const random = seededRandom(11)
  const word = () =>
    random() < 0.125 ? 'unheardof' : (model.vocabulary[Math.floor(random() * model.vocabulary.length)] ?? '')
  return Array.from({ length: count }, () => {
    const length = Math.floor(random() ** 3 * 2 * model.manifest.preprocessing.maxTokens)
    return Array.from({ length }, word).join(' ')
  })
}

async function largestDifference(model: Model, texts: readonly string[]): Promise<number> {
  const encode = createEncoder(model)
  const rows = texts.map(text => encode({ text, entity: null }))
  const [kernel, tensorFlow] = await Promise.all([createKernelEngine(model), createTensorFlowEngine(model)])
  const [ours, theirs] = await Promise.all([kernel.predict(rows), tensorFlow.predict(rows)])
  await Promise.all([kernel.close(), tensorFlow.close()])
  expect(ours).toHaveLength(theirs.length)
  return ours.reduce((largest, value, index) => Math.max(largest, Math.abs(value - (theirs[index] ?? Number.NaN))), 0)
}

// The native library is optional, so the comparison is skipped without it; CI installs it.
describeNative('the WebAssembly kernel and TensorFlow give the same probabilities', () => {
  test('for random weights read from a directory', { timeout: 120_000 }, async () => {
    const model = await loadModel(
      await writeModel(randomModel(21, { hiddenSize: 50, embeddingSize: 30, maxTokens: 40 })),
    )
    expect(await largestDifference(model, inventTexts(model, TEXTS))).toBeLessThan(TOLERANCE)
  })

  test('for the seed model', { timeout: 300_000 }, async () => {
    const model = await loadModel(SEED_MODEL)
    expect(await largestDifference(model, inventTexts(model, TEXTS))).toBeLessThan(TOLERANCE)
  })
})
