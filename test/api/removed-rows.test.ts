import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startApi, type TestApi } from './start-api.ts'

// On a busy machine, the deletes wait for the indexer.
vi.setConfig({ testTimeout: 120_000 })

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const store = (entity: string, count: number) =>
  api.data('mutation ($inputs: [ClassifyInput!]!) { classifyBatch(inputs: $inputs) { userErrors { message } } }', {
    inputs: Array.from({ length: count }, (_, index) => ({ text: `I love it, number ${index}`, entity })),
  })

/** Removes what `statements` say between the first statement of a request and the one that reads tweets. */
async function removingBeforeTweets<T>(request: () => Promise<T>, statements: readonly string[]): Promise<T> {
  const { pool } = api.database.storage
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('LOCK TABLE tweet IN ACCESS EXCLUSIVE MODE')
    const answer = request()
    const isWaiting = async () =>
      (
        await pool.query(`SELECT 1 FROM pg_locks JOIN pg_database ON pg_database.oid = database
        WHERE datname = current_database() AND relation = 'tweet'::regclass AND NOT granted`)
      ).rowCount
    await expect.poll(isWaiting).toBeGreaterThan(0)
    for (const statement of statements) await client.query(statement)
    await client.query('COMMIT')
    return await answer
  } finally {
    client.release()
  }
}

const REMOVE_TWO = [
  `CREATE TEMP TABLE gone ON COMMIT DROP AS SELECT id FROM tweet ORDER BY id DESC LIMIT 2`,
  'DELETE FROM classification WHERE tweet_id IN (SELECT id FROM gone)',
  'DELETE FROM tweet WHERE id IN (SELECT id FROM gone)',
]

test('a list leaves out rows that are removed while it is read, and is as long as requested', async () => {
  await store('Xbox', 10)
  const query =
    '{ entity(name: "Xbox") { classifications(first: 5) { nodes { tweet { text } explanation(first: 1) { term } } pageInfo { hasNextPage } } } }'
  const { data, errors } = await removingBeforeTweets(() => api.ask(query), REMOVE_TWO)
  expect(errors).toBeUndefined()
  const { nodes, pageInfo } = data.entity.classifications
  expect(nodes.map(({ tweet }: { tweet: { text: string } }) => tweet.text)).toEqual(
    [7, 6, 5, 4, 3].map(number => `I love it, number ${number}`),
  )
  expect(pageInfo.hasNextPage).toBe(true)
})

test('a single row that is removed while it is read is null, or an error that can be repeated', async () => {
  await store('Sega', 3)
  const { entity } = await api.data('{ entity(name: "Sega") { classifications(first: 1) { nodes { id } } } }')
  const [{ id }] = entity.classifications.nodes
  const query = 'query ($id: ID!) { classification(id: $id) { label tweet { text } } version }'
  const { data, errors } = await removingBeforeTweets(() => api.ask(query, { id }), REMOVE_TWO)
  expect(data.classification).toBeNull()
  expect(data.version).not.toBeNull()
  for (const { extensions, message } of errors ?? []) {
    expect(extensions.code).toBe('UNAVAILABLE')
    expect(message).toContain('send the request again')
  }
})

test('reads beside removals never report an internal error', async () => {
  const query = `{ entity(name: "Atari") { name aliases topTerms(label: POSITIVE) { sampleSize } sentiment { counts { total } } reliability { isOfEntity }
    classifications(first: 20) { totalCount nodes { tweet { text importedLabel classifications { id entity { name } } } entity { name } explanation(first: 1) { term } } } } }`
  let isDone = false
  const answers: Awaited<ReturnType<typeof api.ask>>[] = []
  const reading = async () => {
    while (!isDone) answers.push(await api.ask(query))
  }
  const removing = async () => {
    const { pool } = api.database.storage
    for (let round = 0; round < 8; round++) {
      await store('Atari', 10)
      await pool.query(`DELETE FROM classification WHERE entity_id = (SELECT id FROM entity WHERE name = 'Atari')`)
      await pool.query('DELETE FROM tweet WHERE NOT EXISTS (SELECT FROM classification WHERE tweet_id = tweet.id)')
      await pool.query(`DELETE FROM entity WHERE name = 'Atari'`)
    }
  }
  const finish = () => {
    isDone = true
  }
  await Promise.all([removing().finally(finish), reading(), reading(), reading()])
  const codes = new Set(answers.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions.code)))
  codes.delete('UNAVAILABLE')
  expect([...codes]).toEqual([])
  expect(answers.some(({ data }) => data.entity?.classifications?.nodes.length > 0)).toBe(true)
})

test('no internal error was logged', () => {
  expect(api.logged).toEqual([])
})
