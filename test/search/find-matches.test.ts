import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { indexBatch } from '../../src/indexing/index-batch.ts'
import type { ClassificationPosition } from '../../src/search/classification-page.ts'
import { createSearch } from '../../src/search/service.ts'
import { requestOf, startTestService, type TestService } from '../support/classification-service.ts'

let running: TestService
let pool: Pool
let series: { readonly entityId: string; readonly modelVersionId: string }

const NO_FILTER = { label: null, isUncertain: null, author: null, text: null }
const STORED = 80
/** A word in most tweets, in every ninth, in the oldest only, in one, and in none. */
const WORDS = ['frequent', 'seldom', 'bygone', 'single', 'absent']
const textOf = (number: number) =>
  [
    number % 3 === 0 ? 'quiet' : 'frequent',
    number % 9 === 0 ? 'seldom' : '',
    number < 20 ? 'bygone' : '',
    number === 41 ? 'single' : '',
    `n${number}`,
  ].join(' ')

beforeAll(async () => {
  running = await startTestService()
  pool = running.database.storage.pool
  await running.service.classify(
    Array.from({ length: STORED }, (_, number) =>
      requestOf({
        text: textOf(number),
        entity: 'Xbox',
        // Some share a time, so that only the id orders them.
        postedAt: new Date(Date.UTC(2026, 0, 1) + Math.floor(number / 3) * 1000),
      }),
    ),
  )
  while ((await indexBatch(pool, { id: randomUUID(), leaseMs: 0 }, 100)) > 0);
  const { rows } = await pool.query(
    `SELECT entity_id AS "entityId", model_version_id AS "modelVersionId" FROM classification LIMIT 1`,
  )
  series = rows[0]
})
afterAll(() => running.close())

const ORDERS = {
  NEWEST: 'counted_at DESC, id DESC',
  OLDEST: 'counted_at, id',
  LEAST_CONFIDENT: 'confidence, id',
} as const

async function expected(word: string, order: keyof typeof ORDERS): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT c.id FROM classification AS c JOIN tweet ON tweet.id = c.tweet_id WHERE text LIKE $1 ORDER BY ${ORDERS[order].replaceAll(/\bid\b/g, 'c.id')}`,
    [`%${word}%`],
  )
  return rows.map(({ id }) => id)
}

test('however little one page may read, all pages together give every match once and in order', async () => {
  const limits = fc.record({
    firstWalk: fc.integer({ min: 1, max: 30 }),
    maxCandidates: fc.integer({ min: 0, max: 30 }),
    longestWalk: fc.integer({ min: 31, max: 60 }),
  })
  await fc.assert(
    fc.asyncProperty(
      limits,
      fc.constantFrom(...WORDS),
      fc.constantFrom('NEWEST' as const, 'OLDEST' as const, 'LEAST_CONFIDENT' as const),
      fc.integer({ min: 1, max: 12 }),
      async (allowed, word, order, size) => {
        const search = createSearch(pool, allowed)
        const ids: string[] = []
        let after: ClassificationPosition | null = null
        let pages = 0
        for (let hasNext = true; hasNext; ) {
          const page = { series, range: { from: null, to: null }, filter: NO_FILTER, order, after }
          const found = await search.find(page, word, size)
          if (!found.ok) throw new Error(found.problem.message)
          expect(found.value.ids.length).toBeLessThanOrEqual(size)
          ids.push(...found.value.ids)
          ;({ hasNext, next: after } = found.value)
          expect(++pages).toBeLessThanOrEqual(STORED + 1)
        }
        expect(ids).toEqual(await expected(word, order))
      },
    ),
    { numRuns: 60 },
  )
})

test('a page that was cut short goes on behind the last row that was looked at', async () => {
  const search = createSearch(pool, { firstWalk: 5, maxCandidates: 3, longestWalk: 20 })
  const page = { series, range: { from: null, to: null }, filter: NO_FILTER, order: 'NEWEST' as const, after: null }
  expect(await search.find(page, 'bygone', 10)).toMatchObject({ ok: true, value: { ids: [], hasNext: true } })
})
