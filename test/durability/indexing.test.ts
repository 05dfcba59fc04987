import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { requestOf, startTestService, type TestService } from '../support/classification-service.ts'
import { expectExactTermCounts } from '../support/exact-term-counts.ts'
import { whenIndexed } from '../support/when-indexed.ts'

const INDEXER = fileURLToPath(new URL('./indexer.ts', import.meta.url))
const ROUNDS = 4
/** Tweets in a statement, and therefore in a row of the queue. */
const TOGETHER = 10

let running: TestService
let stored = 0

beforeAll(async () => {
  running = await startTestService()
})
afterAll(() => running.close())

const startIndexer = () =>
  spawn(process.execPath, ['--import', 'tsx', INDEXER], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH, DATABASE_URL: running.database.url },
  })

async function store(count: number): Promise<void> {
  const requests = Array.from({ length: count }, (_, index) => {
    const number = stored + index
    return requestOf({
      text: `the battery${number % 7} I ${number % 2 ? 'love' : 'hate'} screen${number % 11} #tag${number % 3}`,
      entity: ['Xbox', 'Sony', null][number % 3] ?? null,
      source: number % 4 === 0 ? { kind: 'none' } : { kind: 'external', externalId: String(Math.floor(number / 3)) },
      postedAt: new Date(Date.UTC(2026, 0, 1 + (number % 3))),
    })
  })
  stored += count
  const answers = await running.service.classify(requests)
  expect(answers.filter(({ ok }) => !ok)).toEqual([])
}

/** Lets a process index some batches, and then kills it at an arbitrary point. */
async function indexAndKill(batches: number): Promise<void> {
  const child = startIndexer()
  let seen = 0
  for await (const _ of createInterface({ input: child.stdout })) {
    if (++seen === batches) setTimeout(() => child.kill('SIGKILL'), batches)
  }
  expect(seen).toBeGreaterThanOrEqual(batches)
}

/** Checks that the counts are the sum over the indexed tweets: each is counted once, and no other tweet is counted. */
async function expectWhole(): Promise<void> {
  const { rows } = await running.database.storage.pool.query(
    `SELECT
       (SELECT count(DISTINCT (coalesce(external_id, tweet_id::text), mention)) FROM indexed_tweet, jsonb_array_elements(mentions) AS mention)::int AS indexed,
       (SELECT coalesce(sum(a + b + c + d), 0) FROM term_daily, unnest(terms, positive, neutral, negative, irrelevant) AS t (term, a, b, c, d)
        WHERE term = '')::int AS counted,
       (SELECT count(*) FROM indexed_tweet)::int + (SELECT count(DISTINCT waiting) FROM indexing_queue, unnest(tweet_ids) AS waiting)::int AS covered,
       (SELECT count(*) FROM tweet)::int AS stored`,
  )
  const [{ indexed, counted, covered, stored: tweets }] = rows
  expect(counted).toBe(indexed)
  expect(covered).toBeGreaterThanOrEqual(tweets)
}

test('an indexer has exact counts after repeated kills during writes and deletes', {
  timeout: 120_000,
}, async () => {
  const { pool } = running.database.storage
  for (let count = 0; count < 400; count += TOGETHER) await store(TOGETHER)
  for (let round = 0; round < ROUNDS; round++) {
    const killing = indexAndKill(4 + round)
    for (let count = 0; count < 60; count += TOGETHER) await store(TOGETHER)
    await pool.query(`DELETE FROM tweet WHERE id IN (SELECT id FROM tweet ORDER BY md5(id::text || $1) LIMIT 15)`, [
      round,
    ])
    await killing
    await expectWhole()
  }
  const last = startIndexer()
  try {
    await whenIndexed(pool)
  } finally {
    last.kill('SIGKILL')
  }
  await expectWhole()
  await expectExactTermCounts(pool)
})
