import { afterAll, beforeAll, expect, test } from 'vitest'
import { sentimentDifference } from '../../src/analytics/sentiment-difference.ts'
import { mirrorEstimate } from '../../src/statistics/estimate.ts'
import { wilson } from '../../src/statistics/wilson.ts'
import { storeLabels } from '../support/store-labels.ts'
import { startApi, type TestApi } from './start-api.ts'

let api: TestApi

/** Positive, neutral, negative, irrelevant. */
const STORED: Record<string, readonly [number, number, number, number]> = {
  Xbox: [40, 20, 10, 3],
  'Play Station': [20, 10, 30, 0],
  Switch: [22, 5, 28, 1],
  Neutral: [0, 7, 0, 0],
  Silence: [0, 0, 0, 0],
  Elsewhere: [100, 0, 0, 0],
}
const AT = '2026-03-05T12:00:00Z'
const NO_ENTITY_TWEETS = 50

beforeAll(async () => {
  api = await startApi()
  for (const [entity, labels] of Object.entries(STORED))
    await storeLabels(api.database.storage, { entity, labels, at: AT })
  await storeLabels(api.database.storage, { entity: 'Xbox', labels: [0, 0, 9, 0], at: '2026-04-05T12:00:00Z' })
  await storeLabels(api.database.storage, { entity: null, labels: [NO_ENTITY_TWEETS, 0, 0, 0], at: AT })
})
afterAll(() => api.close())

const MARCH = { from: '2026-03-01T00:00:00Z', to: '2026-04-01T00:00:00Z' }
const ESTIMATE = '{ value low high sampleSize }'
const FIGURE = `{ value low high sampleSize basis labelledCount sampling ${ESTIMATE} }`
const QUERY = `query ($names: [String!]!, $range: RangeInput, $modelId: ID) {
  compareEntities(names: $names, range: $range, modelId: $modelId) {
    unknownNames
    items {
      entity { name } shareOfVoice ${ESTIMATE} relevantShareOfVoice ${FIGURE} difference ${FIGURE} isSignificant
      summary { counts { positive neutral negative irrelevant total } netSentiment ${FIGURE} model { version } asOf }
    }
    pairs { first { name } second { name } difference ${FIGURE} pValue adjustedPValue isSignificant neededLabelCount }
  }
}`
const compare = async (names: readonly string[], range: object | null = MARCH) =>
  (await api.data(QUERY, { names, range })).compareEntities

const countsOf = (name: string) => {
  const [positive, , negative] = STORED[name] ?? [0, 0, 0, 0]
  return { positive, negative }
}
const totalOf = (name: string) => (STORED[name] ?? []).reduce((sum, count) => sum + count, 0)

test('three entities have three pairs, with the figures of their rows', async () => {
  const names = ['Xbox', 'Play Station', 'Switch']
  const { items, pairs, unknownNames } = await compare(names)
  expect(unknownNames).toEqual([])
  expect(pairs.map((pair: (typeof pairs)[0]) => [pair.first.name, pair.second.name])).toEqual([
    ['Xbox', 'Play Station'],
    ['Xbox', 'Switch'],
    ['Play Station', 'Switch'],
  ])
  for (const { first, second, difference, pValue, adjustedPValue } of pairs) {
    expect(difference.sampling).toEqual(sentimentDifference(countsOf(first.name), countsOf(second.name)))
    expect(difference).toMatchObject({ basis: 'MODEL', sampleSize: totalOf(first.name) + totalOf(second.name) })
    expect(difference.high - difference.low).toBeGreaterThan(difference.sampling.high - difference.sampling.low)
    expect(adjustedPValue).toBeGreaterThanOrEqual(pValue)
  }
  const all = names.map(totalOf).reduce((sum, total) => sum + total)
  for (const item of items) {
    expect(item.summary.counts.total).toBe(totalOf(item.entity.name))
    expect(item.shareOfVoice).toEqual(wilson(totalOf(item.entity.name), all))
    const { value, low, high, sampling } = item.relevantShareOfVoice
    expect(value).toBeCloseTo(sampling.value, 1)
    expect(low).toBeLessThan(value)
    expect(high).toBeGreaterThan(value)
  }
})

test('the difference of an item is that of its pair with the first item, with the opposite sign', async () => {
  const { items, pairs } = await compare(['Xbox', 'Play Station', 'Switch'])
  expect(items[0]).toMatchObject({ difference: null, isSignificant: null })
  expect(items[1].difference).toEqual({
    ...mirrorEstimate(pairs[0].difference),
    ...{ basis: 'MODEL', labelledCount: 0 },
    sampling: mirrorEstimate(pairs[0].difference.sampling),
  })
  expect(items[1].difference.value).toBeCloseTo(
    items[1].summary.netSentiment.value - items[0].summary.netSentiment.value,
    12,
  )
  // The labels of the model alone would call it significant.
  expect(items[1].difference.sampling.high).toBeLessThan(-0.3)
  expect(items[1].isSignificant).toBe(false)
  expect(pairs[0].neededLabelCount).toBeGreaterThan(0)
  expect(pairs[2]).toMatchObject({ first: { name: 'Play Station' }, second: { name: 'Switch' }, isSignificant: false })
})

