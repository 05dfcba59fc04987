import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { indexBatch } from '../../src/indexing/index-batch.ts'
import {
  CLASSIFICATION_ORDER_FIELDS,
  type ClassificationList,
  type ClassificationOrder,
  type ClassificationPosition,
} from '../../src/search/classification-page.ts'
import { findMatches } from '../../src/search/find-matches.ts'
import { requestOf, startTestService, type TestService } from '../support/classification-service.ts'

let running: TestService
let pool: Pool
let list: ClassificationList

const NO_FILTER = { label: null, isUncertain: null, author: null, text: null }
const STORED = 80
/** A word in most tweets, in every ninth, only in the oldest, in one, and in none. */
const WORDS = ['frequent', 'rare', 'bygone', 'single', 'absent']
const textOf = (number: number) =>
  [
    number % 3 === 0 ? 'quiet' : 'frequent',
    number % 9 === 0 ? 'rare' : '',
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
        // Some have the same time, so that only the id orders them.
        postedAt: new Date(Date.UTC(2026, 0, 1) + Math.floor(number / 3) * 1000),
      }),
    ),
  )
  while ((await indexBatch(pool, { id: randomUUID(), leaseMs: 0 }, 100)) > 0);
  const { entityId, modelVersion } = await running.database.storage.prisma.classification.findFirstOrThrow({
    include: { modelVersion: true },
  })
  list = { entityId, modelVersion, range: { from: null, to: null, timezone: 'UTC' }, filter: NO_FILTER }
})
afterAll(() => running.close())

const COLUMNS = { TIME: 'counted_at', CONFIDENCE: 'confidence' } as const

async function expected(word: string, { field, direction }: ClassificationOrder): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT c.id FROM classification AS c JOIN tweet ON tweet.id = c.tweet_id WHERE text LIKE $1
     ORDER BY c.${COLUMNS[field]} ${direction}, c.id ${direction}`,
    [`%${word}%`],
  )
  return rows.map(({ id }) => id)
}

const NEWEST_FIRST: ClassificationOrder = { field: 'TIME', direction: 'desc' }

test('with any limits, all pages together have every match once and in order', async () => {
  const limits = fc.record({
    firstScan: fc.integer({ min: 1, max: 30 }),
    maxCandidates: fc.integer({ min: 0, max: 30 }),
    longestScan: fc.integer({ min: 31, max: 60 }),
  })
  const orders: fc.Arbitrary<ClassificationOrder> = fc.record({
    field: fc.constantFrom(...CLASSIFICATION_ORDER_FIELDS),
    direction: fc.constantFrom('asc' as const, 'desc' as const),
  })
  await fc.assert(
    fc.asyncProperty(
      limits,
      fc.constantFrom(...WORDS),
      orders,
      fc.boolean(),
      fc.integer({ min: 1, max: 12 }),
      async (allowed, word, order, isBackward, size) => {
        const ids: string[] = []
        let start: ClassificationPosition | null = null
        let pages = 0
        for (let hasMore = true; hasMore; ) {
          const page = { ...list, order, size, isBackward, start }
          const found = await findMatches(pool, page, word, allowed)
          if (!found.ok) throw new Error(found.problem.message)
          expect(found.value.ids.length).toBeLessThanOrEqual(size)
          ids.push(...found.value.ids)
          ;({ hasMore, last: start } = found.value)
          expect(++pages).toBeLessThanOrEqual(STORED + 1)
        }
        expect(isBackward ? ids.reverse() : ids).toEqual(await expected(word, order))
      },
    ),
    { numRuns: 80 },
  )
})

test('a page that was cut short continues after the last scanned row', async () => {
  const limits = { firstScan: 5, maxCandidates: 3, longestScan: 20 }
  const page = { ...list, order: NEWEST_FIRST, size: 10, isBackward: false, start: null }
  expect(await findMatches(pool, page, 'bygone', limits)).toMatchObject({ ok: true, value: { ids: [], hasMore: true } })
})
