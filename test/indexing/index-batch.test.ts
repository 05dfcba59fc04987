import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type { Pool } from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { ClassificationRequest } from '../../src/classification/request.ts'
import { createClassificationService } from '../../src/classification/service.ts'
import { indexBatch } from '../../src/indexing/index-batch.ts'
import { INDEXED_AS_OF } from '../../src/indexing/indexed-as-of.ts'
import { LABELS } from '../../src/labels.ts'
import type { Classifier } from '../../src/ml/network/classifier.ts'
import { failureCode } from '../../src/storage/connection-failure.ts'
import { requestOf, startTestService, type TestService } from '../support/classification-service.ts'
import { expectExactTermCounts } from '../support/exact-term-counts.ts'
import { oneModel } from '../support/one-model.ts'

let running: TestService
let pool: Pool
const indexer = { id: randomUUID(), leaseMs: 60_000 }

beforeAll(async () => {
  running = await startTestService()
  pool = running.database.storage.pool
  // Lets the database accept another version's classification of a mention that the summary model has not classified.
  await pool.query('UPDATE model_selection SET is_shown_complete = false')
})
afterAll(() => running.close())
afterEach(async () => {
  await pool.query('DELETE FROM tweet')
  await drain()
})

async function drain(size = 50): Promise<void> {
  while ((await indexBatch(pool, indexer, size)) > 0);
}

/** Arbitrary scores that depend only on the text. */
const mixed: Pick<Classifier, 'classify'> = {
  classify: mentions =>
    Promise.resolve(
      mentions.map(({ text }) => {
        const label = LABELS[text.length % LABELS.length] ?? 'POSITIVE'
        const isUnread = text.length % 7 === 0
        const probabilities = { positive: 0, neutral: 0, negative: 0, irrelevant: 0, [label.toLowerCase()]: 1 }
        return {
          label,
          probabilities,
          confidence: 1,
          isUncertain: isUnread,
          isTruncated: false,
          unknownTokenShare: 0,
          language: null,
          unreadReason: isUnread ? ('UNREADABLE' as const) : null,
        }
      }),
    ),
}

const serviceOf = () =>
  createClassificationService({
    storage: { pool },
    models: oneModel({ classifier: { ...running.classifier, ...mixed }, modelVersionId: running.modelVersionId }),
    now: () => new Date(),
  })

async function store(requests: readonly ClassificationRequest[]): Promise<void> {
  const answers = await serviceOf().classify(requests)
  expect(answers.filter(({ ok }) => !ok)).toEqual([])
}

const WORDS = ['battery', 'screen', 'refund', '#fail', 'love', 'queue', 'café', 'the', "can't"]
const request = fc
  .record({
    text: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }).map(words => words.join(' ')),
    entity: fc.constantFrom(null, 'Xbox', 'Sony'),
    source: fc.oneof(
      fc.nat(8).map(id => ({ kind: 'external', externalId: String(id) }) as const),
      fc.constant({ kind: 'none' } as const),
    ),
    postedAt: fc.constantFrom(
      new Date('2026-01-01T23:59:59Z'),
      new Date('2026-01-02T00:00:00Z'),
      new Date('1999-02-28T12:30:00Z'),
    ),
  })
  .map(requestOf)

/** Each operation selects rows by a number, with or without a match. */
const SOME = (table: string) => `SELECT ctid FROM ${table} ORDER BY md5(ctid::text || $1::text) LIMIT 3`
const change = fc.oneof(
  fc.array(request, { minLength: 1, maxLength: 30 }).map(requests => () => store(requests)),
  fc.nat().map(pick => () => pool.query(`DELETE FROM tweet WHERE ctid IN (${SOME('tweet')})`, [pick])),
  fc
    .nat()
    .map(pick => () => pool.query(`DELETE FROM classification WHERE ctid IN (${SOME('classification')})`, [pick])),
  fc
    .nat()
    .map(
      pick => () =>
        pool.query(
          `UPDATE classification SET label = 'NEGATIVE', counted_at = counted_at + interval '1 day' WHERE ctid IN (${SOME('classification')})`,
          [pick],
        ),
    ),
  // By another model version, with another label. PostgreSQL rejects it if the tweet is deleted at the same moment.
  fc.nat().map(
    pick => () =>
      pool
        .query(
          `INSERT INTO classification (entity_id, id, tweet_id, model_version_id, label, positive, neutral, negative, irrelevant, confidence,
         is_uncertain, unknown_token_share, is_truncated, counted_at, created_at)
       SELECT entity_id, gen_random_uuid(), tweet_id, (SELECT id FROM model_version WHERE role IS NULL LIMIT 1), 'IRRELEVANT', 0, 0, 0, 1, 1,
         false, 0, false, counted_at, now()
       FROM classification WHERE ctid IN (${SOME('classification')}) ON CONFLICT DO NOTHING`,
          [pick],
        )
        .catch(error => {
          if (failureCode(error) !== '23503') throw error
        }),
  ),
  fc.nat().map(pick => () => indexBatch(pool, indexer, 1 + (pick % 7))),
)

test('the counts equal a count over the rows after any concurrent inserts, updates and deletes', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(change, change), { minLength: 2, maxLength: 8 }), async steps => {
      for (const pair of steps) await Promise.all(pair.map(step => step()))
      await drain(7)
      await expectExactTermCounts(pool)
    }),
    { numRuns: 25 },
  )
})

