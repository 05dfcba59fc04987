import fc from 'fast-check'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClassificationService } from '../../src/classification/service.ts'
import { LABELS, UNREAD_REASONS } from '../../src/labels.ts'
import type { Classifier, Mention, Scores } from '../../src/ml/network/classifier.ts'
import { openStorage } from '../../src/storage/open-storage.ts'
import { requestOf, startTestService, type TestService } from '../support/classification-service.ts'
import { expectExactRollups } from '../support/exact-rollups.ts'
import { oneModel } from '../support/one-model.ts'

let running: TestService
let pool: Pool

beforeAll(async () => {
  running = await startTestService()
  pool = running.database.storage.pool
})
afterAll(() => running.close())

/** Results that depend only on the text: this is about counting, so every label must occur. */
const mixed: Pick<Classifier, 'classify'> = {
  classify: mentions => Promise.resolve(mentions.map(scoresOf)),
}

function scoresOf({ text }: Mention): Scores {
  const number = Number(text.split(' ')[0])
  const label = LABELS[number % LABELS.length] ?? 'POSITIVE'
  const unreadReason = UNREAD_REASONS[number % 7] ?? null
  const probabilities = { positive: 0, neutral: 0, negative: 0, irrelevant: 0, [label.toLowerCase()]: 1 }
  return {
    label,
    probabilities,
    confidence: 1,
    isUncertain: number % 3 === 0 || unreadReason !== null,
    isTruncated: false,
    unknownTokenShare: 0,
    language: null,
    unreadReason,
  }
}

const serviceOn = (sharedPool: Pool) =>
  createClassificationService({
    storage: { pool: sharedPool },
    models: oneModel({ classifier: { ...running.classifier, ...mixed }, modelVersionId: running.modelVersionId }),
    now: () => new Date(),
  })

const request = fc.record({
  text: fc.nat(999).map(number => `${number} words`),
  entity: fc.constantFrom(null, 'Xbox', '#xbox', 'Sony', 'Apple'),
  source: fc.nat(60).map(id => ({ kind: 'external', externalId: String(id) }) as const),
  // Near the edges of quarters and of days, on both sides.
  // Undated tweets count at the time they are stored.
  postedAt: fc.option(
    fc
      .tuple(
        fc.constantFrom('2026-01-01T00:00:00Z', '2026-01-01T00:15:00Z', '2025-12-31T23:45:00Z', '1999-02-28T12:30:00Z'),
        fc.integer({ min: -2, max: 2 }),
      )
      .map(([edge, milliseconds]) => new Date(Date.parse(edge) + milliseconds)),
  ),
})
const batches = fc.array(fc.array(request.map(requestOf), { maxLength: 25 }), { minLength: 2, maxLength: 8 })

test('the rollups equal a count over the rows while several sessions write the same tweets', async () => {
  const service = serviceOn(pool)
  await fc.assert(
    fc.asyncProperty(batches, async writes => {
      const answers = await Promise.all(writes.map(batch => service.classify(batch)))
      expect(answers.flat().every(answer => answer.ok)).toBe(true)
      await expectExactRollups(pool)
    }),
    { numRuns: 25 },
  )
})

test('of several sessions that store one mention at once, exactly one stores it, and all return the same id', async () => {
  const others = await Promise.all(
    Array.from({ length: 3 }, () => openStorage({ databaseUrl: running.database.url, dataDirectory: null })),
  )
  const services = [pool, ...others.map(storage => storage.pool)].map(serviceOn)
  try {
    for (let round = 0; round < 10; round++) {
      const batch = Array.from({ length: 40 }, (_, index) =>
        requestOf({
          text: `${index} race`,
          entity: `Racer ${index % 3}`,
          source: { kind: 'external', externalId: `race ${round} ${index}` },
        }),
      )
      const answers = await Promise.all(
        // Each in its own order: this would deadlock without sorting.
        services.map(async (service, turn) => {
          const order = batch.map((_, index) => (index * 7 + turn * 13) % batch.length)
          const answered = await service.classify(order.map(place => batch[place] ?? requestOf()))
          return new Map(order.map((place, index) => [place, answered[index]]))
        }),
      )
      for (const place of batch.keys()) {
        const stored = answers.map(answer => answer.get(place)).map(answer => (answer?.ok ? answer.value : null))
        expect(stored.filter(value => value?.isNew)).toHaveLength(1)
        expect(new Set(stored.map(value => value?.id)).size).toBe(1)
      }
    }
  } finally {
    await Promise.all(others.map(storage => storage.close()))
  }
  await expectExactRollups(pool)
})

test('deleted or moved rows leave the rollups, and an empty bucket is removed', async () => {
  await serviceOn(pool).classify(
    Array.from({ length: 200 }, (_, index) =>
      requestOf({
        text: `${index} words`,
        entity: `Gone ${index % 5}`,
        postedAt: new Date(Date.UTC(2026, 1, 1, 0, index)),
      }),
    ),
  )
  await pool.query(`DELETE FROM tweet WHERE id IN (SELECT tweet_id FROM classification WHERE label = 'NEGATIVE')`)
  await expectExactRollups(pool)
  await pool.query(
    `UPDATE classification SET label = 'NEUTRAL', is_uncertain = NOT is_uncertain OR unread_reason IS NOT NULL, counted_at = counted_at + interval '1 day' WHERE label = 'POSITIVE'`,
  )
  await expectExactRollups(pool)
  await pool.query('DELETE FROM classification')
  await expectExactRollups(pool)
  expect(
    (await pool.query('SELECT 1 FROM sentiment_rollup UNION ALL SELECT 1 FROM sentiment_rollup_daily')).rowCount,
  ).toBe(0)
})

test('sessions that delete and add in the same buckets at once leave exact counts', async () => {
  const service = serviceOn(pool)
  await Promise.all(
    Array.from({ length: 30 }, async (_, round) => {
      await service.classify(
        Array.from({ length: 30 }, (_, index) =>
          requestOf({
            text: `${round + index} words`,
            entity: `Both ${index % 4}`,
            postedAt: new Date(Date.UTC(2026, 2, 1, 0, index)),
          }),
        ),
      )
      await pool.query(
        `DELETE FROM classification WHERE (entity_id, id) IN (SELECT entity_id, id FROM classification ORDER BY id LIMIT 10 FOR UPDATE SKIP LOCKED)`,
      )
    }),
  )
  await expectExactRollups(pool)
})
