import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MODELS_DIRECTORY } from '../../src/config.ts'
import { modelManifestSchema } from '../../src/ml/network/manifest.ts'
import { DEFAULT_MODEL } from '../../src/models/default-model.ts'
import { readModels } from '../../src/models/read-models.ts'
import { openModelRegistry } from '../../src/models/service.ts'
import { startApi, type TestApi } from './start-api.ts'

let api: TestApi

beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

test('the active model has its provenance', async () => {
  const manifest = modelManifestSchema.parse(
    JSON.parse(await readFile(join(MODELS_DIRECTORY, DEFAULT_MODEL, 'manifest.json'), 'utf8')),
  )
  const { activeModel } = await api.data(`{
    activeModel { version role trainedAt supportedLabels provenance { weightsSha256 dataSha256 seed command runtime } }
  }`)
  expect(activeModel).toMatchObject({
    version: expect.stringMatching(new RegExp(`^${DEFAULT_MODEL}@[0-9a-f]{12}$`)),
    role: 'ACTIVE',
    supportedLabels: manifest.labels,
    provenance: { weightsSha256: manifest.weights.sha256, seed: manifest.provenance.seed },
  })
})

test('the test of estimates equals its file', async () => {
  const [model] = (await readModels(MODELS_DIRECTORY)).filter(({ manifest }) => manifest.name === DEFAULT_MODEL)
  const { activeModel } = await api.data(`{
    activeModel {
      estimation {
        entities { labelled entityCount drawCount coverage width expectedWidth meanError signErrors shares { coverage width } labelsAlone { coverage width meanError } }
        comparisons { labelled pairCount coverage significant wrong }
        sources { name entityCount tweetCount }
        trainedOnRowCount command evaluatedAt
        shifts { label betweenSources betweenEntities }
      }
    }
  }`)
  if (!model?.estimates) throw new Error('The default model has no test of estimates.')
  const { errors, seed, modelVersion, ...published } = model.estimates
  const { shifts, ...estimation } = activeModel.estimation
  const entities = published.entities.map(row => ({ ...row, expectedWidth: row.expectedWidth ?? null }))
  expect(estimation).toStrictEqual({ ...published, entities })
  expect(shifts.map(({ label }: { label: string }) => label)).toEqual(['POSITIVE', 'NEGATIVE', 'IRRELEVANT'])
  for (const [index, { betweenSources, betweenEntities }] of shifts.entries()) {
    expect(betweenSources ** 2).toBeCloseTo(errors.betweenSources[index]?.[index] ?? 0, 10)
    expect(betweenEntities ** 2).toBeCloseTo(errors.betweenEntities[index]?.[index] ?? 0, 10)
  }
})

test('every figure of an evaluation equals its file', async () => {
  const [model] = (await readModels(MODELS_DIRECTORY)).filter(({ manifest }) => manifest.name === DEFAULT_MODEL)
  const { activeModel } = await api.data(`{
    activeModel {
      evaluations {
        dataset split trainedFor epochs seed rowCount tweetCount excludedRowCount trainedOnRowCount isLeaky leakReason labels majorityBaseline command evaluatedAt
        accuracy { value low high sampleSize } macroPrecision { value } macroRecall { value } macroF1 { value } logLoss { value }
        linearBaseline { value low high sampleSize } entityBlindAccuracy { value low high sampleSize }
        perEntity { name rowCount tweetCount accuracy { value low high sampleSize } macroF1 { value low high sampleSize } }
        perLabel { label support precision { value } recall { value } f1 { value low high sampleSize } }
        confusionMatrix { actual predicted count }
        calibration { temperature expectedCalibrationError brier bins { low high count meanConfidence accuracy } }
        riskCoverage { threshold coverage accuracy }
      }
    }
  }`)
  expect(activeModel.evaluations).toHaveLength(model?.evaluations.length ?? -1)
  for (const evaluation of activeModel.evaluations) {
    const report = model?.evaluations.find(
      ({ dataset, split, trainedFor, seed, labels }) =>
        dataset === evaluation.dataset &&
        split === evaluation.split &&
        trainedFor === evaluation.trainedFor &&
        seed === evaluation.seed &&
        labels.join() === evaluation.labels.join(),
    )
    expect({ ...evaluation, evaluatedAt: new Date(evaluation.evaluatedAt) }).toMatchObject({
      rowCount: report?.rowCount,
      accuracy: report?.accuracy,
      epochs: report?.epochs,
      seed: report?.seed,
      linearBaseline: report?.linearBaseline,
      entityBlindAccuracy: report?.entityBlindAccuracy,
      perEntity: report?.perEntity,
      confusionMatrix: report?.confusionMatrix,
      calibration: report?.calibration,
      riskCoverage: report?.riskCoverage,
      evaluatedAt: new Date(report?.evaluatedAt ?? Number.NaN),
    })
  }
})

