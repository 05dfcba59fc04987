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

const ESTIMATE = `sentimentEstimate(range: $range) {
  value low high basis tweetCount labelledCount drawnCount model { version } asOf
}`
const estimateOf = async (name: string, range?: object) => {
  const query = `query ($name: String!, $range: RangeInput) {
    entity(name: $name) { id ${ESTIMATE} sentiment { netSentiment { value low high } } }
  }`
  return (await api.data(query, { name, range })).entity
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

describe('Entity.sentimentEstimate', () => {
  test('has the error of the model inside its interval', async () => {
    const { sentimentEstimate, sentiment } = await estimateOf('Xbox')
    expect(sentimentEstimate).toMatchObject({ basis: 'MODEL', tweetCount: 210, labelledCount: 0, drawnCount: 0 })
    expect(widthOf(sentimentEstimate)).toBeGreaterThan(3 * widthOf(sentiment.netSentiment))
    expect(sentimentEstimate.low).toBeLessThan(sentiment.netSentiment.value)
    expect(sentimentEstimate.high).toBeGreaterThan(sentiment.netSentiment.value)
  })

  test('becomes narrower by labels from a review queue, and moves to them', async () => {
    const before = (await estimateOf('Sony')).sentimentEstimate
    await labelQueue('Sony', 60)
    const after = (await estimateOf('Sony')).sentimentEstimate
    expect(after).toMatchObject({ basis: 'LABELS_AND_MODEL', tweetCount: 210, labelledCount: 60, drawnCount: 60 })
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
    const { sentimentEstimate } = await estimateOf(entity)
    expect(sentimentEstimate).toMatchObject({ tweetCount: 80, labelledCount, drawnCount: labelledCount, basis })
  })

  test('is exact if every tweet has a label', async () => {
    await labelQueue('Tiny', 6)
    const { sentimentEstimate } = await estimateOf('Tiny')
    expect(sentimentEstimate).toMatchObject({ basis: 'LABELS', tweetCount: 6, labelledCount: 6 })
    expect(sentimentEstimate.value).toBeCloseTo((4 - 2) / 6, 4)
    expect(widthOf(sentimentEstimate)).toBeLessThan(0.01)
  })

  test('leaves out tweets without a time of their own if only dated ones are asked for', async () => {
    await storeLabels(api.database.storage, { entity: 'Mixed', labels: [20, 10, 5, 0], at })
    await api.database.storage.pool.query(
      `UPDATE classification SET is_undated = true WHERE label = 'NEUTRAL'
         AND entity_id = (SELECT id FROM entity WHERE name = 'Mixed')`,
    )
    const countOf = async (range?: object) => (await estimateOf('Mixed', range)).sentimentEstimate.tweetCount
    expect([await countOf(), await countOf({ dated: true }), await countOf({ dated: false })]).toEqual([35, 25, 10])
  })

  test('is null without tweets in the range', async () => {
    const { sentimentEstimate } = await estimateOf('Xbox', { to: '2020-01-01T00:00:00Z' })
    expect(sentimentEstimate).toMatchObject({ value: null, low: null, high: null, tweetCount: 0 })
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
    const { sentimentEstimate } = await estimateOf('Forecast')
    expect(before.remainingCount).toBe(40)
    expect(before.halfWidth).toBeCloseTo(widthOf(sentimentEstimate) / 2, 10)
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

describe('estimateDifferences', () => {
  const DIFFERENCES = `query ($names: [String!]!, $range: RangeInput) {
    estimateDifferences(names: $names, range: $range) {
      pairs { first { name } second { name } value low high pValue adjustedPValue isSignificant }
      unknownNames
    }
  }`

  test('does not call a difference of the model significant that its errors can explain', async () => {
    const { estimateDifferences } = await api.data(DIFFERENCES, { names: ['Xbox', 'Sony', 'Nobody Ever'] })
    const { compareEntities } = await api.data('{ compareEntities(names: ["Xbox", "Sony"]) { pairs { pValue } } }')
    expect(compareEntities.pairs[0].pValue).toBeLessThan(0.001)
    expect(estimateDifferences.unknownNames).toEqual(['Nobody Ever'])
    const [pair] = estimateDifferences.pairs
    expect(pair).toMatchObject({ first: { name: 'Xbox' }, second: { name: 'Sony' }, isSignificant: false })
    expect(pair.low).toBeLessThan(pair.value)
    expect(pair.value).toBeLessThan(pair.high)
    expect(pair.adjustedPValue).toBe(pair.pValue)
  })

  test('has no figures for an entity without tweets in the range', async () => {
    const range = { to: '2020-01-01T00:00:00Z' }
    const { estimateDifferences } = await api.data(DIFFERENCES, { names: ['Xbox', 'Sony'], range })
    expect(estimateDifferences.pairs).toMatchObject([{ value: null, low: null, pValue: null, isSignificant: null }])
  })

  test('refuses a list without names', async () => {
    const { errors } = await api.ask(DIFFERENCES, { names: [] })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' })
  })
})
