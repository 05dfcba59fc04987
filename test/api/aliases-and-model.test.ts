import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { startApi, type TestApi } from './start-api.ts'

let database: TestDatabase
let api: TestApi

beforeEach(async () => {
  database = await createTestDatabase()
  api = await startApi({ database })
})
afterEach(async () => {
  await api.close()
  await database.drop()
})

const TEXT = 'FBook support is useless, but everyone else was lovely'
const SCORES = 'label confidence probabilities { positive neutral negative irrelevant }'

async function classify(externalId: string, text = TEXT, server = api) {
  const { classify: answer } = await server.data(
    `mutation ($input: ClassifyInput!) { classify(input: $input) {
      classification { id ${SCORES} explanation(first: 64) { term } } userErrors { message } } }`,
    { input: { text, entity: 'Facebook', externalId } },
  )
  expect(answer.userErrors).toEqual([])
  return answer.classification
}

async function predict(text = TEXT, modelId: string | null = null) {
  const { predict: answer } = await api.data(
    `query ($text: String!, $modelId: ID) { predict(text: $text, entity: "fbook", modelId: $modelId) {
      prediction { ${SCORES} explanation(first: 64) { term } } userErrors { message } } }`,
    { text, modelId },
  )
  expect(answer.userErrors).toEqual([])
  return answer.prediction
}

async function nameIt(mutation: 'addEntityAlias' | 'removeEntityAlias', alias = 'FBook', server = api) {
  const { entity } = await api.data('{ entity(name: "Facebook") { id } }')
  const { [mutation]: answer } = await server.data(
    `mutation ($input: EntityAliasInput!) { ${mutation}(input: $input) { userErrors { message } } }`,
    { input: { entityId: entity.id, alias } },
  )
  expect(answer.userErrors).toEqual([])
}

async function modelId(name: string): Promise<string> {
  const { models } = await api.data('{ models { nodes { id version } } }')
  return models.nodes.find((node: { version: string }) => node.version.startsWith(`${name}@`)).id
}

const scoresOf = ({ label, confidence, probabilities }: Record<string, unknown>) => ({
  label,
  confidence,
  probabilities,
})
const termsOf = ({ explanation }: { explanation: readonly { term: string }[] }) => explanation.map(({ term }) => term)

test('a tweet that calls the entity by an alias is read as one that names it, also after other names were cached', async () => {
  const before = await classify('before')
  expect(termsOf(before)).toContain('FBook')
  await nameIt('addEntityAlias')
  const after = await classify('after')
  expect(scoresOf(after)).not.toEqual(scoresOf(before))
  expect(termsOf(after)).not.toContain('FBook')
  const predicted = await predict()
  expect(scoresOf(after)).toEqual(scoresOf(predicted))
  expect(termsOf(predicted)).not.toContain('FBook')
})

test('an answer that was stored before the alias stays, with its explanation', async () => {
  const before = await classify('same')
  await nameIt('addEntityAlias')
  const again = await classify('same')
  expect(again.id).toBe(before.id)
  expect(scoresOf(again)).toEqual(scoresOf(before))
  expect(termsOf(again)).toEqual(termsOf(before))
})

test('an alias that was removed is no longer read', async () => {
  const before = await classify('before')
  await nameIt('addEntityAlias')
  await classify('between')
  await nameIt('removeEntityAlias')
  expect(scoresOf(await classify('after'))).toEqual(scoresOf(before))
})

test('an alias that another process adds is read by the next request of this one', async () => {
  await classify('before')
  const other = await startApi({ database })
  await nameIt('addEntityAlias', 'FBook', other)
  await other.close()
  expect(scoresOf(await classify('after'))).toEqual(scoresOf(await predict()))
})

test('imports read aliases', async () => {
  await classify('before')
  await nameIt('addEntityAlias')
  const file = `id,entity,text\nrow,Facebook,"${TEXT}"\n`
  const upload = await fetch(`${api.url}/imports?name=a.csv`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body: file,
  })
  const { uploadId } = (await upload.json()) as { uploadId: string }
  const { startImport } = await api.data(
    'mutation ($input: StartImportInput!) { startImport(input: $input) { importJob { id } userErrors { message } } }',
    { input: { uploadId, idempotencyKey: 'one' } },
  )
  expect(startImport.userErrors).toEqual([])
  const status = async () =>
    (await api.data('query ($id: ID!) { importJob(id: $id) { status } }', { id: startImport.importJob.id })).importJob
      .status
  await expect.poll(status, { timeout: 15_000 }).toBe('COMPLETED')
  expect(await classify('row')).toMatchObject(scoresOf(await predict()))
})

test('a reclassification reads aliases', async () => {
  const { promoteModel } = await api.data(
    'mutation ($input: PromoteModelInput!) { promoteModel(input: $input) { userErrors { message } } }',
    { input: { modelId: await modelId('seed-lstm') } },
  )
  expect(promoteModel.userErrors).toEqual([])
  await classify('kept')
  await nameIt('addEntityAlias')
  const pulso = await modelId('pulso')
  const { startReclassification } = await api.data(
    `mutation ($input: StartReclassificationInput!) { startReclassification(input: $input) {
      reclassificationJob { id } userErrors { message } } }`,
    { input: { modelId: pulso, idempotencyKey: 'one' } },
  )
  const { id } = startReclassification.reclassificationJob
  const status = async () =>
    (await api.data('query ($id: ID!) { reclassificationJob(id: $id) { status } }', { id })).reclassificationJob.status
  await expect.poll(status, { timeout: 15_000 }).toBe('COMPLETED')
  const { entity } = await api.data(
    `query ($modelId: ID) { entity(name: "Facebook") {
      classifications(filter: { modelId: $modelId }) { nodes { ${SCORES} explanation(first: 64) { term } } } } }`,
    { modelId: pulso },
  )
  const [node] = entity.classifications.nodes
  expect(scoresOf(node)).toEqual(scoresOf(await predict(TEXT, pulso)))
  expect(termsOf(node)).not.toContain('FBook')
})
