import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Measure,
  type RankedEntity,
  type Ranking,
  rankEntities,
} from '../../../src/analytics/ranking/rank-entities.ts'
import { readVoices } from '../../../src/analytics/share-of-voice/read-voices.ts'
import { startTestService, type TestService } from '../../support/classification-service.ts'
import { storeLabels } from '../../support/store-labels.ts'

const DAY_MS = 24 * 3_600_000
const START = Date.parse('2026-03-01T00:00:00Z')
const DAYS = 12
const NAMES = ['Ärzte', 'C++', 'Disney', 'Disney+', 'Nvidia', 'Xbox', 'Zelda', '日本', 'Quiet']

/** They count for their own version only. */
const ANSWERS_OF_ANOTHER_MODEL = `
  WITH other AS (
    INSERT INTO model_version (id, name, version, weights_sha256, manifest, registered_at)
    SELECT gen_random_uuid(), 'other', 'other@000000000000', '', manifest, now() FROM model_version LIMIT 1 RETURNING id
  )
  INSERT INTO classification (entity_id, id, tweet_id, model_version_id, label, positive, neutral, negative, irrelevant, confidence,
    is_uncertain, unknown_token_share, is_truncated, counted_at, created_at)
  SELECT entity_id, gen_random_uuid(), tweet_id, other.id, 'POSITIVE', 1, 0, 0, 0, 1, false, 0, false, counted_at, created_at
  FROM classification, other`

let running: TestService
let modelVersionId: string
let rows: readonly { readonly key: string; readonly label: string; readonly at: number }[]
let keys: readonly string[]

beforeAll(async () => {
  running = await startTestService()
  const { storage } = running.database
  const random = fc.sample(
    fc.tuple(fc.integer({ min: 0, max: DAYS * DAY_MS }), fc.array(fc.nat(4), { minLength: 4, maxLength: 4 })),
    {
      numRuns: 40,
      seed: 7,
    },
  )
  for (const [place, [offset, labels]] of random.entries()) {
    await storeLabels(storage, {
      entity: NAMES[place % (NAMES.length - 1)] ?? '',
      at: new Date(START + offset).toISOString(),
      stepMs: 7 * 3_600_000 + 123,
      labels,
    })
  }
  // Whole messages count for no entity, and an entity need not have a tweet.
  await storeLabels(storage, { entity: null, at: '2026-03-03T00:00:00Z', labels: [50, 0, 50, 0] })
  await storeLabels(storage, { entity: 'Quiet', at: '2026-03-03T00:00:00Z', labels: [] })
  const { summaryId } = await storage.prisma.modelSelection.findFirstOrThrow()
  modelVersionId = summaryId ?? ''
  await storage.pool.query(ANSWERS_OF_ANOTHER_MODEL)
  const stored = await storage.prisma.classification.findMany({ where: { modelVersionId }, include: { entity: true } })
  rows = stored.flatMap(({ entity, label, countedAt }) =>
    entity.key === '' ? [] : [{ key: entity.key, label, at: countedAt.getTime() }],
  )
  const entities = await storage.prisma.entity.findMany({ where: { key: { not: '' } } })
  keys = entities.map(({ key }) => key)
  const disney = entities.find(({ name }) => name === 'Disney')
  await storage.prisma.entity.create({
    data: {
      id: crypto.randomUUID(),
      name: 'Mouse House',
      key: 'mousehouse',
      aliasOfId: disney?.id ?? '',
      createdAt: new Date(),
    },
  })
})
afterAll(() => running.close())

interface Span {
  readonly start: number
  readonly end: number
}

/** Counted one by one. */
function countedValue(key: string, measure: Measure, span: Span, spanBefore: Span | null): number | null {
  const count = ({ start, end }: Span, label?: string) =>
    rows.filter(
      row => row.key === key && row.at >= start && row.at < end && (label === undefined || row.label === label),
    ).length
  const netSentiment = (of: Span) => {
    const [positive, negative] = [count(of, 'POSITIVE'), count(of, 'NEGATIVE')]
    return positive + negative === 0 ? null : (positive - negative) / (positive + negative)
  }
  if (measure === 'TWEETS') return count(span) || null
  if (measure === 'NET_SENTIMENT' || spanBefore === null) return netSentiment(span)
  const [now, before] = [netSentiment(span), netSentiment(spanBefore)]
  return now === null || before === null ? null : now - before
}

/** As PostgreSQL orders keys, which is not always as JavaScript does. */
const sortedKeys = async (): Promise<readonly string[]> =>
  (await running.database.storage.pool.query('SELECT key FROM entity ORDER BY key')).rows.map(({ key }) => key)

