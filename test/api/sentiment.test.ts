import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi, type TestApi } from './start-api.ts'

/** Later than every tweet, so that only buckets that the range cuts are partial. */
const NOW = new Date('2026-11-01T12:00:00Z')
let api: TestApi

const COUNTS = 'counts { positive neutral negative irrelevant uncertain total }'
const ESTIMATE = '{ value low high sampleSize basis labelledCount drawnCount sampling { value low high sampleSize } }'
const SENTIMENT = `query ($name: String!, $range: RangeInput) {
  entity(name: $name) {
    sentiment(range: $range) {
      ${COUNTS} netSentiment ${ESTIMATE} netSentimentAll ${ESTIMATE} shares { positive ${ESTIMATE} irrelevant ${ESTIMATE} } model { version } asOf
    }
  }
}`
const TREND = `query ($name: String!, $range: RangeInput, $interval: Interval) {
  entity(name: $name) { trend(range: $range, interval: $interval) { start end isPartial summary { ${COUNTS} } } }
}`

const TEXTS = [
  'I love this so much',
  'I hate this so much',
  'They will open a store in Madrid',
  'This is the worst day ever',
  'Amazing, thank you!',
]

/** Increasing ids, so that all tweets are distinct. */
let tweets = 0
const store = (entity: string, times: readonly string[]) => {
  const inputs = times.map(postedAt => {
    tweets += 1
    return { text: `${TEXTS[tweets % TEXTS.length]} ${tweets}`, entity, postedAt, externalId: `t${tweets}` }
  })
  return api.data(
    'mutation ($inputs: [ClassifyInput!]!) { classifyBatch(inputs: $inputs) { results { userErrors { message } } } }',
    { inputs },
  )
}

interface Range {
  readonly from?: string
  readonly to?: string
  readonly timezone?: string
}
const sentimentOf = async (name: string, range?: Range) => (await api.data(SENTIMENT, { name, range })).entity.sentiment
const trendOf = async (name: string, interval: string, range?: Range) =>
  (await api.data(TREND, { name, range, interval })).entity.trend
const totals = (trend: readonly { summary: { counts: { total: number } } }[]) =>
  trend.map(({ summary }) => summary.counts.total)

/** The counts of the rows. */
async function countRows(name: string, { from, to }: Range) {
  const rows = await api.database.storage.prisma.classification.findMany({
    where: {
      entity: { name },
      countedAt: { ...(from ? { gte: new Date(from) } : {}), ...(to ? { lt: new Date(to) } : {}) },
    },
  })
  const read = rows.filter(row => row.unreadReason === null)
  const count = (label: string) => read.filter(row => row.label === label).length
  return {
    positive: count('POSITIVE'),
    neutral: count('NEUTRAL'),
    negative: count('NEGATIVE'),
    irrelevant: count('IRRELEVANT'),
    uncertain: read.filter(({ isUncertain }) => isUncertain).length,
    total: rows.length,
  }
}

const START = Date.parse('2026-03-25T00:00:00Z')
const DAYS = 9
const randomTimes = fc
  .sample(fc.integer({ min: 0, max: DAYS * 86_400_000 }), { numRuns: 300, seed: 42 })
  .map(offset => new Date(START + offset).toISOString())

beforeAll(async () => {
  api = await startApi({ now: () => NOW })
  for (let start = 0; start < randomTimes.length; start += 100)
    await store('Storm', randomTimes.slice(start, start + 100))
  await store('Edge', [
    '2026-01-01T10:14:59.999Z',
    '2026-01-01T10:15:00.000Z',
    '2026-01-01T10:20:00Z',
    '2026-01-01T10:20:01Z',
  ])
  await store('Silence', ['2026-02-01T00:00:00Z'])
})
afterAll(() => api.close())

test('an entity without tweets is null', async () => {
  expect(await api.data(SENTIMENT, { name: 'Nobody' })).toEqual({ entity: null })
})

