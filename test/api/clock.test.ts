import { setTimeout as pause } from 'node:timers/promises'
import { createClient } from 'graphql-ws'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import WebSocket from 'ws'
import { narrowed, offsetIn, UNKNOWN } from '../../src/storage/database-clock.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { startApi, type TestApi } from './start-api.ts'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
/** Clocks are compared through questions and answers, which take some milliseconds. */
const APART_MS = 200

/** Two servers on one database. The clock of the first is an hour ahead of the database's, and that of the second an hour behind. */
let database: TestDatabase
let ahead: TestApi
let behind: TestApi
beforeAll(async () => {
  database = await createTestDatabase()
  ahead = await startApi({ database, wallClock: () => Date.now() + HOUR_MS })
  behind = await startApi({ database, wallClock: () => Date.now() - HOUR_MS })
})
afterAll(async () => {
  await Promise.all([ahead.close(), behind.close()])
  await database.drop()
})

const databaseTime = async () => {
  const { rows } = await database.storage.pool.query<{ time: Date }>('SELECT clock_timestamp() AS time')
  return (rows[0] as { time: Date }).time.getTime()
}

const CLASSIFY = `mutation ($input: ClassifyInput!) {
  classify(input: $input) { classification { id entity { id } } userErrors { message } } }`
const store = async (api: TestApi, input: object) => (await api.data(CLASSIFY, { input })).classify

test('undated tweets of servers with wrong clocks are stored in their true order and range', async () => {
  const began = await databaseTime()
  for (const [index, api] of [ahead, behind, ahead, behind].entries()) {
    await pause(APART_MS)
    await store(api, { text: `tweet ${index}`, entity: 'Xbox', externalId: `t${index}` })
  }
  const ended = await databaseTime()
  const range = { from: new Date(began - MINUTE_MS).toISOString(), to: new Date(ended + MINUTE_MS).toISOString() }
  const { entity } = await behind.data(
    `query ($range: RangeInput!) { entity(name: "Xbox") {
      sentiment(range: $range) { counts { total undated } asOf }
      classifications(first: 9) { nodes { tweet { text } } } } }`,
    { range },
  )
  expect(entity.sentiment.counts).toEqual({ total: 4, undated: 4 })
  expect(Math.abs(Date.parse(entity.sentiment.asOf) - ended)).toBeLessThan(MINUTE_MS)
  expect(entity.classifications.nodes.map((node: { tweet: { text: string } }) => node.tweet.text)).toEqual([
    'tweet 3',
    'tweet 2',
    'tweet 1',
    'tweet 0',
  ])
})

test('the same external id is one tweet and one classification on both servers', async () => {
  const input = { text: 'sent twice', entity: 'Sony', externalId: 'twice' }
  const [first, second] = [await store(ahead, input), await store(behind, input)]
  expect(second).toEqual(first)
  const { rows } = await database.storage.pool.query("SELECT stored_at FROM tweet WHERE text = 'sent twice'")
  expect(rows).toHaveLength(1)
})

test('a time of its own is checked against the clock of the database', async () => {
  const at = (offset: number) => new Date(Date.now() + 24 * HOUR_MS + offset).toISOString()
  for (const api of [ahead, behind]) {
    expect((await store(api, { text: 'near', postedAt: at(-30 * MINUTE_MS) })).userErrors).toEqual([])
    expect((await store(api, { text: 'far', postedAt: at(30 * MINUTE_MS) })).userErrors).toHaveLength(1)
  }
})

test('imports are listed in the order in which they were started', async () => {
  for (const [index, api] of [ahead, behind, ahead].entries()) {
    await pause(APART_MS)
    const sent = await fetch(`${api.url}/imports?name=${index}.csv`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: `text,entity\nrow ${index},Xbox\n`,
    })
    const { uploadId } = (await sent.json()) as { uploadId: string }
    const input = { uploadId, idempotencyKey: `${index}` }
    await api.data('mutation ($input: StartImportInput!) { startImport(input: $input) { userErrors { message } } }', {
      input,
    })
  }
  const names = async () =>
    (await behind.data('{ importJobs(first: 5) { nodes { fileName status } } }')).importJobs.nodes
  const COMPLETED = ['2.csv', '1.csv', '0.csv'].map(fileName => ({ fileName, status: 'COMPLETED' }))
  await vi.waitFor(async () => expect(await names()).toEqual(COMPLETED), 15_000)
})

const LIVE = 'subscription { sentimentChanged(entity: "Live", interval: HOUR) { start summary { counts { total } } } }'

test('the bucket of the present time has what was stored just now', async () => {
  for (const api of [ahead, behind]) {
    const socket = createClient({ url: `${api.url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket })
    const states = socket.iterate<{ sentimentChanged: { summary: { counts: { total: number } } } }>({ query: LIVE })
    let total: number | undefined
    const first = states.next().then(({ value }) => {
      total = value.data?.sentimentChanged.summary.counts.total
    })
    // Until the server has the subscription, nothing is announced to it.
    await vi.waitFor(async () => {
      await store(behind, { text: 'now', entity: 'Live' })
      expect(total).toBeGreaterThan(0)
    }, 15_000)
    await first
    await socket.dispose()
  }
})

const HOUR_AHEAD = { least: HOUR_MS - 3, most: HOUR_MS + 2 }

test.each([
  ['no answer', UNKNOWN, [], 0],
  ['equal clocks', UNKNOWN, [{ before: 100, time: 105, after: 110 }], 0],
  ['equal clocks under load', UNKNOWN, [{ before: 100, time: 900, after: 2000 }], 0],
  ['a database that is an hour ahead', UNKNOWN, [{ before: 100, time: HOUR_MS + 105, after: 110 }], HOUR_MS],
  ['a late answer after a quick one', HOUR_AHEAD, [{ before: 0, time: HOUR_MS + 10, after: 9000 }], HOUR_MS],
  ['a clock that was set right', HOUR_AHEAD, [{ before: 100, time: 105, after: 110 }], 0],
])('the offset after %s', (_, known, comparisons, expected) => {
  expect(offsetIn(comparisons.reduce(narrowed, known))).toBe(expected)
})