async function expectedOf({ measure, direction, span, spanBefore }: Ranking) {
  const order = await sortedKeys()
  const sign = direction === 'asc' ? 1 : -1
  return keys
    .map(key => ({ key, value: countedValue(key, measure, span, spanBefore) }))
    .toSorted((one, other) => {
      const byKey = order.indexOf(one.key) - order.indexOf(other.key)
      if (one.value === null || other.value === null) {
        return Number(one.value === null) - Number(other.value === null) || byKey
      }
      return sign * (one.value - other.value) || byKey
    })
}

const shown = ({ key, value }: RankedEntity) => ({ key, value })

/** Every page of that size, laid end to end; backward from the last one. */
async function walk(ranking: Ranking, size: number, isBackward: boolean) {
  const { pool } = running.database.storage
  const seen: { key: string; value: number | null }[] = []
  for (let start: readonly [number | null, string] | null = null; ; ) {
    const page = await rankEntities(pool, ranking, { size, isBackward, start })
    seen.push(...page.slice(0, size).map(shown))
    const last = page[size - 1]
    if (page.length <= size || last === undefined) return isBackward ? seen.toReversed() : seen
    start = [last.value, last.key]
  }
}

/** As if the model were always right. */
const WEIGHTS: Ranking['weights'] = {
  shared: { positive: [1, 1, 0, 0, 0, 0, 0, 0], negative: [0, 0, 0, 0, 1, 1, 0, 0] },
  labelled: [],
}

const instant = fc.integer({ min: START - DAY_MS, max: START + (DAYS + 4) * DAY_MS })
const span = fc
  .tuple(
    fc.oneof(
      instant,
      fc.constant(Number.NEGATIVE_INFINITY),
      instant.map(at => at - (at % DAY_MS)),
    ),
    fc.oneof(
      instant,
      fc.constant(Number.POSITIVE_INFINITY),
      instant.map(at => at - (at % 900_000)),
    ),
  )
  .map(([one, other]) => ({ start: Math.min(one, other), end: Math.max(one, other) }))

test('in any order, range and page size, pages in either direction are the list that a plain count gives', async () => {
  const question = fc.record({
    measure: fc.constantFrom<Measure>('TWEETS', 'NET_SENTIMENT', 'CHANGE'),
    direction: fc.constantFrom('asc' as const, 'desc' as const),
    span,
    spanBefore: span,
  })
  await fc.assert(
    fc.asyncProperty(question, fc.integer({ min: 1, max: 10 }), fc.boolean(), async (asked, size, isBackward) => {
      const spanBefore = asked.measure === 'CHANGE' ? asked.spanBefore : null
      const ranking = { ...asked, spanBefore, modelVersionId, search: null, weights: WEIGHTS }
      expect(await walk(ranking, size, isBackward)).toEqual(await expectedOf(ranking))
    }),
    { numRuns: 150 },
  )
})

const ALL = { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY }
const MOST_TWEETS: Ranking = {
  measure: 'TWEETS',
  direction: 'desc',
  modelVersionId: '',
  span: ALL,
  spanBefore: null,
  search: null,
  weights: WEIGHTS,
}

test('a search ranks what has that part in its name or in an alias', async () => {
  const search = async (part: string) =>
    (await walk({ ...MOST_TWEETS, modelVersionId, search: part }, 10, false)).map(({ key }) => key).toSorted()
  expect(await search('DISNEY')).toEqual(['disney', 'disney+'])
  expect(await search('house')).toEqual(['disney'])
  expect(await search('!!!')).toEqual([])
})

test('tweets that arrive between two pages move their own entity and no other', async () => {
  const ranking = { ...MOST_TWEETS, modelVersionId }
  const { pool } = running.database.storage
  const before = await walk(ranking, 10, false)
  const [first, second] = [before[0], before[1]]
  const start = [second?.value ?? null, second?.key ?? ''] as const
  await storeLabels(running.database.storage, { entity: 'Quiet', at: '2026-03-05T00:00:00Z', labels: [200, 0, 0, 0] })
  const rest = await rankEntities(pool, ranking, { size: 10, isBackward: false, start })
  expect([first, second, ...rest.map(shown)]).toEqual(before.filter(({ key }) => key !== 'quiet'))
})

test('the voices of all entities are those that a plain count gives', async () => {
  const { storage } = running.database
  const entities = await storage.prisma.entity.findMany({ where: { key: { not: '' } } })
  const stored = await storage.prisma.classification.findMany({ where: { modelVersionId }, include: { entity: true } })
  await fc.assert(
    fc.asyncProperty(span, async wanted => {
      const inside = stored.filter(
        ({ entity, countedAt }) =>
          entity.key !== '' && countedAt.getTime() >= wanted.start && countedAt.getTime() < wanted.end,
      )
      const voices = await readVoices(
        storage.pool,
        { modelVersionId, span: wanted },
        entities.map(({ id }) => id),
      )
      for (const { id } of entities) {
        const own = inside.filter(({ entityId }) => entityId === id).length
        expect(voices.get(id) ?? { own: 0, all: inside.length }).toEqual({ own, all: inside.length })
      }
    }),
    { numRuns: 40 },
  )
})