test('without a range, every tweet counts, with the model version and the time of the count', async () => {
  const { counts, model, asOf, netSentiment, netSentimentAll, shares } = await sentimentOf('Storm')
  expect(counts).toEqual(await countRows('Storm', {}))
  expect(counts.total).toBe(300)
  expect(model).toMatchObject({ version: expect.stringContaining('pulso@') })
  expect(asOf).toBe(NOW.toISOString())
  const { positive, neutral, negative, irrelevant } = counts
  expect(netSentiment.sampling).toMatchObject({
    value: (positive - negative) / (positive + negative),
    sampleSize: positive + negative,
  })
  expect(netSentimentAll.sampling.value).toBe((positive - negative) / (positive + neutral + negative))
  expect(shares.positive.sampling.value).toBe(positive / (positive + neutral + negative + irrelevant))
  for (const figure of [netSentiment, netSentimentAll, shares.positive, shares.irrelevant]) {
    expect(figure).toMatchObject({ basis: 'MODEL', labelledCount: 0, drawnCount: 0 })
    expect(figure.sampleSize).toBe(positive + neutral + negative + irrelevant)
    // The errors of the model are larger than the sampling error of 300 tweets.
    expect(figure.high - figure.low).toBeGreaterThan(figure.sampling.high - figure.sampling.low)
    expect(figure.value).toBeGreaterThanOrEqual(figure.low)
    expect(figure.value).toBeLessThanOrEqual(figure.high)
  }
})

test('no evidence is null, and never zero', async () => {
  const { counts, netSentiment, netSentimentAll } = await sentimentOf('Silence', { to: '2026-01-01T00:00:00Z' })
  expect(counts.total).toBe(0)
  const nothing = { value: null, low: null, high: null, sampleSize: 0 }
  const none = { ...nothing, basis: 'MODEL', labelledCount: 0, drawnCount: 0, sampling: nothing }
  expect([netSentiment, netSentimentAll]).toEqual([none, none])
})

test.each([
  [{ from: '2026-01-01T10:15:00Z', to: '2026-01-01T10:20:00Z' }, 1],
  [{ from: '2026-01-01T10:14:59.999Z', to: '2026-01-01T10:20:00.001Z' }, 3],
  [{ from: '2026-01-01T10:20:00Z', to: '2026-01-01T10:20:01Z' }, 1],
  [{ from: '2026-01-01T10:20:01Z' }, 1],
  [{ to: '2026-01-01T10:15:00Z' }, 1],
  [{ to: '2026-01-01T10:14:59.999Z' }, 0],
])('a range includes its first instant and excludes its last: %j has %i', async (range, total) => {
  expect((await sentimentOf('Edge', range)).counts.total).toBe(total)
})

test('any range has the counts of its rows', async () => {
  const instant = fc.integer({ min: START - 86_400_000, max: START + (DAYS + 1) * 86_400_000 })
  const end = fc.option(instant.map(time => new Date(time).toISOString()))
  await fc.assert(
    fc.asyncProperty(end, end, async (one, other) => {
      const [from, to] = one !== null && other !== null && one > other ? [other, one] : [one, other]
      fc.pre(from === null || from !== to)
      const range = { ...(from ? { from } : {}), ...(to ? { to } : {}) }
      expect((await sentimentOf('Storm', range)).counts).toEqual(await countRows('Storm', range))
    }),
    { numRuns: 60 },
  )
})

test('in any zone and interval, the buckets of a trend add up to the range and have the counts of their rows', async () => {
  const instant = fc.integer({ min: START, max: START + DAYS * 86_400_000 })
  const zone = fc.constantFrom(
    'UTC',
    'Europe/Madrid',
    'Asia/Kolkata',
    'Asia/Kathmandu',
    'America/Havana',
    'Australia/Lord_Howe',
  )
  await fc.assert(
    fc.asyncProperty(
      instant,
      instant,
      zone,
      fc.constantFrom('HOUR', 'DAY', 'WEEK', 'MONTH'),
      async (one, other, timezone, interval) => {
        fc.pre(one !== other)
        const [from = '', to = ''] = [Math.min(one, other), Math.max(one, other)].map(time =>
          new Date(time).toISOString(),
        )
        const trend = await trendOf('Storm', interval, { from, to, timezone })
        const { counts } = await sentimentOf('Storm', { from, to })
        expect(totals(trend).reduce((sum, total) => sum + total, 0)).toBe(counts.total)
        const [middle] = trend.slice(Math.floor(trend.length / 2))
        expect(middle.summary.counts).toEqual(await countRows('Storm', { from: middle.start, to: middle.end }))
      },
    ),
    { numRuns: 30 },
  )
})

test('buckets without tweets are included, with zeros', async () => {
  const trend = await trendOf('Edge', 'HOUR', { from: '2026-01-01T09:00:00Z', to: '2026-01-01T12:00:00Z' })
  expect(totals(trend)).toEqual([0, 4, 0])
  expect(trend[0].summary.counts).toEqual({
    positive: 0,
    neutral: 0,
    negative: 0,
    irrelevant: 0,
    uncertain: 0,
    total: 0,
  })
})

