import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeModelsDirectory, writeModel } from '../ml/network/write-model.ts'
import { expectExactRollups } from '../support/exact-rollups.ts'
import { namedModel } from '../support/second-model.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { startApi, type TestApi } from './start-api.ts'

const newer = namedModel('newer', 7)
const damaged = namedModel('damaged', 8)

let directory: string
let database: TestDatabase
let api: TestApi
const started: TestApi[] = []

beforeAll(async () => {
  directory = await makeModelsDirectory()
  await writeModel(newer, directory)
  await rm(join(await writeModel(damaged, directory), damaged.manifest.weights.file))
})
beforeEach(async () => {
  database = await createTestDatabase()
  api = await start()
})
afterEach(async () => {
  for (const server of started.splice(0).reverse()) await server.close()
  await database.drop()
})

async function start(): Promise<TestApi> {
  const server = await startApi({ database, environment: { PULSO_MODELS: directory } })
  started.push(server)
  return server
}

async function idOf(name: string): Promise<string> {
  const { models } = await api.data('{ models { edges { node { id version } } } }')
  return models.edges.find((edge: { node: { version: string } }) => edge.node.version.startsWith(`${name}@`)).node.id
}

const classify = async (externalId: string, server = api) => {
  const { classify: answer } = await server.data(
    `mutation ($input: ClassifyInput!) { classify(input: $input) { classification { id model { version } } userErrors { code message } } }`,
    { input: { text: `w1 w${externalId} I love it`, entity: 'Xbox', externalId } },
  )
  expect(answer.userErrors).toEqual([])
  return answer.classification
}

const promote = async (modelId: string, server = api) =>
  (
    await server.data(
      `mutation ($input: PromoteModelInput!) {
        promoteModel(input: $input) { model { version role } userErrors { code message field } }
      }`,
      { input: { modelId } },
    )
  ).promoteModel

const JOB = 'id status processedCount mentionCount addedCount failure endedAt model { version }'

const startReclassification = async (modelId: string, idempotencyKey: string, server = api) =>
  (
    await server.data(
      `mutation ($input: StartReclassificationInput!) {
        startReclassification(input: $input) { reclassificationJob { ${JOB} } userErrors { code message field } }
      }`,
      { input: { modelId, idempotencyKey } },
    )
  ).startReclassification

const cancel = async (id: string) =>
  (
    await api.data(
      `mutation ($id: ID!) { cancelReclassification(id: $id) { reclassificationJob { ${JOB} } userErrors { code field } } }`,
      { id },
    )
  ).cancelReclassification

const jobOf = async (id: string) =>
  (await api.data(`query ($id: ID!) { reclassificationJob(id: $id) { ${JOB} } }`, { id })).reclassificationJob

async function ended(id: string) {
  await expect.poll(async () => (await jobOf(id)).endedAt, { timeout: 15_000, interval: 50 }).not.toBeNull()
  return jobOf(id)
}

const summary = async (server = api, model: string | null = null) =>
  (
    await server.data(
      `query ($model: ID) { entity(name: "Xbox") {
        sentiment(modelId: $model) { counts { total } model { version } }
        classifications(filter: { modelId: $model }) { totalCount edges { node { model { version } } } }
      } }`,
      { model },
    )
  ).entity

const inUse = async (server = api) =>
  server.data('{ activeModel { version role } summaryModel { version } }') as Promise<{
    activeModel: { version: string }
    summaryModel: { version: string }
  }>

const DEFAULT = expect.stringMatching(/^pulso@/)

test('a model answers by its id, the active one without an id, and concurrent first requests share one load', async () => {
  const model = await idOf('newer')
  const ask = () =>
    api.data(
      'query ($model: ID) { predict(text: "w1 w2 w3", modelId: $model) { prediction { confidence model { version } } userErrors { code } } }',
      { model },
    )
  const answers = await Promise.all([ask(), ask(), ask(), ask()])
  for (const { predict } of answers) {
    expect(predict).toEqual(answers[0].predict)
    expect(predict).toMatchObject({ userErrors: [], prediction: { model: { version: newer.version } } })
  }
})

test('with an empty store a promotion is complete at once, and survives a restart', async () => {
  expect(await promote(await idOf('newer'))).toEqual({
    model: { version: newer.version, role: 'ACTIVE' },
    userErrors: [],
  })
  expect((await classify('1')).model.version).toBe(newer.version)
  const again = await start()
  expect(await inUse(again)).toMatchObject({
    activeModel: { version: newer.version },
    summaryModel: { version: newer.version },
  })
  expect((await classify('2', again)).model.version).toBe(newer.version)
  expect((await summary(again)).sentiment).toMatchObject({ counts: { total: 2 } })
})

