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
import { countRows } from '../../src/search/count-rows.ts'
import { findMatches } from '../../src/search/find-matches.ts'
import { requestOf, startTestService, type TestService } from '../support/classification-service.ts'

let running: TestService
let pool: Pool
let list: ClassificationList

const NO_FILTER = { label: null, isUncertain: null, author: null, language: null, text: null }
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
        author: number % 4 === 0 ? 'ana' : 'ben',
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

test('a count of any list is exact, or a lower bound if it would read more rows than its limit', () =>
  fc.assert(
    fc.asyncProperty(
      fc.record({
        label: fc.constantFrom(null, 'POSITIVE' as const, 'NEUTRAL' as const, 'NEGATIVE' as const),
        isUncertain: fc.constantFrom(null, true, false),
        author: fc.constantFrom(null, 'ana', 'eve'),
        text: fc.constantFrom(null, ...WORDS),
      }),
      fc.constantFrom(null, new Date(Date.UTC(2026, 0, 1) + 9000)),
      fc.integer({ min: 1, max: 100 }),
      async (filter, from, limit) => {
        const { rows } = await pool.query<{ count: number }>(
          `SELECT count(*)::int AS count FROM classification AS c JOIN tweet ON tweet.id = c.tweet_id
           WHERE ($1::label IS NULL OR label = $1) AND ($2::boolean IS NULL OR is_uncertain = $2)
             AND ($3::text IS NULL OR author = $3) AND text LIKE $4 AND counted_at >= $5`,
          [filter.label, filter.isUncertain, filter.author, `%${filter.text ?? ''}%`, from ?? '-infinity'],
        )
        const exact = rows[0]?.count ?? -1
        const counted = await countRows(
          pool,
          { ...list, range: { ...list.range, from }, filter: { ...filter, language: null } },
          limit,
        )
        if (limit >= STORED) expect(counted).toEqual({ atLeast: exact, isExact: true })
        else if (counted.isExact) expect(counted.atLeast).toBe(exact)
        else {
          expect(counted.atLeast).toBeLessThanOrEqual(Math.min(exact, limit + 1))
          // Without a further condition, every row that was read counts.
          if (filter.text === 'frequent' && from === null && filter.label === null && filter.isUncertain === null) {
            if (filter.author === null) expect(counted.atLeast).toBe(limit + 1)
          }
        }
      },
    ),
    { numRuns: 150 },
  ))
