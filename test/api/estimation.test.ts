import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storeLabels } from '../support/store-labels.ts'
import { startApi, type TestApi } from './start-api.ts'

const at = '2026-03-10T10:00:00Z'
let api: TestApi

beforeAll(async () => {
  api = await startApi()
  await storeLabels(api.database.storage, { entity: 'Xbox', labels: [120, 60, 30, 0], at })
  await storeLabels(api.database.storage, { entity: 'Sony', labels: [60, 60, 90, 0], at })
  await storeLabels(api.database.storage, { entity: 'Tiny', labels: [3, 1, 2, 0], at })
})
afterAll(() => api.close())

const FIGURE = `{ value low high sampleSize basis labelledCount drawnCount sampling { value low high sampleSize } }`
const estimateOf = async (name: string, range?: object) => {
  const query = `query ($name: String!, $range: RangeInput) {
    entity(name: $name) { id sentiment(range: $range) { netSentiment ${FIGURE} } }
  }`
  const { entity } = await api.data(query, { name, range })
  return { id: entity.id, netSentiment: entity.sentiment.netSentiment }
}
const widthOf = ({ low, high }: { low: number; high: number }) => high - low

interface Drawn {
  readonly classification: { readonly id: string }
}

/** Labels tweets of a review queue as a person who finds every third one negative, whatever the model says. */
async function labelQueue(name: string, size: number): Promise<void> {
  const { id } = await estimateOf(name)
  const { drawReviewQueue } = await api.data(
    'mutation ($input: DrawReviewQueueInput!) { drawReviewQueue(input: $input) { reviewQueue { id } userErrors { code } } }',
    { input: { entityId: id, size, strategy: 'UNIFORM' } },
  )
  const { reviewQueue } = await api.data(
    'query ($id: ID!) { reviewQueue(id: $id) { next(annotator: "ann", first: 100) { classification { id } } } }',
    { id: drawReviewQueue.reviewQueue.id },
  )
  for (const [index, { classification }] of (reviewQueue.next as readonly Drawn[]).entries()) {
    const input = {
      classificationId: classification.id,
      reviewQueueId: drawReviewQueue.reviewQueue.id,
      annotator: 'ann',
      label: index % 3 === 0 ? 'NEGATIVE' : 'POSITIVE',
    }
    const { setLabel } = await api.data(
      'mutation ($input: SetLabelInput!) { setLabel(input: $input) { userErrors { code } } }',
      { input },
    )
    expect(setLabel.userErrors).toEqual([])
  }
}

