import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectExactRollups } from '../support/exact-rollups.ts'
import { startApi, type TestApi } from './start-api.ts'

/** The time of storing: undated tweets count here. */
const NOW = new Date('2026-11-01T12:07:00Z')
const DAY = { from: '2026-11-01T00:00:00Z', to: '2026-11-02T00:00:00Z' }
/** Ends inside of quarters of an hour and days, so that every table is read. */
const ODD = { from: '2026-10-30T10:03:00.001Z', to: '2026-11-01T12:07:00.001Z', timezone: 'Asia/Kathmandu' }
let api: TestApi

/** Xbox has 5 dated and 3 undated tweets, Sony 1 and 6, and the third has dated ones only. */
const STORED: readonly (readonly [entity: string, postedAt: string | null])[] = [
  ...[
    '2026-10-30T10:02:00Z',
    '2026-10-30T10:04:00Z',
    '2026-10-31T23:59:59Z',
    '2026-11-01T00:10:00Z',
    '2026-11-01T12:06:00Z',
  ].map(time => ['Xbox', time] as const),
  ...Array.from({ length: 3 }, () => ['Xbox', null] as const),
  ['Sony', '2026-11-01T08:00:00Z'],
  ...Array.from({ length: 6 }, () => ['Sony', null] as const),
  ['Dated', '2026-11-01T09:00:00Z'],
  ['Dated', '2026-11-01T09:30:00Z'],
]

beforeAll(async () => {
  api = await startApi({ now: () => NOW })
  const inputs = STORED.map(([entity, postedAt], index) => ({
    text: index % 2 === 0 ? `I love this ${index}` : `I hate this ${index}`,
    entity,
    postedAt,
    externalId: `t${index}`,
  }))
  await api.data(
    'mutation ($inputs: [ClassifyInput!]!) { classifyBatch(inputs: $inputs) { results { userErrors { message } } } }',
    { inputs },
  )
})
afterAll(() => api.close())

/** `sentiment` uses the range even if the fields do not. */
const entity = async (fields: string, range: object | null = null, name = 'Xbox') =>
  (
    await api.data(
      `query ($name: String!, $range: RangeInput! = {}) { entity(name: $name) { ${fields} used: sentiment(range: $range) { asOf } } }`,
      { name, range: range ?? {} },
    )
  ).entity

const counts = async (range: object | null, name?: string) =>
  (await entity('sentiment(range: $range) { counts { total undated } }', range, name)).sentiment.counts

test('a summary says how many of its tweets have no time of their own', async () => {
  expect(await counts(null)).toEqual({ total: 8, undated: 3 })
  expect(await counts(DAY)).toEqual({ total: 5, undated: 3 })
  expect(await counts(ODD)).toEqual({ total: 7, undated: 3 })
  expect(await counts({ to: '2026-11-01T00:00:00Z' })).toEqual({ total: 3, undated: 0 })
})

test.each([null, DAY, ODD])('of %j, each kind is counted alone, and both together', async range => {
  for (const name of ['Xbox', 'Sony', 'Dated']) {
    const [both, dated, undated] = [
      await counts(range, name),
      await counts({ ...range, dated: true }, name),
      await counts({ ...range, dated: false }, name),
    ]
    expect(dated).toEqual({ total: both.total - both.undated, undated: 0 })
    expect(undated).toEqual({ total: both.undated, undated: both.undated })
  }
})

test('a trend counts each kind, and an open trend begins with the first tweet of its kind', async () => {
  const trend = async (range: object | null) =>
    (
      await entity('trend(range: $range, interval: DAY) { start summary { counts { total undated } } }', range)
    ).trend.map(({ start, summary }: { start: string; summary: { counts: object } }) => ({
      day: start.slice(0, 10),
      ...summary.counts,
    }))
  expect(await trend(null)).toEqual([
    { day: '2026-10-30', total: 2, undated: 0 },
    { day: '2026-10-31', total: 1, undated: 0 },
    { day: '2026-11-01', total: 5, undated: 3 },
  ])
  expect(await trend({ dated: true })).toMatchObject([{ total: 2 }, { total: 1 }, { total: 2, undated: 0 }])
  expect(await trend({ dated: false })).toEqual([{ day: '2026-11-01', total: 3, undated: 3 }])
})