test('an unbounded range covers the first tweet to the last, in whole buckets', async () => {
  const trend = await trendOf('Edge', 'DAY')
  expect(trend).toMatchObject([
    {
      start: '2026-01-01T00:00:00.000Z',
      end: '2026-01-02T00:00:00.000Z',
      isPartial: false,
      summary: { counts: { total: 4 } },
    },
  ])
})

test('days begin at the midnight of the zone, and the day on which summer time begins has 23 hours', async () => {
  const range = { from: '2026-03-27T23:00:00Z', to: '2026-03-30T22:00:00Z', timezone: 'Europe/Madrid' }
  const trend = await trendOf('Storm', 'DAY', range)
  expect(trend.map(({ start }: { start: string }) => start)).toEqual([
    '2026-03-27T23:00:00.000Z',
    '2026-03-28T23:00:00.000Z',
    '2026-03-29T22:00:00.000Z',
  ])
  expect(trend.every(({ isPartial }: { isPartial: boolean }) => !isPartial)).toBe(true)
})

test('a bucket is partial if the range cuts it or it has not ended', async () => {
  const cut = await trendOf('Storm', 'DAY', { from: '2026-03-26T12:00:00Z', to: '2026-03-28T00:00:00Z' })
  expect(cut.map(({ isPartial }: { isPartial: boolean }) => isPartial)).toEqual([true, false])
  const running = await trendOf('Storm', 'DAY', { from: '2026-10-31T00:00:00Z', to: '2026-11-02T00:00:00Z' })
  expect(running.map(({ isPartial }: { isPartial: boolean }) => isPartial)).toEqual([false, true])
})

test.each([
  [{ timezone: 'Mars/Olympus' }, 'DAY', ['range', 'timezone'], 'Europe/Madrid'],
  [{ from: '2026-01-02T00:00:00Z', to: '2026-01-01T00:00:00Z' }, 'DAY', ['range', 'from'], 'before'],
  [{ from: '2026-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' }, 'DAY', ['range', 'from'], 'before'],
  [{ from: '2020-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' }, 'HOUR', ['interval'], 'Use WEEK'],
  [{ from: '0001-01-01T00:00:00Z', to: '9999-01-01T00:00:00Z' }, 'MONTH', ['interval'], 'shorter range'],
])(
  'the range %j by %s is refused, and the error names the argument and the fix',
  async (range, interval, field, advice) => {
    const { status, errors } = await api.ask(TREND, { name: 'Storm', range, interval })
    expect(status).toBe(200)
    expect(errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', field }, message: expect.stringContaining(advice) },
    ])
  },
)

test('a time without an offset is an error at its argument, in variables and in the document', async () => {
  const inVariables = await api.ask(SENTIMENT, { name: 'Storm', range: { from: '2026-01-01T00:00:00' } })
  expect(inVariables.errors).toMatchObject([
    { message: expect.stringContaining('offset'), extensions: { code: 'BAD_USER_INPUT', field: ['range', 'from'] } },
  ])
  const inDocument = await api.ask('{ entity(name: "Storm") { sentiment(range: { to: "2026-01-01" }) { asOf } } }')
  expect(inDocument.errors).toMatchObject([
    { message: expect.stringContaining('offset'), extensions: { code: 'GRAPHQL_VALIDATION_FAILED', field: ['to'] } },
  ])
})

test('an unknown model version is an error at its argument', async () => {
  const modelId = Buffer.from('ModelVersion:00000000-0000-7000-8000-000000000000').toString('base64')
  const { errors } = await api.ask(
    'query ($modelId: ID) { entity(name: "Storm") { sentiment(modelId: $modelId) { asOf } } }',
    { modelId },
  )
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: ['modelId'] } }])
})

test('two thousand hours fit into one answer', async () => {
  const from = '2026-03-01T00:30:00Z'
  const to = new Date(Date.parse(from) + 1999 * 3_600_000).toISOString()
  const trend = await trendOf('Storm', 'HOUR', { from, to })
  expect(trend).toHaveLength(2000)
  expect(totals(trend).reduce((sum, total) => sum + total, 0)).toBe(300)
})

test('no error was logged', () => {
  expect(api.logged).toEqual([])
})
