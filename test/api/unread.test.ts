import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectExactRollups } from '../support/exact-rollups.ts'
import { startApi, type TestApi } from './start-api.ts'

const NOW = new Date('2026-11-01T12:07:00Z')
/** Its ends are inside quarters of an hour, so that classifications are counted as well as both rollups. */
const RANGE = { from: '2026-10-01T10:03:00Z', to: '2026-10-04T10:02:00Z' }
const UNREADABLE = [
  ['xqzvb wplkt jjhgf', 'vbnqz qqwrt zzkpl', 'hjkzq wvvxq', 'kqjx zvwq'],
  ['这个产品非常好', '太棒了我很喜欢', '服务很差劲', '价格合理质量好'],
].flat()
const READ = ['I love this so much', 'This is wonderful, thank you', 'I hate this so much']
let api: TestApi

const store = (entity: string, texts: readonly string[]) =>
  api.data(
    'mutation ($inputs: [ClassifyInput!]!) { classifyBatch(inputs: $inputs) { results { classification { label isUncertain unreadReason } userErrors { message } } } }',
    {
      inputs: texts.map((text, index) => ({
        text,
        entity,
        externalId: `${entity} ${index}`,
        postedAt: new Date(Date.parse('2026-10-01T10:04:00Z') + index * 8 * 3_600_000).toISOString(),
      })),
    },
  )

beforeAll(async () => {
  api = await startApi({ now: () => NOW })
})
afterAll(() => api.close())

const FIELDS = `sentiment(range: $range) {
    counts { positive neutral negative irrelevant uncertain unreadable unsupportedLanguage total }
    netSentiment { value low high sampleSize } netSentimentAll { value sampleSize }
  }
  trend(range: $range, interval: DAY) { summary { counts { unreadable total } netSentiment { sampleSize } } }`
const summaryOf = async (name: string) =>
  (
    await api.data(`query ($name: String!, $range: RangeInput) { entity(name: $name) { ${FIELDS} } }`, {
      name,
      range: RANGE,
    })
  ).entity
const idOf = async (name: string) =>
  (await api.data('query ($name: String!) { entity(name: $name) { id } }', { name })).entity.id
const countOf = async (name: string, filter: object) =>
  (
    await api.data(
      `query ($name: String!, $range: RangeInput, $filter: ClassificationFilter) {
        entity(name: $name) { classifications(first: 100, range: $range, filter: $filter) { totalCount nodes { unreadReason } } }
      }`,
      { name, range: RANGE, filter },
    )
  ).entity.classifications

test('texts of which the model can read nothing are no opinions, whatever label it gives', async () => {
  const { classifyBatch } = await store('Letters', UNREADABLE)
  for (const { classification } of classifyBatch.results) {
    expect(classification).toMatchObject({ isUncertain: true, unreadReason: 'UNREADABLE' })
  }
  const { sentiment, trend } = await summaryOf('Letters')
  expect(sentiment).toEqual({
    counts: {
      ...{ positive: 0, neutral: 0, negative: 0, irrelevant: 0, uncertain: 0 },
      ...{ unreadable: UNREADABLE.length, unsupportedLanguage: 0, total: UNREADABLE.length },
    },
    netSentiment: { value: null, low: null, high: null, sampleSize: 0 },
    netSentimentAll: { value: null, sampleSize: 0 },
  })
  expect(trend.every((bucket: (typeof trend)[0]) => bucket.summary.netSentiment.sampleSize === 0)).toBe(true)
})

test('they change no figure of the texts that were read', async () => {
  await store('Plain', READ)
  await store('Mixed', [...READ, ...UNREADABLE.slice(0, 4)])
  const [plain, mixed] = [await summaryOf('Plain'), await summaryOf('Mixed')]
  expect(mixed.sentiment.netSentiment).toEqual(plain.sentiment.netSentiment)
  const { counts } = mixed.sentiment
  expect(counts).toEqual({ ...plain.sentiment.counts, unreadable: 4, total: READ.length + 4 })
  expect(counts.positive + counts.negative).toBeGreaterThan(0)
})

test('lists by label leave them out, and every list has as many as its count', async () => {
  for (const filter of [
    {},
    { isUncertain: true },
    { isUncertain: false },
    { label: 'POSITIVE' },
    { label: 'NEGATIVE' },
  ]) {
    const { nodes, totalCount } = await countOf('Mixed', filter)
    expect(nodes).toHaveLength(totalCount)
    if ('label' in filter) expect(nodes.some((node: (typeof nodes)[0]) => node.unreadReason !== null)).toBe(false)
  }
  expect((await countOf('Mixed', { isUncertain: true })).totalCount).toBeGreaterThanOrEqual(4)
})

test('a merge moves them as they are', async () => {
  const { mergeEntities } = await api.data(
    'mutation ($fromId: ID!, $intoId: ID!) { mergeEntities(input: { fromId: $fromId, intoId: $intoId, dryRun: false }) { userErrors { message } } }',
    { fromId: await idOf('Letters'), intoId: await idOf('Mixed') },
  )
  expect(mergeEntities.userErrors).toEqual([])
  await expectExactRollups(api.database.storage.pool)
  expect((await summaryOf('Mixed')).sentiment.counts).toMatchObject({
    unreadable: 4 + UNREADABLE.length,
    total: READ.length + 4 + UNREADABLE.length,
  })
})