test('models are listed, and each is found by its id', async () => {
  const { models } = await api.data(
    '{ models { totalCount edges { cursor node { id version } } pageInfo { hasNextPage } } }',
  )
  expect(models).toMatchObject({ totalCount: models.edges.length, pageInfo: { hasNextPage: false } })
  for (const { node: listed } of models.edges) {
    const { node } = await api.data('query ($id: ID!) { node(id: $id) { id ... on ModelVersion { version } } }', listed)
    expect(node).toEqual(listed)
  }
  const { node: oldest, cursor } = models.edges.at(-1)
  const backward = 'query ($before: String!) { models(last: 100, before: $before) { nodes { version } } }'
  const { models: before } = await api.data(backward, { before: cursor })
  expect([...before.nodes, { version: oldest.version }]).toEqual(
    models.edges.map(({ node: { version } }: { node: { version: string } }) => ({ version })),
  )
})

test('a version whose folder was removed cannot predict, and the error says so', async () => {
  const { prisma } = api.database.storage
  const { manifest, weightsSha256 } = await prisma.modelVersion.findFirstOrThrow({ where: { role: 'ACTIVE' } })
  const id = '0190a0a0-0000-7000-8000-000000000001'
  await prisma.modelVersion.create({
    data: {
      id,
      name: 'older',
      version: 'older@000000000000',
      weightsSha256,
      manifest: manifest as object,
      registeredAt: new Date(),
    },
  })
  const model = Buffer.from(`ModelVersion:${id}`).toString('base64')
  const { predict } = await api.data(
    'query ($model: ID) { predict(text: "Fine.", modelId: $model) { prediction { label } userErrors { code field message } } }',
    { model },
  )
  expect(predict).toMatchObject({
    prediction: null,
    userErrors: [
      {
        code: 'UNAVAILABLE',
        field: ['modelId'],
        message: expect.stringContaining('older@000000000000 cannot be loaded'),
      },
    ],
  })
})

test('processes that start at the same time agree on one active version', async () => {
  const models = await readModels(MODELS_DIRECTORY)
  const open = () =>
    openModelRegistry({
      storage: api.database.storage,
      models,
      defaultName: DEFAULT_MODEL,
      now: () => new Date(),
    })
  const registries = await Promise.all([open(), open(), open(), open()])
  expect(new Set(registries.map(({ active }) => active.id)).size).toBe(1)
  expect(await api.database.storage.prisma.modelVersion.count({ where: { role: 'ACTIVE' } })).toBe(1)
})

test('an error names a missing model and the available ones', async () => {
  const models = await readModels(MODELS_DIRECTORY)
  const opening = openModelRegistry({
    storage: api.database.storage,
    models,
    defaultName: 'oracle',
    now: () => new Date(),
  })
  await expect(opening).rejects.toThrow(new RegExp(`default model oracle is missing; available: .*${DEFAULT_MODEL}`))
})