test('spellings of one entity count once, and unknown names are listed', async () => {
  const { items, unknownNames } = await compare(['#xbox', 'XBOX', '@PlayStation', 'Nobody', 'nobody', '🙂', 'Xbox '])
  expect(items.map(({ entity }: { entity: { name: string } }) => entity.name)).toEqual(['Xbox', 'Play Station'])
  expect(unknownNames).toEqual(['Nobody', '🙂'])
})

test('an entity without tweets has a null difference, never 0', async () => {
  const { items, pairs } = await compare(['Silence', 'Xbox'])
  const none = { value: null, low: null, high: null, sampling: { value: null, sampleSize: 0 } }
  expect(pairs).toMatchObject([
    { difference: none, neededLabelCount: null, pValue: null, adjustedPValue: null, isSignificant: null },
  ])
  expect(items[1]).toMatchObject({ difference: none, isSignificant: null })
})

test('the range applies to every item', async () => {
  const { items } = await compare(['Xbox'], null)
  expect(items[0].summary.counts.total).toBe(totalOf('Xbox') + 9)
  const { items: none } = await compare(['Xbox'], { from: '2030-01-01T00:00:00Z' })
  expect(none[0].shareOfVoice.value).toBeNull()
})

test('without known names, a comparison is empty', async () => {
  expect(await compare(['Nobody'])).toEqual({ items: [], pairs: [], unknownNames: ['Nobody'] })
})

test.each([
  [{ names: [] }, ['names'], '1 to 6'],
  [{ names: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] }, ['names'], 'at most 6'],
  [{ names: ['Xbox'], range: { timezone: 'Mars' } }, ['range', 'timezone'], 'IANA'],
  [
    { names: ['Xbox'], modelId: Buffer.from('ModelVersion:0190a0a0-0000-7000-8000-00000000000f').toString('base64') },
    ['modelId'],
    'models',
  ],
])('%j is refused, and the error names the argument and the fix', async (variables, field, advice) => {
  const { errors } = await api.ask(QUERY, variables)
  expect(errors).toMatchObject([
    { extensions: { code: 'BAD_USER_INPUT', field }, message: expect.stringContaining(advice) },
  ])
})

const VOICE = `query ($name: String!, $range: RangeInput, $among: [String!]) {
  entity(name: $name) { shareOfVoice(range: $range, among: $among) ${ESTIMATE} }
}`
const voiceOf = async (name: string, variables: object = {}) =>
  (await api.data(VOICE, { name, range: MARCH, ...variables })).entity.shareOfVoice

test('share of voice counts the tweets of all entities, and no whole messages', async () => {
  const all = Object.keys(STORED)
    .map(totalOf)
    .reduce((sum, total) => sum + total)
  expect(await voiceOf('Xbox')).toEqual(wilson(totalOf('Xbox'), all))
  expect(await voiceOf('Xbox', { range: null })).toEqual(wilson(totalOf('Xbox') + 9, all + 9))
})

test('any range has the share of voice of its rows', async () => {
  const range = { from: '2026-03-05T11:59:59.999Z', to: '2026-03-05T12:00:20.001Z' }
  const { rows } = await api.database.storage.pool.query(
    `SELECT count(*) FILTER (WHERE e.name = 'Xbox')::int AS own, count(*)::int AS all FROM classification c JOIN entity e ON e.id = c.entity_id
     WHERE e.key <> '' AND c.counted_at >= $1 AND c.counted_at < $2`,
    [range.from, range.to],
  )
  expect(rows[0].own).toBeLessThan(totalOf('Xbox'))
  expect(await voiceOf('Xbox', { range })).toEqual(wilson(rows[0].own, rows[0].all))
})

test('among named entities, the entity itself is included, and spellings count once', async () => {
  const expected = wilson(totalOf('Xbox'), totalOf('Xbox') + totalOf('Switch'))
  expect(await voiceOf('Xbox', { among: ['switch', '#Switch', 'Nobody'] })).toEqual(expected)
  expect(await voiceOf('Xbox', { among: ['Switch', 'XBOX'] })).toEqual(expected)
  expect(await voiceOf('Xbox', { among: [] })).toEqual(wilson(totalOf('Xbox'), totalOf('Xbox')))
})

test('a range without tweets has null shares, never 0', async () => {
  const range = { from: '2030-01-01T00:00:00Z' }
  expect(await voiceOf('Xbox', { range })).toEqual({ value: null, low: null, high: null, sampleSize: 0 })
  expect((await voiceOf('Xbox', { range, among: ['Switch'] })).value).toBeNull()
})

test('more names than a chart can show are an error', async () => {
  const among = Array.from({ length: 21 }, (_, index) => `e${index}`)
  const { errors } = await api.ask(VOICE, { name: 'Xbox', among })
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: ['among'] } }])
})

test('no error was logged', () => {
  expect(api.logged).toEqual([])
})