test('no text stops the indexer', async () => {
  const strange = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(
          '\\u0000',
          '&#0;',
          '&amp;#1;',
          '\ud83d',
          '#\u0130',
          "'",
          '"',
          '<->',
          ':*',
          '😀',
          'a\u0301',
          'ﬁ',
          '日本語',
          '@_',
          '#_a',
        ),
        {
          minLength: 1,
          maxLength: 20,
        },
      )
      .map(parts => parts.join('')),
    fc.integer({ min: 1, max: 9_900 }).map(length => 'x'.repeat(length)),
    fc.integer({ min: 1, max: 1_900 }).map(count =>
      Array.from({ length: count }, (_, index) => `#W${index}`)
        .join(' ')
        .slice(0, 9_900),
    ),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(strange, { minLength: 1, maxLength: 20 }), async texts => {
      const service = serviceOf()
      // Some texts are rejected as invalid, and the others are indexed.
      const answers = await service.classify(texts.map(text => requestOf({ text, entity: 'Xbox' })))
      await drain()
      const { rowCount } = await pool.query('SELECT 1 FROM indexing_queue')
      expect(rowCount).toBe(0)
      const { rows } = await pool.query<{ indexed: number; stored: number }>(
        'SELECT (SELECT count(*)::int FROM indexed_tweet) AS indexed, (SELECT count(*)::int FROM tweet) AS stored',
      )
      expect(rows[0]?.indexed).toBe(rows[0]?.stored)
      expect(answers).toHaveLength(texts.length)
    }),
    { numRuns: 25 },
  )
  await expectExactTermCounts(pool)
})

test('after all tweets are removed, the index is empty', async () => {
  await store([requestOf({ text: 'battery died', entity: 'Xbox' }), requestOf({ text: 'screen died', entity: 'Sony' })])
  await drain()
  expect((await pool.query('SELECT 1 FROM term_daily')).rowCount).toBe(2)
  await pool.query('DELETE FROM tweet')
  await drain()
  for (const table of ['term_daily', 'term_total', 'indexed_tweet', 'indexing_queue']) {
    expect((await pool.query(`SELECT 1 FROM ${table}`)).rowCount).toBe(0)
  }
})

test('a tweet whose transaction began first and committed last is not skipped', async () => {
  const late = await pool.connect()
  try {
    await late.query('BEGIN')
    await store([requestOf({ text: 'battery', entity: 'Xbox' })])
    const { rows } = await pool.query<{ id: string }>('SELECT id FROM classification')
    await late.query(
      `INSERT INTO tweet SELECT '00000000-0000-7000-8000-000000000001', sha256('x'), NULL, text_hash, 'screen', NULL, NULL, '2020-01-01' FROM tweet`,
    )
    await late.query(
      `INSERT INTO classification SELECT (c).* FROM (SELECT jsonb_populate_record(c, '{"id": "00000000-0000-7000-8000-000000000002", "tweet_id": "00000000-0000-7000-8000-000000000001"}') AS c FROM classification AS c WHERE id = $1) AS copy`,
      [rows[0]?.id],
    )
    await drain()
    await late.query('COMMIT')
  } finally {
    late.release()
  }
  await drain()
  expect((await pool.query('SELECT 1 FROM indexed_tweet')).rowCount).toBe(2)
  await expectExactTermCounts(pool)
})

test('only one of several processes indexes, and another takes over after its lease expires', async () => {
  await store([requestOf({ text: 'battery', entity: 'Xbox' })])
  expect(await indexBatch(pool, { ...indexer, leaseMs: 200 }, 1)).toBe(1)
  await store([requestOf({ text: 'screen', entity: 'Xbox' })])
  const other = { id: randomUUID(), leaseMs: 200 }
  expect(await indexBatch(pool, other, 1)).toBe(0)
  await new Promise(resolve => setTimeout(resolve, 250))
  expect(await indexBatch(pool, other, 1)).toBe(1)
  expect(await indexBatch(pool, indexer, 1)).toBe(0)
  await expectExactTermCounts(pool)
  await pool.query('UPDATE indexing_lease SET runner_id = NULL')
})

test('two concurrent indexers never count a tweet twice', async () => {
  await store(Array.from({ length: 60 }, (_, index) => requestOf({ text: `battery ${index}`, entity: 'Xbox' })))
  const others = [indexer, { ...indexer, id: randomUUID() }, { ...indexer, id: randomUUID() }]
  for (let round = 0; round < 20; round++) await Promise.all(others.map(other => indexBatch(pool, other, 5)))
  await expectExactTermCounts(pool)
})

test('`asOf` is the time up to which all changes are indexed', async () => {
  const asOf = async () => (await pool.query<{ asOf: Date }>(`SELECT ${INDEXED_AS_OF} AS "asOf"`)).rows[0]?.asOf as Date
  await store([requestOf({ text: 'battery', entity: 'Xbox' })])
  const waiting = await asOf()
  await new Promise(resolve => setTimeout(resolve, 20))
  expect(await asOf()).toEqual(waiting)
  await drain()
  expect((await asOf()).getTime()).toBeGreaterThan(waiting.getTime())
})
