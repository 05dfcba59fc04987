import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readModels, readUsableModels } from '../../src/models/read-models.ts'

let directory: string

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pulso-models-'))
})
afterEach(() => rm(directory, { recursive: true }))

const HASH = 'a'.repeat(64)
const estimate = { value: 0.8, low: 0.7, high: 0.9, sampleSize: 100 }

const manifest = (name: string) => ({
  formatVersion: 1,
  name,
  description: 'A model for this test.',
  labels: ['NEGATIVE', 'NEUTRAL', 'POSITIVE'],
  preprocessing: {
    kind: 'keras-tokenizer',
    isLowerCased: true,
    removedSubstrings: ['@'],
    filteredCharacters: '.,',
    vocabulary: 'vocabulary.txt',
    maxTokens: 5,
  },
  network: { kind: 'embedding-lstm-dense', vocabularySize: 10, embeddingSize: 4, hiddenSize: 4 },
  weights: { file: 'weights.bin', sha256: HASH, tensors: [] },
  vocabularySha256: HASH,
  uncertainBelow: null,
  provenance: {
    recipe: null,
    command: null,
    seed: null,
    trainedAt: null,
    runtime: null,
    codeRevision: null,
    data: [],
    split: null,
    trainedOn: null,
  },
})

const report = (modelVersion: string) => ({
  dataset: 'tweets.csv',
  datasetSha256: HASH,
  split: 'RANDOM_LEAKY',
  labels: ['NEGATIVE', 'POSITIVE'],
  rowCount: 100,
  tweetCount: 50,
  excludedRowCount: 0,
  trainedOnRowCount: 90,
  isLeaky: true,
  leakReason: 'Paraphrases were trained on.',
  modelVersion,
  command: 'pulso evaluate',
  evaluatedAt: '2026-11-24T00:00:00Z',
  accuracy: estimate,
  macroPrecision: estimate,
  macroRecall: estimate,
  macroF1: estimate,
  logLoss: estimate,
  majorityBaseline: 0.5,
  perLabel: [],
  confusionMatrix: [],
  calibration: { temperature: null, expectedCalibrationError: 0.1, brier: 0.3, bins: [] },
  riskCoverage: [],
})

async function addModel(name: string, files: Record<string, unknown>): Promise<void> {
  await mkdir(join(directory, name))
  for (const [file, content] of Object.entries(files)) {
    await writeFile(join(directory, name, file), typeof content === 'string' ? content : JSON.stringify(content))
  }
}

test('models are listed by name; one that was never evaluated has no evaluations', async () => {
  await addModel('second', { 'manifest.json': manifest('second') })
  await addModel('first', { 'manifest.json': manifest('first') })
  const models = await readModels(directory)
  expect(models.map(model => model.manifest.name)).toEqual(['first', 'second'])
  expect(models.map(model => model.evaluations)).toEqual([[], []])
  expect(models[0]?.version).toMatch(/^first@[0-9a-f]{12}$/)
})

test('only evaluations of this version, or of its retrained recipe, belong to it', async () => {
  await addModel('first', { 'manifest.json': manifest('first') })
  const [model] = await readModels(directory)
  const retrained = { ...report('first@111111111111'), trainedFor: 'SPLIT', epochs: 2, seed: 42 }
  const reports = [report('first@000000000000'), report(model?.version ?? ''), retrained]
  await writeFile(join(directory, 'first', 'evaluation.json'), JSON.stringify(reports))
  const [evaluated] = await readModels(directory)
  expect(evaluated?.evaluations).toMatchObject([{ ...reports[1], trainedFor: 'SERVING', perEntity: [] }, retrained])
})

test('evaluations with former names are read with the current ones', async () => {
  await addModel('first', { 'manifest.json': manifest('first') })
  const { rowCount, tweetCount, excludedRowCount, trainedOnRowCount, ...rest } = report('first@111111111111')
  const counts = {
    rows: rowCount,
    tweets: tweetCount,
    excludedRows: excludedRowCount,
    trainedOnRows: trainedOnRowCount,
  }
  const ofEntity = { name: 'Xbox', accuracy: estimate, macroF1: estimate }
  const former = {
    ...rest,
    ...counts,
    trainedFor: 'SPLIT',
    split: 'KAGGLE_VALIDATION',
    perEntity: [{ ...ofEntity, rows: 2, tweets: 1 }],
  }
  await writeFile(join(directory, 'first', 'evaluation.json'), JSON.stringify([former]))
  const [model] = await readModels(directory)
  expect(model?.evaluations).toMatchObject([
    {
      ...report('first@111111111111'),
      split: 'PUBLISHED_VALIDATION',
      perEntity: [{ ...ofEntity, rowCount: 2, tweetCount: 1 }],
    },
  ])
})

test('a folder without a model does not affect the others', async () => {
  await addModel('first', { 'manifest.json': manifest('first') })
  await mkdir(join(directory, 'begun'))
  expect((await readModels(directory)).map(model => model.manifest.name)).toEqual(['first'])
})

test('a broken folder does not hide the others, and is named', async () => {
  await addModel('first', { 'manifest.json': manifest('first') })
  await addModel('broken', { 'manifest.json': '{' })
  const said: string[] = []
  const models = await readUsableModels([directory], message => said.push(message))
  expect(models.map(model => model.manifest.name)).toEqual(['first'])
  expect(said).toEqual([expect.stringMatching(/^A model is left out\. .*broken.manifest\.json is not JSON/)])
})

test.each(['../../etc/passwd', '/etc/passwd', 'a/b', '..', '.hidden', 'a\\b', ''])(
  'a manifest may not name the file %j, which is outside its folder',
  async name => {
    const model = manifest('first')
    await addModel('first', { 'manifest.json': { ...model, weights: { ...model.weights, file: name } } })
    await expect(readModels(directory)).rejects.toThrow('name of a file in the same folder')
  },
)

test('a folder that does not exist has no models', async () => {
  expect(await readModels(join(directory, 'nowhere'))).toEqual([])
})

test.each([
  [{ 'manifest.json': '{' }, 'manifest.json is not JSON'],
  [{ 'manifest.json': {} }, 'manifest.json is not a model manifest'],
  [
    { 'manifest.json': manifest('first'), 'evaluation.json': '{}' },
    'evaluation.json is not a list of evaluation reports',
  ],
  [
    { 'manifest.json': manifest('first'), 'evaluation.json': [{}] },
    'evaluation.json is not a list of evaluation reports',
  ],
])('an invalid file is named: %#', async (files, message) => {
  await addModel('first', files)
  await expect(readModels(directory)).rejects.toThrow(message)
})
