import { afterEach, beforeEach, expect, test } from 'vitest'
import { startApi, type TestApi } from './start-api.ts'

const CLASSIFY = `mutation ($input: ClassifyInput!) {
  classify(input: $input) { classification { id label entity { name } model { version } createdAt } userErrors { code message field } }
}`

const PATIENTLY = { timeout: 10_000 }

let api: TestApi

beforeEach(async () => {
  api = await startApi({ maxQueuedMentions: 30 })
  // A transaction that inserts an entity blocks others with the same entity.
  await ask('the very first')
})
afterEach(() => api.close())

const ask = (text: string) => api.data(CLASSIFY, { input: { text, entity: 'Xbox' } })
const storedTexts = async () =>
  (await api.database.storage.prisma.tweet.findMany({ orderBy: { text: 'asc' } })).map(({ text }) => text)

/** Blocks storing until the returned function is called. */
async function holdTweets(): Promise<() => Promise<void>> {
  const client = await api.database.storage.pool.connect()
  await client.query('BEGIN; LOCK TABLE tweet IN EXCLUSIVE MODE')
  return async () => {
    await client.query('ROLLBACK')
    client.release()
  }
}

/** Waits until this many sessions wait for the table. Later calls form a group. */
const waitForWriters = (count: number) =>
  expect
    .poll(async () => {
      const { rows } = await api.database.storage.pool.query(
        `SELECT count(*)::int AS count FROM pg_locks WHERE NOT granted AND relation = 'tweet'::regclass
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      )
      return rows[0].count
    }, PATIENTLY)
    .toBe(count)

/** Sends two tweets, which occupy both groups, so that later calls have to wait. */
async function occupy(): Promise<Promise<unknown>> {
  const first = ask('first')
  await waitForWriters(1)
  const second = ask('second')
  await waitForWriters(2)
  return Promise.all([first, second])
}

test('concurrent single calls are stored in one transaction, and an invalid one fails alone', async () => {
  const release = await holdTweets()
  const occupied = occupy()
  await waitForWriters(2)
  const texts = Array.from({ length: 20 }, (_, index) => (index === 7 ? ' ' : `tweet ${index}`))
  const answers = Promise.all(texts.map(ask))
  await expect.poll(async () => (await ask(' ')).classify.userErrors[0]?.code, PATIENTLY).toBe('INVALID')
  await new Promise(resolve => setTimeout(resolve, 200))
  await release()
  await occupied
  const results = (await answers).map(({ classify }) => classify)
  expect(results.map(({ classification }) => classification === null)).toEqual(texts.map(text => text === ' '))
  expect(results[7].userErrors).toMatchObject([{ code: 'INVALID', field: ['input', 'text'] }])
  const { rows } = await api.database.storage.pool.query(
    'SELECT count(*)::int AS tweets, count(DISTINCT xmin::text)::int AS transactions FROM tweet',
  )
  expect(rows[0].tweets).toBe(22)
  // The first three, and one for all others; one more if some of them were late.
  expect(rows[0].transactions).toBeLessThanOrEqual(5)
})

test('a new classification is returned as it is read later', async () => {
  const { classification } = (await ask('I love it')).classify
  const { node } = await api.data(
    'query ($id: ID!) { node(id: $id) { ... on Classification { id label entity { name } model { version } createdAt } } }',
    { id: classification.id },
  )
  expect(classification).toEqual(node)
})

test('a full queue refuses at once, while accepted tweets wait and are stored', async () => {
  const release = await holdTweets()
  const occupied = occupy()
  await waitForWriters(2)
  const accepted = Array.from({ length: 28 }, (_, index) => ask(`waiting ${index}`))
  await expect
    .poll(async () => (await Promise.race([ask('one too many'), nothingYet()]))?.classify.userErrors[0], PATIENTLY)
    .toEqual({ code: 'OVERLOADED', message: expect.stringContaining('try again'), field: null })
  await release()
  await occupied
  const answers = await Promise.all(accepted)
  expect(answers.filter(({ classify }) => classify.classification !== null).length).toBeGreaterThanOrEqual(25)
  expect((await ask('later')).classify.userErrors).toEqual([])
})

const nothingYet = () => new Promise<null>(resolve => setTimeout(resolve, 300, null))

test('a tweet is not stored if its client disconnects before', async () => {
  const release = await holdTweets()
  const occupied = occupy()
  await waitForWriters(2)
  const leaving = new AbortController()
  const left = fetch(`${api.url}/graphql`, {
    method: 'POST',
    signal: leaving.signal,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: CLASSIFY, variables: { input: { text: 'the client left' } } }),
  })
  const staying = ask('the client waits')
  await new Promise(resolve => setTimeout(resolve, 300))
  leaving.abort()
  await expect(left).rejects.toThrow()
  await new Promise(resolve => setTimeout(resolve, 300))
  await release()
  await Promise.all([occupied, staying])
  expect(await storedTexts()).toEqual(['first', 'second', 'the client waits', 'the very first'])
  expect(api.logged).toEqual([])
})
