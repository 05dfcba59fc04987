import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { trainedOnTest } from '../../../src/ml/evaluation/trained-on.ts'
import { tokensAlone } from '../../../src/ml/network/engine.ts'
import { createKernelEngine } from '../../../src/ml/network/kernel.ts'
import { loadModel } from '../../../src/ml/network/load-model.ts'
import { loadTensorFlow } from '../../../src/ml/tensorflow/load.ts'
import { buildModel } from '../../../src/ml/training/build-model.ts'
import { initialWeights } from '../../../src/ml/training/initial-weights.ts'
import { kerasWeights } from '../../../src/ml/training/keras-weights.ts'
import { lossAndGradient } from '../../../src/ml/training/lstm-gradient.ts'
import { Mt19937 } from '../../../src/ml/training/mt19937.ts'
import { parameters } from '../../../src/ml/training/parameters.ts'
import { prepareData } from '../../../src/ml/training/training-data.ts'
import { writeModel } from '../../../src/ml/training/write-model.ts'
import { describeNative } from '../tensorflow/native.ts'
import { trialFile, trialRecipe } from './trial-data.ts'

const directory = mkdtempSync(join(tmpdir(), 'pulso-build-'))
afterAll(() => rmSync(directory, { recursive: true }))

const file = trialFile()
const data = prepareData(trialRecipe, file)
const weights = initialWeights(data.shape, new Mt19937(9))
const run = {
  command: 'pulso train',
  seed: 9,
  trainedAt: '2026-01-01T00:00:00.000Z',
  runtime: null,
  codeRevision: null,
  data: [{ name: 'trial.csv', sha256: file.sha256, rows: file.rows.length }],
}
const files = await buildModel({ name: 'trial', recipe: trialRecipe, data, weights, run })

describe('a trained network in a directory', () => {
  test('is read by the loader, and other files of the directory are kept', async () => {
    const folder = join(directory, 'trial')
    writeModel(folder, files)
    writeFileSync(join(folder, 'CARD.md'), '# trial\n')
    writeModel(folder, files)
    expect(readdirSync(folder).sort()).toEqual([
      'CARD.md',
      'manifest.json',
      'trained-on.bin',
      'vocabulary.txt',
      'weights.bin',
    ])
    const model = await loadModel(folder)
    expect(model.vocabulary).toEqual(data.vocabulary)
    expect(model.manifest.provenance.split).toMatchObject({ trainingRows: 60, testRows: 30, setAsideRows: 10 })
  })

  test('recognises its training tweets, and no others', () => {
    const isTrainedOn = trainedOnTest(files['trained-on.bin'] ?? Buffer.alloc(0))
    expect(data.training.every(({ row }) => isTrainedOn(row))).toBe(true)
    expect(data.test.some(({ row }) => isTrainedOn({ ...row, text: '' }))).toBe(false)
  })

  test('cannot be written if a file is in the way', () => {
    const blocked = join(directory, 'blocked')
    writeFileSync(blocked, '')
    expect(() => writeModel(blocked, files)).toThrow('cannot be written')
  })
})

test('kerasWeights puts the gates i, c, f, o into Keras’s order i, f, c, o and keeps the rest', () => {
  const shape = { vocabularySize: 1, embeddingSize: 1, hiddenSize: 2, outputs: 1, maxTokens: 1 }
  const size = parameters(shape).flat.length
  const counted = parameters(
    shape,
    Float32Array.from({ length: size }, (_, index) => index),
  )
  const gates = (from: number) => [0, 1, 4, 5, 2, 3, 6, 7].map(column => from + column)
  expect([...kerasWeights(counted, 2)]).toEqual([0, ...gates(1), ...gates(9), ...gates(17), ...gates(25), 33, 34, 35])
})

describeNative('training and serving', () => {
  test('give the same loss on the same weights', async () => {
    const folder = join(directory, 'served')
    writeModel(folder, files)
    const engine = await createKernelEngine(await loadModel(folder))
    const examples = data.test
    const probabilities = await engine.predict(examples.map(({ tokens }) => tokensAlone(tokens)))
    const served = examples.map(({ target }, row) => -Math.log(probabilities[row * engine.outputs + target] ?? 0))
    const { loss } = lossAndGradient(loadTensorFlow(), {
      shape: data.shape,
      weights,
      batch: { rows: examples.map(({ tokens }) => tokens), targets: examples.map(({ target }) => target) },
      masks: {
        input: new Float32Array(examples.length * data.shape.embeddingSize).fill(1),
        recurrent: new Float32Array(examples.length * data.shape.hiddenSize).fill(1),
      },
    })
    expect(loss).toBeCloseTo(served.reduce((sum, each) => sum + each, 0) / served.length, 5)
  })
})