test('lists, searches and their lengths keep to one kind', async () => {
  const list = async (dated: boolean) =>
    (await entity('classifications(range: $range) { totalCount nodes { tweet { postedAt } } }', { dated }))
      .classifications
  const [dated, undated] = [await list(true), await list(false)]
  expect(dated).toMatchObject({ totalCount: 5 })
  expect(dated.nodes).toHaveLength(5)
  expect(undated).toEqual({ totalCount: 3, nodes: Array(3).fill({ tweet: { postedAt: null } }) })
  const searched = async (range: object) => {
    const { classifications } = await entity(
      'classifications(range: $range, filter: { text: "love" }) { nodes { tweet { postedAt } } }',
      range,
    )
    return classifications.nodes.map(({ tweet }: { tweet: { postedAt: string | null } }) => tweet.postedAt === null)
  }
  await expect.poll(async () => (await searched({})).length, { timeout: 15_000 }).toBe(4)
  expect((await searched({ dated: true })).every((isUndated: boolean) => !isUndated)).toBe(true)
  expect((await searched({ dated: false })).every((isUndated: boolean) => isUndated)).toBe(true)
  expect((await searched({ dated: true })).length + (await searched({ dated: false })).length).toBe(4)
})

test('entities are ranked, compared and weighed by one kind', async () => {
  const ranked = async (range: object) =>
    (
      await api.data(
        `query ($range: RangeInput) { entities(range: $range, orderBy: { field: TWEETS, direction: DESC }) {
          nodes { name sentiment(range: $range) { counts { total } } shareOfVoice(range: $range) { value } } } }`,
        { range },
      )
    ).entities.nodes.map(
      // biome-ignore lint/suspicious/noExplicitAny: the shape of the query
      ({ name, sentiment, shareOfVoice }: any) => [name, sentiment.counts.total, Math.round(shareOfVoice.value * 100)],
    )
  expect(await ranked({ ...DAY, dated: true })).toEqual([
    ['Dated', 2, 40],
    ['Xbox', 2, 40],
    ['Sony', 1, 20],
  ])
  expect(await ranked({ ...DAY, dated: false })).toEqual([
    ['Sony', 6, 67],
    ['Xbox', 3, 33],
    ['Dated', 0, 0],
  ])
  const { sentimentChange } = await entity('sentimentChange(range: $range) { before { counts { total } } }', {
    from: '2026-10-31T00:00:00Z',
    to: '2026-11-01T00:00:00Z',
    dated: true,
  })
  expect(sentimentChange.before.counts.total).toBe(2)
})

test('an export keeps to one kind', async () => {
  const lines = async (dated: string) =>
    (await (await fetch(`${api.url}/exports/classifications.ndjson?entity=Xbox&dated=${dated}`)).text())
      .trim()
      .split('\n')
  expect(await lines('true')).toHaveLength(5)
  expect(await lines('false')).toHaveLength(3)
  const refused = await fetch(`${api.url}/exports/classifications.csv?dated=maybe`)
  expect(refused.status).toBe(400)
  expect(await refused.text()).toContain('dated must be true or false')
  const { exportClassifications } = await api.data(
    '{ exportClassifications(entity: "Xbox", range: { dated: false }, format: CSV) { url } }',
  )
  expect(exportClassifications.url).toContain('dated=false')
})

test('terms are counted by day for all tweets, and say so', async () => {
  const answer = await api.ask(
    '{ entity(name: "Xbox") { topTerms(label: POSITIVE, range: { dated: true }) { sampleSize } } }',
  )
  expect(answer.errors?.[0]).toMatchObject({ message: expect.stringContaining('range.dated must be omitted') })
})

test('merged entities keep the two kinds apart', async () => {
  const [from, into] = [await entity('id', null, 'Sony'), await entity('id')]
  await api.data('mutation ($input: MergeEntitiesInput!) { mergeEntities(input: $input) { userErrors { message } } }', {
    input: { fromId: from.id, intoId: into.id, dryRun: false },
  })
  expect(await counts(null)).toEqual({ total: 15, undated: 9 })
  await expectExactRollups(api.database.storage.pool)
})