describe('net sentiment', () => {
  test('has the error of the model inside its interval', async () => {
    const { netSentiment } = await estimateOf('Xbox')
    expect(netSentiment).toMatchObject({ basis: 'MODEL', sampleSize: 210, labelledCount: 0, drawnCount: 0 })
    expect(widthOf(netSentiment)).toBeGreaterThan(3 * widthOf(netSentiment.sampling))
    expect(netSentiment.low).toBeLessThan(netSentiment.sampling.value)
    expect(netSentiment.high).toBeGreaterThan(netSentiment.sampling.value)
  })

  test('becomes narrower by labels from a review queue, and moves to them', async () => {
    const before = (await estimateOf('Sony')).netSentiment
    await labelQueue('Sony', 60)
    const after = (await estimateOf('Sony')).netSentiment
    expect(after).toMatchObject({ basis: 'LABELS_AND_MODEL', sampleSize: 210, labelledCount: 60, drawnCount: 60 })
    expect(widthOf(after)).toBeLessThan(0.6 * widthOf(before))
    // The labels are two thirds positive, and the model's answers are mostly negative.
    expect(before.value).toBeLessThan(0)
    expect(after.low).toBeGreaterThan(-0.1)
    expect(after.low).toBeLessThan(1 / 3)
    expect(after.high).toBeGreaterThan(1 / 3)
  })

  test.each([
    ['RANDOM_SAMPLE', 40, 'LABELS_AND_MODEL'],
    ['CHOSEN', 0, 'MODEL'],
    [null, 0, 'MODEL'],
  ])('uses the labels of a file that cover %s', async (labelCoverage, labelledCount, basis) => {
    const entity = `Brand of ${labelCoverage}`
    const rows = Array.from({ length: 80 }, (_, row) => {
      const label = row % 2 === 1 ? '' : row % 4 === 0 ? 'Positive' : 'Negative'
      return `${row},${entity},${row % 3 === 0 ? 'I love' : 'I hate'} ${entity} number ${row},${label}`
    })
    const response = await fetch(`${api.url}/imports?name=labels.csv`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: ['id,entity,text,sentiment', ...rows].join('\n'),
    })
    const { uploadId } = (await response.json()) as { readonly uploadId: string }
    const { startImport } = await api.data(
      'mutation ($input: StartImportInput!) { startImport(input: $input) { importJob { id } userErrors { message } } }',
      { input: { uploadId, idempotencyKey: entity, labelCoverage } },
    )
    expect(startImport.userErrors).toEqual([])
    const job = async () =>
      (await api.data('query ($id: ID!) { importJob(id: $id) { status } }', { id: startImport.importJob.id })).importJob
    await expect.poll(async () => (await job()).status, { timeout: 25_000 }).toBe('COMPLETED')
    const { netSentiment } = await estimateOf(entity)
    expect(netSentiment).toMatchObject({ sampleSize: 80, labelledCount, drawnCount: labelledCount, basis })
  })

  test('is exact if every tweet has a label', async () => {
    await labelQueue('Tiny', 6)
    const { netSentiment } = await estimateOf('Tiny')
    expect(netSentiment).toMatchObject({ basis: 'LABELS', sampleSize: 6, labelledCount: 6 })
    expect(netSentiment.value).toBeCloseTo((4 - 2) / 6, 4)
    expect(widthOf(netSentiment)).toBeLessThan(0.01)
  })

  test('leaves out tweets without a time of their own if only dated ones are asked for', async () => {
    await storeLabels(api.database.storage, { entity: 'Mixed', labels: [20, 10, 5, 0], at })
    await api.database.storage.pool.query(
      `UPDATE classification SET is_undated = true WHERE label = 'NEUTRAL'
         AND entity_id = (SELECT id FROM entity WHERE name = 'Mixed')`,
    )
    const countOf = async (range?: object) => (await estimateOf('Mixed', range)).netSentiment.sampleSize
    expect([await countOf(), await countOf({ dated: true }), await countOf({ dated: false })]).toEqual([35, 25, 10])
  })

  test('is null without tweets in the range', async () => {
    const { netSentiment } = await estimateOf('Xbox', { to: '2020-01-01T00:00:00Z' })
    expect(netSentiment).toMatchObject({ value: null, low: null, high: null, sampleSize: 0 })
  })
})

describe('ReviewQueue.forecast', () => {
  const FORECAST = `query ($id: ID!) {
    reviewQueue(id: $id) { forecast { halfWidth expectedHalfWidth remainingCount } }
  }`
  const forecastOf = async (id: string) => (await api.data(FORECAST, { id })).reviewQueue.forecast

  test('expects an interval that becomes narrower by labelling the rest of a queue, as it then does', async () => {
    await storeLabels(api.database.storage, { entity: 'Forecast', labels: [100, 60, 60, 0], at })
    const { id } = await estimateOf('Forecast')
    const { drawReviewQueue } = await api.data(
      'mutation ($input: DrawReviewQueueInput!) { drawReviewQueue(input: $input) { reviewQueue { id } userErrors { code } } }',
      { input: { entityId: id, size: 40 } },
    )
    const queueId = drawReviewQueue.reviewQueue.id
    const before = await forecastOf(queueId)
    const { netSentiment } = await estimateOf('Forecast')
    expect(before.remainingCount).toBe(40)
    const markUnread = (
      reason: string,
    ) => `UPDATE classification SET unread_reason = ${reason}, is_uncertain = ${reason} IS NOT NULL
      WHERE tweet_id IN (SELECT tweet_id FROM label_draw_item WHERE position <= 5)
        AND entity_id = (SELECT id FROM entity WHERE name = 'Forecast')`
    await api.database.storage.pool.query(markUnread("'UNREADABLE'"))
    expect((await forecastOf(queueId)).remainingCount).toBe(35)
    await api.database.storage.pool.query(markUnread('NULL'))
    expect(before.halfWidth).toBeCloseTo(widthOf(netSentiment) / 2, 10)
    expect(before.expectedHalfWidth).toBeLessThan(0.7 * before.halfWidth)
    // As the model answered, but every third tweet is neutral: an ordinary entity.
    await api.database.storage.pool.query(
      `INSERT INTO mention_label (tweet_id, entity_id, label, annotator, number, origin, labelled_at, draw_id, inclusion_probability)
       SELECT c.tweet_id, c.entity_id, CASE WHEN item.position % 3 = 0 THEN 'NEUTRAL' ELSE c.label END, 'ann', 1, 'API', now(), item.draw_id, item.inclusion_probability
       FROM label_draw_item AS item JOIN classification AS c USING (tweet_id) JOIN label_draw AS draw ON draw.id = item.draw_id
       WHERE c.entity_id = draw.entity_id AND draw.created_at = (SELECT max(created_at) FROM label_draw)`,
    )
    const after = await forecastOf(queueId)
    expect(after).toMatchObject({ remainingCount: 0, expectedHalfWidth: after.halfWidth })
    expect(after.halfWidth / before.expectedHalfWidth).toBeGreaterThan(0.6)
    expect(after.halfWidth / before.expectedHalfWidth).toBeLessThan(1.5)
  })
})

