import { afterAll, beforeAll, expect, test } from 'vitest'
import { stratumOf } from '../../src/estimates/strata.ts'
import { createEvidenceReader } from '../../src/evidence/evidence-reader.ts'
import { storeLabels } from '../support/store-labels.ts'
import { startApi, type TestApi } from './start-api.ts'

let api: TestApi

beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const DRAW = `mutation ($input: DrawReviewQueueInput!) {
  drawReviewQueue(input: $input) {
    reviewQueue {
      id strategy from to populationCount itemCount textCount entity { name }
      strata { label isUncertain isDisputed populationCount itemCount }
    }
    userErrors { code message field }
  }
}`
const NEXT = `query ($id: ID!, $annotator: String!, $first: Int, $after: Int) {
  reviewQueue(id: $id) {
    next(annotator: $annotator, first: $first, after: $after) { position classification { id label tweet { id text } } }
    progress { annotator labelledCount }
  }
}`
const SET = `mutation ($input: SetLabelInput!) {
  setLabel(input: $input) { isNew label { id inclusionProbability } userErrors { code field } }
}`

interface Item {
  readonly position: number
  readonly classification: { id: string; label: string; tweet: { id: string; text: string } }
}

const entityId = async (name: string): Promise<string> =>
  (await api.data('query ($name: String!) { entity(name: $name) { id } }', { name })).entity.id
const draw = async (input: object) => (await api.data(DRAW, { input })).drawReviewQueue
const queueOf = async (entity: string, size: number, more: object = {}) => {
  const { reviewQueue, userErrors } = await draw({ entityId: await entityId(entity), size, ...more })
  expect(userErrors).toEqual([])
  return reviewQueue
}
const next = async (id: string, annotator: string, first = 100, after = 0): Promise<readonly Item[]> =>
  (await api.data(NEXT, { id, annotator, first, after })).reviewQueue.next
const progress = async (id: string) =>
  (await api.data(NEXT, { id, annotator: 'any', first: 0, after: 0 })).reviewQueue.progress
const label = async (reviewQueueId: string, { classification }: Item, annotator: string, given = 'POSITIVE') => {
  const input = { classificationId: classification.id, reviewQueueId, annotator, label: given }
  const { setLabel } = await api.data(SET, { input })
  expect(setLabel.userErrors).toEqual([])
  return setLabel
}

const at = '2026-03-10T10:00:00Z'

