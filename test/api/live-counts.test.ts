import { type Client, createClient } from 'graphql-ws'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import WebSocket from 'ws'
import { startApi, type TestApi } from './start-api.ts'

/** Two server processes on one database. Subscribers are here, changes are made there. */
let here: TestApi
let there: TestApi
let client: Client

beforeAll(async () => {
  here = await startApi()
  there = await startApi({ database: here.database })
  client = createClient({
    url: `${here.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  })
})
afterAll(async () => {
  await client.dispose()
  await there.close()
  await here.close()
})

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

/** Long for a change that is announced, and far less than the half minute after which subscribers read in any case. */
const SOON = { timeout: 10_000, interval: 50 }

/** The latest counts that a subscriber received. */
function subscribe(entity: string): () => Record<string, number> | undefined {
  const received: { total: number; positive: number }[] = []
  stops.push(
    client.subscribe(
      {
        query: `subscription ($entity: String!) { sentimentChanged(entity: $entity, interval: MONTH) {
          summary { counts { total positive neutral negative irrelevant } model { version } } } }`,
        variables: { entity },
      },
      {
        // biome-ignore lint/suspicious/noExplicitAny: the shape of the subscription
        next: ({ data }: any) =>
          received.push({ ...data.sentimentChanged.summary.counts, ...data.sentimentChanged.summary.model }),
        error: error => {
          throw error
        },
        complete: () => {},
      },
    ),
  )
  return () => received.at(-1)
}

const classify = async (entity: string, text = `I love ${entity}`, externalId?: string) =>
  there.data('mutation ($input: ClassifyInput!) { classify(input: $input) { userErrors { message } } }', {
    input: { text, entity, externalId },
  })

/** Subscribes, and waits until the subscription has told of a tweet. */
async function watched(entity: string) {
  const latest = subscribe(entity)
  let count = 0
  await expect
    .poll(
      async () => {
        await classify(entity, `tweet ${++count} about ${entity}`)
        return latest()?.total
      },
      { timeout: 20_000, interval: 1500 },
    )
    .toBeGreaterThan(0)
  await expect.poll(() => latest()?.total, SOON).toBe(count)
  return { latest, count }
}

const total = (latest: () => Record<string, number> | undefined) => expect.poll(() => latest()?.total, SOON)

const idOf = async (name: string) =>
  (await there.data('query ($name: String!) { entity(name: $name) { id } }', { name })).entity.id

async function importFile(body: string): Promise<string> {
  const upload = await fetch(`${there.url}/imports?name=a.csv`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body,
  })
  const { uploadId } = (await upload.json()) as { uploadId: string }
  const { startImport } = await there.data(
    'mutation ($input: StartImportInput!) { startImport(input: $input) { importJob { id } userErrors { message } } }',
    { input: { uploadId, idempotencyKey: body } },
  )
  return startImport.importJob.id
}

const undo = (id: string) =>
  there.data('mutation ($id: ID!) { undoImport(id: $id) { userErrors { message } } }', { id })

test('an import and its undo', async () => {
  const { latest, count } = await watched('Undone')
  const job = await importFile('entity,text\nUndone,one more\nUndone,and one\n')
  await total(latest).toBe(count + 2)
  await undo(job)
  await total(latest).toBe(count)
})

test('the undo of an import that brought all tweets of an entity', async () => {
  const latest = subscribe('Gone')
  const job = await importFile('entity,text\nGone,one more\nGone,and one\nGone,third\n')
  await total(latest).toBe(3)
  await undo(job)
  await total(latest).toBe(0)
  expect((await there.data('{ entity(name: "Gone") { id } }')).entity).toBeNull()
})

test('tweets that are removed from the database', async () => {
  const { latest, count } = await watched('Removed')
  await classify('Removed', 'remove me')
  await total(latest).toBe(count + 1)
  await here.database.storage.pool.query("DELETE FROM tweet WHERE text = 'remove me'")
  await total(latest).toBe(count)
})

test('rows that are corrected in the database', async () => {
  const { latest, count } = await watched('Corrected')
  await here.database.storage.pool.query(
    `UPDATE classification SET label = 'IRRELEVANT' WHERE entity_id = (SELECT id FROM entity WHERE name = 'Corrected')`,
  )
  await expect.poll(() => latest()?.irrelevant, SOON).toBe(count)
  expect(latest()?.total).toBe(count)
})

test('a merge, to subscribers of both entities', async () => {
  const from = await watched('Merged')
  const into = await watched('Target')
  await there.data(
    'mutation ($input: MergeEntitiesInput!) { mergeEntities(input: $input) { userErrors { message } } }',
    { input: { fromId: await idOf('Merged'), intoId: await idOf('Target'), dryRun: false } },
  )
  await total(from.latest).toBe(from.count + into.count)
  await total(into.latest).toBe(from.count + into.count)
})

test('an alias, to subscribers of the name that it gives a meaning', async () => {
  const { count } = await watched('Named')
  const latest = subscribe('Nickname')
  await there.data(
    'mutation ($input: EntityAliasInput!) { addEntityAlias(input: $input) { userErrors { message } } }',
    { input: { entityId: await idOf('Named'), alias: 'Nickname' } },
  )
  await total(latest).toBe(count)
  await classify('Nickname', 'one more')
  await total(latest).toBe(count + 1)
})

test('another summary model, after a promotion and its reclassification in another process', async () => {
  const { latest, count } = await watched('Judged')
  const before = latest()?.version
  const { models } = await there.data('{ models { nodes { id version } } }')
  const modelId = models.nodes.find(({ version }: { version: string }) => version.startsWith('seed-lstm@')).id
  const promoted = await there.data(
    `mutation ($promotion: PromoteModelInput!, $job: StartReclassificationInput!) {
      promoteModel(input: $promotion) { userErrors { message } }
      startReclassification(input: $job) { userErrors { message } } }`,
    { promotion: { modelId }, job: { modelId, idempotencyKey: 'seed' } },
  )
  expect(promoted).toEqual({ promoteModel: { userErrors: [] }, startReclassification: { userErrors: [] } })
  await expect.poll(() => latest()?.version, SOON).toMatch(/^seed-lstm@/)
  expect(before).not.toBe(latest()?.version)
  expect(latest()?.total).toBe(count)
})