test('summaries use the old version, also for new tweets, until the new one has classified everything', async () => {
  for (const id of ['1', '2', '3']) await classify(id)
  const model = await idOf('newer')
  await promote(model)
  expect((await classify('4')).model.version).toBe(newer.version)
  expect(await inUse()).toMatchObject({ activeModel: { version: newer.version }, summaryModel: { version: DEFAULT } })
  expect((await summary()).sentiment).toEqual({ counts: { total: 4 }, model: { version: DEFAULT } })
  expect((await summary(api, model)).sentiment.counts.total).toBe(1)

  const { reclassificationJob, userErrors } = await startReclassification(model, 'key')
  expect(userErrors).toEqual([])
  expect(await ended(reclassificationJob.id)).toMatchObject({
    status: 'COMPLETED',
    processedCount: 4,
    mentionCount: 4,
    addedCount: 3,
    failure: null,
    model: { version: newer.version },
  })
  const { sentiment, classifications } = await summary()
  expect(sentiment).toEqual({ counts: { total: 4 }, model: { version: newer.version } })
  expect(classifications).toMatchObject({ totalCount: 4 })
  for (const { node } of classifications.edges) expect(node.model.version).toBe(newer.version)
  await classify('5')
  expect((await summary()).sentiment.counts.total).toBe(5)
  // The old version is no longer updated.
  expect((await summary(api, await idOf('pulso'))).sentiment.counts.total).toBe(4)
  await expectExactRollups(database.storage.pool)
})

test('a version that was reclassified before its promotion becomes the summary model at once', async () => {
  for (const id of ['1', '2', '3']) await classify(id)
  const model = await idOf('newer')
  const { reclassificationJob } = await startReclassification(model, 'key')
  expect(await ended(reclassificationJob.id)).toMatchObject({ status: 'COMPLETED', addedCount: 3 })
  expect(await inUse()).toMatchObject({ activeModel: { version: DEFAULT }, summaryModel: { version: DEFAULT } })
  const { node } = await api.data('query ($id: ID!) { node(id: $id) { ... on ModelVersion { role } } }', { id: model })
  expect(node.role).toBe('CANDIDATE')
  await promote(model)
  expect(await inUse()).toMatchObject({ summaryModel: { version: newer.version } })
  expect((await summary()).sentiment.counts.total).toBe(3)
})

test('promoting the old version again before a reclassification keeps summaries complete', async () => {
  await classify('1')
  const old = await idOf('pulso')
  await promote(await idOf('newer'))
  await classify('2')
  await promote(old)
  await classify('3')
  expect(await inUse()).toMatchObject({ activeModel: { version: DEFAULT }, summaryModel: { version: DEFAULT } })
  expect((await summary()).sentiment.counts.total).toBe(3)
})

test('a model whose weights cannot be loaded is not promoted', async () => {
  expect(await promote(await idOf('damaged'))).toEqual({
    model: null,
    userErrors: [
      { code: 'UNAVAILABLE', field: ['input', 'modelId'], message: expect.stringContaining(damaged.version) },
    ],
  })
  expect(await inUse()).toMatchObject({ activeModel: { version: DEFAULT, role: 'ACTIVE' } })
  expect((await classify('1')).model.version).toEqual(DEFAULT)
})

test('an unknown version is neither promoted nor reclassified', async () => {
  const modelId = Buffer.from('ModelVersion:0190a0a0-0000-7000-8000-000000000009').toString('base64')
  const error = { code: 'NOT_FOUND', field: ['input', 'modelId'], message: expect.any(String) }
  expect(await promote(modelId)).toEqual({ model: null, userErrors: [error] })
  expect(await startReclassification(modelId, 'key')).toEqual({ reclassificationJob: null, userErrors: [error] })
})

test.each([
  ['a malformed id', 'nonsense', 'INVALID'],
  ['an id of another type', Buffer.from('Entity:0190a0a0-0000-7000-8000-000000000009').toString('base64'), 'INVALID'],
])('%s is a user error of each mutation that takes an id of a model or job', async (_name, id, code) => {
  const ofModel = [{ code, field: ['input', 'modelId'], message: expect.stringContaining('ModelVersion') }]
  expect(await promote(id)).toEqual({ model: null, userErrors: ofModel })
  expect(await startReclassification(id, 'key')).toEqual({ reclassificationJob: null, userErrors: ofModel })
  expect(await cancel(id)).toEqual({ reclassificationJob: null, userErrors: [{ code, field: ['id'] }] })
})