test('a queue has its size, its probabilities, and the tweets of its range until now', async () => {
  await storeLabels(api.database.storage, { entity: 'Xbox', labels: [60, 25, 10, 5], at })
  await storeLabels(api.database.storage, { entity: 'Xbox', labels: [50, 0, 0, 0], at: '2026-04-10T10:00:00Z' })
  const range = { from: '2026-03-01T00:00:00Z', to: '2026-04-01T00:00:00Z' }
  const queue = await queueOf('Xbox', 20, { range, strategy: 'UNIFORM' })
  expect(queue).toMatchObject({
    strategy: 'UNIFORM',
    populationCount: 100,
    itemCount: 20,
    textCount: 20,
    entity: { name: 'Xbox' },
  })
  expect(queue.strata.map((one: { label: string; itemCount: number }) => [one.label, one.itemCount])).toEqual([
    ['POSITIVE', 12],
    ['NEUTRAL', 5],
    ['NEGATIVE', 2],
    ['IRRELEVANT', 1],
  ])
  const items = await next(queue.id, 'ann')
  expect(items.map(({ position }) => position)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  for (const item of items) {
    const { label: stored } = await label(queue.id, item, 'ann')
    const stratum = queue.strata.find((one: { label: string }) => one.label === item.classification.label)
    expect(stored.inclusionProbability).toBeCloseTo(stratum.itemCount / stratum.populationCount, 12)
  }
  expect(await next(queue.id, 'ann')).toEqual([])
  expect(await progress(queue.id)).toEqual([{ annotator: 'ann', labelledCount: 20 }])
})

test('two annotators get the same tweets in the same order, and skipping goes on behind a position', async () => {
  const queue = await queueOf('Xbox', 10)
  const first = await next(queue.id, 'ann')
  for (const item of first.slice(0, 4)) await label(queue.id, item, 'ann')
  expect(await next(queue.id, 'bob')).toEqual(first)
  expect(await next(queue.id, 'ann')).toEqual(first.slice(4))
  expect(await next(queue.id, 'ann', 2, 6)).toEqual(first.slice(6, 8))
})

test('tweets that arrive later are not drawn, and the queue goes on without those that are gone', async () => {
  await storeLabels(api.database.storage, { entity: 'Streamed', labels: [30, 0, 0, 0], at })
  const queue = await queueOf('Streamed', 30)
  const items = await next(queue.id, 'ann')
  await storeLabels(api.database.storage, { entity: 'Streamed', labels: [0, 0, 30, 0], at })
  const { pool } = api.database.storage
  await pool.query('DELETE FROM classification WHERE tweet_id = ANY($1::uuid[])', [idsOf(items.slice(0, 3))])
  await pool.query('DELETE FROM tweet WHERE id = ANY($1::uuid[])', [idsOf(items.slice(0, 3))])
  expect(await next(queue.id, 'ann')).toEqual(items.slice(3))
})

/** Keys of the rows. */
const idsOf = (items: readonly Item[]) =>
  items.map(({ classification }) => Buffer.from(classification.tweet.id, 'base64').toString().replace('Tweet:', ''))

test('equal texts are labelled once, and undone together', async () => {
  const texts = Array.from({ length: 40 }, (_, index) => (index % 4 === 0 ? `unique ${index}` : 'RT @ann: the same'))
  await storeLabels(api.database.storage, { entity: 'Retweeted', labels: [40, 0, 0, 0], at, texts })
  const queue = await queueOf('Retweeted', 40)
  expect(queue).toMatchObject({ itemCount: 40, textCount: 11 })
  const items = await next(queue.id, 'ann')
  expect(items).toHaveLength(11)
  const shared = items.find(({ classification }) => classification.tweet.text.endsWith('same'))
  if (shared === undefined) throw new Error('The common text is missing.')
  const { label: given } = await label(queue.id, shared, 'ann', 'NEGATIVE')
  expect(await next(queue.id, 'ann')).toHaveLength(10)
  const { entity } = await api.data('{ entity(name: "Retweeted") { labelCounts { negative total } } }')
  expect(entity.labelCounts).toEqual({ negative: 30, total: 30 })
  await api.data('mutation ($id: ID!) { undoLabel(id: $id) { userErrors { code } } }', { id: given.id })
  expect(await next(queue.id, 'ann')).toEqual(items)
})

test('equal texts of a queue are one decision of each annotator in their agreement', async () => {
  const texts = Array.from({ length: 24 }, (_, index) => (index < 4 ? `unlike ${index}` : 'RT @bob: all alike'))
  await storeLabels(api.database.storage, { entity: 'Copied', labels: [24, 0, 0, 0], at, texts })
  const queue = await queueOf('Copied', 24)
  for (const item of await next(queue.id, 'ann')) {
    const isCopied = item.classification.tweet.text.endsWith('alike')
    await label(queue.id, item, 'ann', isCopied ? 'NEGATIVE' : 'POSITIVE')
    await label(queue.id, item, 'ben', isCopied ? 'NEGATIVE' : 'NEUTRAL')
  }
  const { entity } = await api.data(
    `{ entity(name: "Copied") { labelAgreement { mentionCount pairs { observedAgreement { value sampleSize } } } } }`,
  )
  expect(entity.labelAgreement).toEqual({
    mentionCount: 5,
    pairs: [{ observedAgreement: { value: 0.2, sampleSize: 5 } }],
  })
})

test('later queues leave out the tweets that were labelled for earlier ones, until none is left', async () => {
  await storeLabels(api.database.storage, { entity: 'Small', labels: [12, 8, 0, 0], at })
  const labelled = new Set<string>()
  for (const [size, population] of [
    [8, 20],
    [8, 12],
    [8, 4],
  ] as const) {
    const queue = await queueOf('Small', size, { strategy: 'UNIFORM' })
    expect(queue.populationCount).toBe(population)
    for (const item of await next(queue.id, 'ann')) {
      await label(queue.id, item, 'ann')
      labelled.add(item.classification.tweet.id)
    }
  }
  expect(labelled.size).toBe(20)
  const { reviewQueue, userErrors } = await draw({ entityId: await entityId('Small') })
  expect(reviewQueue).toBeNull()
  expect(userErrors).toMatchObject([{ code: 'CONFLICT', field: ['input', 'range'] }])
})

test('tweets are drawn as often as their probabilities promise', { timeout: 120_000 }, async () => {
  await storeLabels(api.database.storage, { entity: 'Often', labels: [30, 10, 0, 0], at })
  await api.database.storage.pool.query(
    `UPDATE classification SET is_uncertain = true WHERE entity_id = (SELECT id FROM entity WHERE name = 'Often') AND label = 'NEUTRAL'`,
  )
  const draws = 60
  const id = await entityId('Often')
  for (let round = 0; round < draws; round++) await draw({ entityId: id, size: 10, strategy: 'UNCERTAINTY' })
  const { rows } = await api.database.storage.pool.query<{ p: number; drawn: number }>(
    `SELECT max(item.inclusion_probability) AS p, count(*)::int AS drawn FROM label_draw_item AS item
     JOIN label_draw AS d ON d.id = item.draw_id JOIN entity ON entity.id = d.entity_id AND entity.name = 'Often' GROUP BY item.tweet_id`,
  )
  expect(rows).toHaveLength(40)
  // A binomial of 60 draws: far outside of five standard deviations would be a fault.
  for (const { p, drawn } of rows) expect(Math.abs(drawn - draws * p)).toBeLessThan(5 * Math.sqrt(draws * p * (1 - p)))
})

test('disagreement needs another version, and draws more of the tweets that it judges otherwise', async () => {
  const { storage } = api.database
  await storeLabels(storage, { entity: 'Disputed', labels: [200, 0, 0, 0], at })
  expect((await draw({ entityId: await entityId('Disputed'), strategy: 'DISAGREEMENT' })).userErrors).toMatchObject([
    { code: 'CONFLICT', field: ['input', 'strategy'] },
  ])
  const other = await storage.prisma.modelVersion.findFirstOrThrow({ where: { name: 'seed-lstm' } })
  await storage.pool.query(
    `INSERT INTO classification (entity_id, id, tweet_id, model_version_id, label, positive, neutral, negative, irrelevant, confidence,
       is_uncertain, unknown_token_share, is_truncated, counted_at, created_at)
     SELECT entity_id, gen_random_uuid(), tweet_id, $1, (CASE WHEN row_number() OVER () <= 20 THEN 'NEGATIVE' ELSE label::text END)::label,
       positive, neutral, negative, irrelevant, confidence, is_uncertain, unknown_token_share, is_truncated, counted_at, created_at
     FROM classification WHERE entity_id = (SELECT id FROM entity WHERE name = 'Disputed')`,
    [other.id],
  )
  const queue = await queueOf('Disputed', 40, { strategy: 'DISAGREEMENT' })
  expect(queue.strata).toEqual([
    { label: 'POSITIVE', isUncertain: false, isDisputed: false, populationCount: 180, itemCount: 20 },
    { label: 'POSITIVE', isUncertain: false, isDisputed: true, populationCount: 20, itemCount: 20 },
  ])
})

test.each([
  [{ size: 0 }, 'INVALID', ['input', 'size']],
  [{ size: 2001 }, 'INVALID', ['input', 'size']],
  [{ entityId: 'x' }, 'INVALID', ['input', 'entityId']],
  [{ modelId: 'x' }, 'INVALID', ['input', 'modelId']],
  [{ range: { from: '2100-01-01T00:00:00Z' } }, 'INVALID', ['input', 'range', 'from']],
  [{ range: { to: '1990-01-01T00:00:00Z' } }, 'CONFLICT', ['input', 'range']],
  [{ range: { timezone: 'Mars/Base' } }, 'INVALID', ['input', 'range', 'timezone']],
])('a draw of %j is refused', async (changes, code, field) => {
  const answer = await draw({ entityId: await entityId('Xbox'), ...changes })
  expect(answer).toMatchObject({ reviewQueue: null, userErrors: [{ code, field }] })
})

test('a label for a queue that does not have the mention is refused', async () => {
  const [queue, other] = [await queueOf('Xbox', 5), await queueOf('Streamed', 5)]
  const [item] = await next(other.id, 'ann')
  const input = {
    classificationId: item?.classification.id,
    reviewQueueId: queue.id,
    annotator: 'ann',
    label: 'NEUTRAL',
  }
  const { setLabel } = await api.data(SET, { input })
  expect(setLabel.userErrors).toEqual([{ code: 'INVALID', field: ['input', 'reviewQueueId'] }])
})

test('queues are listed newest first', async () => {
  const queues = [await queueOf('Streamed', 1), await queueOf('Streamed', 2)]
  const { reviewQueues } = await api.data(
    'query ($entityId: ID) { reviewQueues(entityId: $entityId, first: 2) { totalCount nodes { id } } }',
    { entityId: await entityId('Streamed') },
  )
  expect(reviewQueues.nodes.map(({ id }: { id: string }) => id)).toEqual(queues.map(({ id }) => id).reverse())
  expect(reviewQueues.totalCount).toBe(4)
})

test('the labels of a queue are strata of drawn tweets; other labels are apart', async () => {
  const { storage } = api.database
  await storeLabels(storage, {
    entity: 'Estimated',
    labels: [100, 0, 100, 0],
    at,
    importedLabel: (given, number) => (number < 10 ? (given === 'POSITIVE' ? 'NEUTRAL' : given) : null),
  })
  const queue = await queueOf('Estimated', 40, { strategy: 'UNIFORM' })
  for (const item of await next(queue.id, 'ann')) await label(queue.id, item, 'ann', item.classification.label)
  const { id } = await storage.prisma.entity.findFirstOrThrow({ where: { name: 'Estimated' } })
  const modelVersion = await storage.prisma.modelVersion.findFirstOrThrow({ where: { role: 'ACTIVE' } })
  const never = Date.parse('2000-01-01')
  const [all, none] = [
    { start: -Infinity, end: Infinity },
    { start: -Infinity, end: never },
  ]
  const read = createEvidenceReader(storage.pool).read
  const { labelled, drawnCount, known } = await read({ entityId: id, modelVersion, dated: null, spans: [all, none] })
  // A file whose rows were chosen says nothing about the others.
  const [positive, negative] = [expect.closeTo(20, 9), expect.closeTo(20, 9)]
  expect(labelled[stratumOf('POSITIVE', false)]).toEqual([positive, 0, 0, 0])
  expect(labelled[stratumOf('NEGATIVE', false)]).toEqual([0, 0, negative, 0])
  expect(drawnCount).toBe(40)
  expect(known.map(({ perLabel }) => perLabel)).toEqual([
    [20, 0, 20, 0],
    [0, 0, 0, 0],
  ])
})