describe('figures that rest on the same labels', () => {
  const range = { from: '2026-03-10T00:00:00Z', to: '2026-03-11T00:00:00Z' }
  const ALL = `query ($name: String!, $range: RangeInput!) {
    entity(name: $name) {
      sentiment(range: $range) { netSentiment ${FIGURE} netSentimentAll ${FIGURE} shares { positive ${FIGURE} negative ${FIGURE} } }
      trend(range: $range, interval: DAY) { summary { netSentiment ${FIGURE} } }
      sentimentChange(range: $range) { difference ${FIGURE} }
    }
    entities(first: 50, range: $range, orderBy: { field: NET_SENTIMENT, direction: DESC }) {
      nodes { name sentiment(range: $range) { netSentiment { value } } }
    }
  }`

  test('agree: a bucket with the range has its figures, and the list is in the order of the values', async () => {
    const { entity, entities } = await api.data(ALL, { name: 'Sony', range })
    const { netSentiment, netSentimentAll, shares } = entity.sentiment
    expect(netSentiment.basis).toBe('LABELS_AND_MODEL')
    expect(entity.trend).toEqual([{ summary: { netSentiment } }])
    expect(netSentimentAll).toMatchObject({ basis: 'LABELS_AND_MODEL', labelledCount: 60 })
    const { positive, negative } = shares
    const quotient = (positive.value - negative.value) / (positive.value + negative.value)
    expect(netSentiment.value).toBeCloseTo(quotient, 9)
    expect(positive.low).toBeLessThan(2 / 3)
    expect(positive.high).toBeGreaterThan(positive.low)
    expect(entity.sentimentChange.difference).toMatchObject({ value: null, drawnCount: 60 })
    const values = entities.nodes.flatMap(
      ({ sentiment }: (typeof entities.nodes)[0]) => sentiment.netSentiment.value ?? [],
    )
    expect(values.length).toBeGreaterThan(3)
    expect(values).toEqual(values.toSorted((one: number, other: number) => other - one))
  })
})

describe('a comparison', () => {
  const COMPARE = `query ($names: [String!]!, $range: RangeInput) {
    compareEntities(names: $names, range: $range) {
      pairs { first { name } second { name } difference ${FIGURE} pValue adjustedPValue isSignificant neededLabelCount }
      unknownNames
    }
  }`

  test('does not call a difference of the model significant that its errors can explain', async () => {
    await storeLabels(api.database.storage, { entity: 'Sega', labels: [60, 60, 90, 0], at })
    const { compareEntities } = await api.data(COMPARE, { names: ['Xbox', 'Sega', 'Nobody Ever'] })
    expect(compareEntities.unknownNames).toEqual(['Nobody Ever'])
    const [pair] = compareEntities.pairs
    expect(pair).toMatchObject({ first: { name: 'Xbox' }, second: { name: 'Sega' }, isSignificant: false })
    const { value, low, high, sampling } = pair.difference
    expect(sampling.low).toBeGreaterThan(0.2)
    expect(low).toBeLessThan(value)
    expect(value).toBeLessThan(high)
    expect(pair.adjustedPValue).toBe(pair.pValue)
    expect(pair.neededLabelCount).toBeGreaterThan(5)
  })

  test('has no figures for an entity without tweets in the range', async () => {
    const range = { to: '2020-01-01T00:00:00Z' }
    const { compareEntities } = await api.data(COMPARE, { names: ['Xbox', 'Sony'], range })
    const none = { value: null, low: null, high: null, sampleSize: 0 }
    expect(compareEntities.pairs).toMatchObject([{ difference: none, pValue: null, isSignificant: null }])
  })
})