test('a reclassification that does not exist cannot be canceled', async () => {
  const id = Buffer.from('ReclassificationJob:0190a0a0-0000-7000-8000-000000000009').toString('base64')
  expect(await cancel(id)).toEqual({ reclassificationJob: null, userErrors: [{ code: 'NOT_FOUND', field: ['id'] }] })
})

test('another server on the database detects a promotion within two seconds', async () => {
  const other = await start()
  for (const id of ['1', '2']) await classify(id, other)
  await promote(await idOf('newer'))
  await expect
    .poll(async () => (await inUse(other)).activeModel.version, { timeout: 2_000, interval: 50 })
    .toBe(newer.version)
  expect((await classify('3', other)).model.version).toBe(newer.version)
  expect((await summary(other)).sentiment).toEqual({ counts: { total: 3 }, model: { version: DEFAULT } })
})

test('a server that has not detected a promotion stores nothing that summaries would miss', async () => {
  const other = await start()
  await promote(await idOf('newer'))
  // Within the second in which the other server still uses the old version.
  expect((await classify('1', other)).model.version).toBe(newer.version)
  expect((await summary()).sentiment).toEqual({ counts: { total: 1 }, model: { version: newer.version } })
})

test('a key returns its job and belongs to one model, and a model has one open job at a time', async () => {
  for (const id of ['1', '2', '3']) await classify(id)
  const [model, old] = [await idOf('newer'), await idOf('pulso')]
  const { reclassificationJob: first } = await startReclassification(model, ' key ')
  expect((await startReclassification(model, 'key')).reclassificationJob.id).toBe(first.id)
  expect((await startReclassification(old, 'key')).userErrors).toMatchObject([
    { code: 'CONFLICT', field: ['input', 'idempotencyKey'] },
  ])
  expect((await startReclassification(model, ' ')).userErrors).toMatchObject([
    { code: 'INVALID', field: ['input', 'idempotencyKey'] },
  ])
  await ended(first.id)
  const { reclassificationJob: second } = await startReclassification(model, 'another key')
  expect(second.id).not.toBe(first.id)
  expect(await ended(second.id)).toMatchObject({ status: 'COMPLETED', processedCount: 3, addedCount: 0 })
  expect((await startReclassification(model, 'key')).reclassificationJob).toMatchObject({
    id: first.id,
    status: 'COMPLETED',
  })
})

test('an open job can be canceled, and until then prevents another one', async () => {
  // Held by a runner that no longer renews its lease, as if it was killed.
  const model = await idOf('newer')
  const { reclassificationJob } = await startReclassification(model, 'key')
  await ended(reclassificationJob.id)
  await database.storage.pool.query(
    `UPDATE reclassification SET status = 'RUNNING', completed_at = NULL, runner_id = gen_random_uuid(), leased_until = now() + interval '1 hour'`,
  )
  expect((await startReclassification(model, 'other')).userErrors).toMatchObject([
    { code: 'CONFLICT', field: ['input', 'modelId'] },
  ])
  expect(await cancel(reclassificationJob.id)).toMatchObject({
    reclassificationJob: { status: 'CANCELED' },
    userErrors: [],
  })
  expect(await cancel(reclassificationJob.id)).toMatchObject({
    reclassificationJob: { status: 'CANCELED' },
    userErrors: [],
  })
  const { reclassificationJob: next } = await startReclassification(model, 'other')
  expect(await ended(next.id)).toMatchObject({ status: 'COMPLETED' })
  expect((await cancel(next.id)).userErrors).toEqual([{ code: 'CONFLICT', field: ['id'] }])
})

test('a job by a model that cannot be loaded fails with the reason', async () => {
  await classify('1')
  const { reclassificationJob } = await startReclassification(await idOf('damaged'), 'key')
  expect(await ended(reclassificationJob.id)).toMatchObject({
    status: 'FAILED',
    failure: expect.stringContaining(damaged.version),
    addedCount: 0,
  })
})

test('a server does not start if the folder of the promoted model was removed', async () => {
  await promote(await idOf('newer'))
  await expect(startApi({ database })).rejects.toThrow(
    new RegExp(`^The active model ${newer.version} cannot be loaded.*pulso models promote <name>`),
  )
})
