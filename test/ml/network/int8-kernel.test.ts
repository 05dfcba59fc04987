import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { EncodedText } from '../../../src/ml/network/engine.ts'
import { createKernel } from '../../../src/ml/network/kernel.ts'
import type { Model } from '../../../src/ml/network/model.ts'
import { createTensorFlowEngine } from '../../../src/ml/network/tensorflow-engine.ts'
import { quantiseModel } from '../../../src/models/quantise-model.ts'
import { randomBilstm, randomModel } from './random-model.ts'
import { referenceProbabilities } from './reference-network.ts'

const inInt8 = (model: Model) => quantiseModel(model, `${model.manifest.name}-int8`)

const ROWS = 120

/** Of every length from 0 on, with random words and marks. */
function rowsFor({ manifest }: Model): EncodedText[] {
  const { network, preprocessing } = manifest
  const isPooled = network.kind === 'pooled-bilstm'
  return Array.from({ length: ROWS }, (_, row) => {
    const length = row % (preprocessing.maxTokens + 1)
    const tokenIds = Int32Array.from({ length }, (_, step) => 1 + ((row * 7 + step * 5) % (network.vocabularySize - 1)))
    const marks = isPooled ? Uint8Array.from({ length }, (_, step) => (row + step) % 2 ** network.marks) : null
    return { tokenIds, marks, context: isPooled ? row % network.contextHeads.length : 0 }
  })
}

const MODELS: [string, Model][] = [
  ['an LSTM over padding', randomModel(21)],
  ['an LSTM without padding', randomModel(22, { padding: 'none', hiddenSize: 32 })],
  ['a pooled network', randomBilstm(23)],
  ['a pooled network of one unit', randomBilstm(24, { hiddenSize: 1 })],
]

test.each(MODELS)('%s in int8 matches a plain network of the same bytes', async (_, float) => {
  const model = inInt8(float)
  const rows = rowsFor(model)
  const answers = (await createKernel(model))(rows)
  const outputs = model.manifest.labels.length
  const differences = rows.map((row, index) =>
    Math.max(
      ...referenceProbabilities(model, row).map((value, output) =>
        Math.abs(value - (answers[index * outputs + output] ?? Number.NaN)),
      ),
    ),
  )
  // If a state is between two steps, its last digit decides the rounding, and one step is visible in the result.
  const near = differences.filter(difference => difference < 2e-6).length
  expect(near / ROWS).toBeGreaterThan(0.95)
  expect(Math.max(...differences)).toBeLessThan(0.05)
})

test.each(MODELS)('%s in int8 gives the same bits in any batch', async (_, float) => {
  const kernel = await createKernel(inInt8(float))
  const rows = rowsFor(float)
  const together = kernel(rows)
  const alone = rows.flatMap(row => [...kernel([row])])
  expect([...together]).toEqual(alone)
})

test.each(MODELS)(
  '%s in int8 gives the same without relaxed SIMD, except for a state between two steps',
  async (_, float) => {
    const model = inInt8(float)
    const plain = await createKernel(model, { code: await readFile('src/ml/network/kernel.wasm') })
    const rows = rowsFor(model)
    const [one, other] = [plain(rows), (await createKernel(model))(rows)]
    const differences = Array.from(one, (value, index) => Math.abs(value - (other[index] ?? Number.NaN)))
    expect(differences.filter(difference => difference < 2e-6).length / differences.length).toBeGreaterThan(0.95)
    expect(Math.max(...differences)).toBeLessThan(0.05)
  },
)

test('an int8 model is a separate version, and is not quantised again', () => {
  const float = randomModel(25)
  const model = inInt8(float)
  expect(model.version.split('@')[1]).not.toBe(float.version.split('@')[1])
  expect(() => quantiseModel(model, 'again')).toThrow(/is already in int8/)
})

test('TensorFlow refuses an int8 model', async () => {
  await expect(createTensorFlowEngine(inInt8(randomModel(26)))).rejects.toThrow(
    /use the float32 model it was made from/,
  )
})
