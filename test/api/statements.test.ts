import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { storeLabels } from '../support/store-labels.ts'
import { whenIndexed } from '../support/when-indexed.ts'
import { startApi, type TestApi } from './start-api.ts'

let api: TestApi

const BRANDS = ['A', 'B', 'C', 'D', 'E', 'F'].map(letter => `Brand ${letter}`)

beforeAll(async () => {
  api = await startApi()
  for (const entity of BRANDS) {
    await storeLabels(api.database.storage, {
      entity,
      at: '2026-03-01T09:00:00Z',
      stepMs: 3_600_000,
      labels: [8, 3, 2, 1],
    })
  }
  for (const name of ['one.csv', 'two.csv']) await importFile(name)
  await whenIndexed(api.database.storage.pool)
})
afterAll(() => api.close())

async function importFile(name: string): Promise<void> {
  const sent = await fetch(`${api.url}/imports?name=${name}`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body: `text,entity\n${name} is what I love,Brand A\n`,
  })
  const { uploadId } = (await sent.json()) as { uploadId: string }
  const { startImport } = await api.data(
    'mutation ($input: StartImportInput!) { startImport(input: $input) { importJob { id } } }',
    { input: { uploadId, idempotencyKey: name } },
  )
  const { id } = startImport.importJob
  const ASK = 'query ($id: ID!) { importJob(id: $id) { status } }'
  await vi.waitFor(async () => expect((await api.data(ASK, { id })).importJob.status).toBe('COMPLETED'), 15_000)
}

/** Queries of background work. */
const IN_THE_BACKGROUND =
  /access_key|indexing_queue|indexed_tweet|term_daily|term_total|changed \(id\)|indexing_lease|model_selection|AS time$|^\s*UPDATE (import_job|reclassification)|^(BEGIN|COMMIT)/
const textOf = (statement: unknown) =>
  typeof statement === 'string' ? statement : String((statement as { readonly text?: string }).text)

/** The server is in this process, and all of its queries go through this client. */
async function statementsOf(query: string, variables: Record<string, unknown>): Promise<readonly string[]> {
  const queries = vi.spyOn(pg.Client.prototype, 'query')
  await api.data(query, variables)
  const statements = queries.mock.calls.map(([statement]) => textOf(statement))
  queries.mockRestore()
  return statements.filter(text => !IN_THE_BACKGROUND.test(text))
}

const CLASSIFICATION =
  'id label entity { name aliases } tweet { text importedLabel classifications { id model { version } } } model { version }'

const list = (field: string) => `query ($first: Int) { entities(first: $first) { edges { node { ${field} } } } }`
const count = (first: number) => ({ first })
const named = (names: number) => ({ names: BRANDS.slice(0, names) })

/** An operation for one and for many elements, and the number of statements of each. */
const OPERATIONS: [string, string, (size: number) => Record<string, unknown>, number][] = [
  ['the names of entities', list('id name aliases'), count, 3],
  ['whether a model models them individually', list('isKnownToModel'), count, 1],
  ['their sentiment', list('sentiment { counts { total } model { version } }'), count, 2],
  ['their trends', list('trend(interval: DAY) { start summary { counts { total } } }'), count, 3],
  ['their trends with spikes', list('trend(interval: DAY) { start isSpike usualVolume }'), count, 4],
  ['their shares of voice', list('shareOfVoice { value }'), count, 2],
  ['the reliability of their labels', list('reliability { source evaluation { dataset } }'), count, 3],
  [
    'the tweets of an entity',
    `query ($first: Int) { entity(name: "Brand A") { classifications(first: $first) { totalCount edges { node { ${CLASSIFICATION} } } } } }`,
    count,
    11,
  ],
  [
    'the tweets of an entity without their cursors',
    `query ($first: Int) { entity(name: "Brand A") { classifications(first: $first) { totalCount nodes { ${CLASSIFICATION} } } } }`,
    count,
    11,
  ],
  [
    'the tweets of an entity as edges and as nodes',
    `query ($first: Int) { entity(name: "Brand A") { classifications(last: $first) { totalCount nodes { ${CLASSIFICATION} } edges { node { ${CLASSIFICATION} } } } } }`,
    count,
    11,
  ],
  [
    'the tweets of an entity with the words behind their labels',
    'query ($first: Int) { entity(name: "Brand A") { classifications(first: $first) { edges { node { explanation(first: 1) { term } } } } } }',
    count,
    7, // with the aliases of the entity
  ],
  [
    'a comparison',
    'query ($names: [String!]!) { compareEntities(names: $names) { unknownNames pairs { pValue } items { entity { name aliases } summary { counts { total } } } } }',
    named,
    7,
  ],
  [
    'models with their evaluations',
    'query ($first: Int) { models(first: $first) { edges { node { version evaluations { dataset split } } } } }',
    count,
    3,
  ],
  ['imports', 'query ($first: Int) { importJobs(first: $first) { edges { node { id fileName status } } } }', count, 1],
]

test.each(OPERATIONS)('%s: many elements need as many statements as one', async (_name, operation, of, expected) => {
  // Often enough for the operation to be compiled.
  for (let time = 0; time < 4; time++) {
    const [one, many] = [await statementsOf(operation, of(1)), await statementsOf(operation, of(6))]
    expect([one.length, many.length]).toEqual([expected, expected])
  }
})
