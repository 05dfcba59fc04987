import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { MOST_LABELLED } from '../../src/analytics/reliability/reliability-reader.ts'
import { LABELS } from '../../src/labels.ts'
import { madeReport } from '../support/made-report.ts'
import { storeLabels } from '../support/store-labels.ts'
import { startApi, type TestApi } from './start-api.ts'

const NOW = new Date('2026-05-20T12:00:00Z')
const ESTIMATE = '{ value low high sampleSize }'
let api: TestApi
/** The model's only evaluation on the split by tweet. */
const report = madeReport()

const DAYS = 100
const BRANDS = 12
const DAY_MS = 86_400_000
const dayAt = (day: number) => new Date(Date.UTC(2026, 0, 1 + day, 9)).toISOString()

beforeAll(async () => {
  api = await startApi({ now: () => NOW })
  const { storage } = api.database
  await storeReports(storage.prisma)
  const daily = { entity: 'Steady', at: dayAt(0), stepMs: DAY_MS }
  for (const [label, each] of [8, 3, 2, 1].entries()) {
    const labels = [0, 0, 0, 0].with(label, DAYS)
    for (let tweet = 0; tweet < each; tweet++) await storeLabels(storage, { ...daily, labels })
  }
  await storeLabels(storage, { entity: 'Steady', labels: [52, 0, 0, 0], at: dayAt(80) })
  for (let number = 0; number < BRANDS; number++) {
    await storeLabels(storage, { entity: `Brand ${number}`, labels: [3, 2, 1, 0], at: dayAt(70) })
  }
})
afterAll(() => api.close())

/** Adds a newer evaluation with fewer labels, and a newer leaky one. Neither may be used. */
async function storeReports(prisma: TestApi['database']['storage']['prisma']) {
  const { summaryId } = await prisma.modelSelection.findFirstOrThrow()
  await prisma.evaluation.deleteMany({ where: { modelVersionId: summaryId ?? '', split: 'GROUPED' } })
  const three = madeReport(LABELS.filter(label => label !== 'IRRELEVANT'))
  for (const [index, stored] of [report, three, { ...report, isLeaky: true, accuracy: three.accuracy }].entries()) {
    await prisma.evaluation.create({
      data: {
        id: `0190a0a0-0000-7000-8000-00000000001${index}`,
        modelVersionId: summaryId ?? '',
        dataset: stored.dataset,
        split: stored.split,
        report: stored,
        evaluatedAt: new Date(Date.parse(stored.evaluatedAt) + index),
      },
    })
  }
}

const TREND = `query ($name: String!, $range: RangeInput, $interval: Interval) {
  entity(name: $name) {
    trend(range: $range, interval: $interval) { start end isPartial isSpike usualVolume summary { counts { total } asOf } }
  }
}`
interface Bucket {
  readonly start: string
  readonly end: string
  readonly isPartial: boolean
  readonly isSpike: boolean | null
  readonly usualVolume: number | null
  readonly summary: { readonly counts: { readonly total: number }; readonly asOf: string }
}
const trendOf = async (name: string, variables: object): Promise<readonly Bucket[]> =>
  (await api.data(TREND, { name, ...variables })).entity.trend

test('the busy day is a spike, in a range of years as in one of days', async () => {
  const whole = await trendOf('Steady', { interval: 'DAY' })
  expect(whole).toHaveLength(DAYS)
  expect(whole.filter(({ isSpike }) => isSpike).map(({ start }) => start)).toEqual(['2026-03-22T00:00:00.000Z'])
  const range = { from: '2026-03-22T00:00:00Z', to: '2026-03-24T00:00:00Z' }
  const short = await trendOf('Steady', { interval: 'DAY', range })
  expect(short).toMatchObject([
    { isSpike: true, usualVolume: 14, summary: { counts: { total: 66 } } },
    { isSpike: false, usualVolume: 14 },
  ])
})

test('the first weeks of a series, and partial buckets, are not judged', async () => {
  const whole = await trendOf('Steady', { interval: 'DAY' })
  expect(whole.findIndex(({ isSpike }) => isSpike !== null)).toBe(29)
  const cut = { from: '2026-03-22T08:00:00Z', to: '2026-03-24T00:00:00Z' }
  const [first, second] = await trendOf('Steady', { interval: 'DAY', range: cut })
  expect(first).toMatchObject({ isPartial: true, isSpike: null, usualVolume: null, summary: { counts: { total: 66 } } })
  expect(second).toMatchObject({ isPartial: false, isSpike: false })
  const running = { from: '2026-05-20T00:00:00Z', to: '2026-05-21T00:00:00Z' }
  expect(await trendOf('Steady', { interval: 'DAY', range: running })).toMatchObject([
    { isPartial: true, isSpike: null },
  ])
})

test('a trend without tweets has no judgements', async () => {
  const range = { from: '2020-01-01T00:00:00Z', to: '2020-01-03T00:00:00Z' }
  expect(await trendOf('Steady', { interval: 'DAY', range })).toMatchObject([{ isSpike: null }, { isSpike: null }])
})

/** Ranges with clock changes; expected counts come from PostgreSQL's calendar. */
test.each([
  ['Australia/Lord_Howe', '2026-04-03', '2026-04-08'],
  ['Asia/Kolkata', '2026-03-01', '2026-03-05'],
  ['Europe/Madrid', '2026-03-27', '2026-03-31'],
  ['America/St_Johns', '2026-03-06', '2026-03-10'],
  ['Pacific/Chatham', '2026-04-03', '2026-04-07'],
])('in %s, days from %s have the counts of PostgreSQL by local date', async (timezone, from, to) => {
  const entity = `Clock ${timezone}`
  const [start, end] = [from, to].map(date => DateTime.fromISO(date, { zone: timezone }).toJSDate()) as [Date, Date]
  // Every seven minutes and some seconds, so that each boundary has tweets on both sides.
  const stepMs = 443_000
  const first = start.getTime() - 10 * stepMs
  const tweets = Math.ceil((end.getTime() - first) / stepMs) + 10
  await storeLabels(api.database.storage, {
    entity,
    labels: [tweets, 0, 0, 0],
    at: new Date(first).toISOString(),
    stepMs,
  })
  const { rows } = await api.database.storage.pool.query(
    `SELECT (counted_at AT TIME ZONE $2)::date::text AS day, count(*)::int AS total
     FROM classification JOIN entity ON entity.id = entity_id WHERE entity.name = $1 GROUP BY 1 ORDER BY 1`,
    [entity, timezone],
  )
  const range = { from: start.toISOString(), to: end.toISOString(), timezone }
  const days = await trendOf(entity, { interval: 'DAY', range })
  const dayOf = ({ start: at }: Bucket) => DateTime.fromISO(at, { zone: timezone }).toISODate()
  expect(days.map(bucket => ({ day: dayOf(bucket), total: bucket.summary.counts.total }))).toEqual(
    rows.filter(({ day }) => day >= from && day < to),
  )
  expect(days.every(({ isPartial }) => !isPartial)).toBe(true)
  const hours = await trendOf(entity, { interval: 'HOUR', range })
  expect(hours.every(({ isPartial }) => !isPartial)).toBe(true)
  expect(hours.reduce((sum, { summary }) => sum + summary.counts.total, 0)).toBe(
    days.reduce((sum, { summary }) => sum + summary.counts.total, 0),
  )
})

test('a page of entities costs as many statements as one entity', async () => {
  const page = (first: number) =>
    api.data(
      `query ($first: Int) {
        entities(first: $first, search: "brand") {
          edges {
            node {
              name isKnownToModel
              sentiment { counts { total } netSentiment ${ESTIMATE} }
              trend(interval: DAY, range: { from: "2026-03-01T00:00:00Z", to: "2026-03-31T00:00:00Z", timezone: "Europe/Madrid" }) {
                start isPartial isSpike summary { counts { positive neutral negative total } }
              }
              shareOfVoice(range: { from: "2026-03-01T00:00:00Z" }) ${ESTIMATE}
            }
          }
        }
      }`,
      { first },
    )
  const counted = async (first: number) => {
    // The server is in this process, and all of its queries go through this client.
    const query = vi.spyOn(pg.Client.prototype, 'query')
    const { entities } = await page(first)
    const statements = query.mock.calls.map(([statement]) => textOf(statement))
    query.mockRestore()
    expect(entities.edges).toHaveLength(first)
    expect(entities.edges.at(-1).node).toMatchObject({ sentiment: { counts: { total: 6 } }, trend: { length: 31 } })
    return statements.filter(text => !IN_THE_BACKGROUND.test(text))
  }
  const [one, all] = [await counted(1), await counted(BRANDS)]
  // The page, the counts, those of the history, its beginning, the voices, the labels of people, and which entities files labelled.
  expect(all).toHaveLength(7)
  expect(all.toSorted()).toEqual(one.toSorted())
})

/** Queries of background work: jobs and indexing. */
const IN_THE_BACKGROUND =
  /access_key|clock_timestamp|model_selection|reclassification|import_job|indexing|indexed_tweet|term_daily|term_total|changed \(id\)|^(BEGIN|COMMIT)/
const textOf = (statement: unknown) =>
  typeof statement === 'string' ? statement : String((statement as { readonly text?: string }).text)

test('a version without evaluations has no reliability', async () => {
  const { prisma } = api.database.storage
  const { id, manifest } = await prisma.modelVersion.findFirstOrThrow({ where: { role: 'ACTIVE' } })
  const other = '0190a0a0-0000-7000-8000-000000000009'
  await prisma.modelVersion.create({
    data: {
      id: other,
      name: 'bare',
      version: 'bare@000000000000',
      weightsSha256: '',
      manifest: manifest as object,
      registeredAt: NOW,
    },
  })
  await api.database.storage.pool.query(
    `INSERT INTO classification SELECT entity_id, gen_random_uuid(), tweet_id, $2, label, positive, neutral, negative, irrelevant, confidence,
       is_uncertain, unknown_token_share, is_truncated, counted_at, created_at
     FROM classification WHERE model_version_id = $1 AND entity_id = (SELECT id FROM entity WHERE name = 'Brand 1')`,
    [id, other],
  )
  const modelId = Buffer.from(`ModelVersion:${other}`).toString('base64')
  const { entity } = await api.data(
    `query ($modelId: ID) { entity(name: "Brand 1") {
      sentiment(modelId: $modelId) { counts { total } netSentiment ${ESTIMATE} model { version } }
      reliability(modelId: $modelId) { source } isKnownToModel(modelId: $modelId)
    } }`,
    { modelId },
  )
  expect(entity.sentiment).toMatchObject({
    counts: { total: 6 },
    netSentiment: { sampleSize: 6 },
    model: { version: 'bare@000000000000' },
  })
  expect(entity.reliability).toBeNull()
})

test.each([
  ['Google', true],
  ['#GOOGLE', true],
  ['Brand 1', false],
])('whether a model that knows some names knows %s: %j', async (name, isKnown) => {
  const { prisma } = api.database.storage
  const version = `knowing@${randomUUID().replaceAll('-', '').slice(0, 12)}`
  const active = await prisma.modelVersion.findFirstOrThrow({ where: { role: 'ACTIVE' } })
  const manifest = active.manifest as { readonly preprocessing: object }
  const knowing = { ...manifest, preprocessing: { ...manifest.preprocessing, entities: ['Google'] } }
  const { id } = await prisma.modelVersion.create({
    data: { id: randomUUID(), name: 'knowing', version, weightsSha256: '', manifest: knowing, registeredAt: NOW },
  })
  if (isKnown) await storeLabels(api.database.storage, { entity: 'Google', labels: [1, 0, 0, 0], at: dayAt(1) })
  const { entity } = await api.data(
    'query ($name: String!, $modelId: ID) { entity(name: $name) { isKnownToModel(modelId: $modelId) } }',
    { name, modelId: Buffer.from(`ModelVersion:${id}`).toString('base64') },
  )
  expect(entity).toEqual({ isKnownToModel: isKnown })
})

test('a model that reads all names alike neither knows an entity nor does not know it', async () => {
  const { entity } = await api.data('{ entity(name: "Brand 1") { isKnownToModel } }')
  expect(entity).toEqual({ isKnownToModel: null })
})

const RELIABILITY = `query ($name: String!) {
  entity(name: $name) {
    reliability { source isOfEntity excludedTweetCount accuracy ${ESTIMATE} macroF1 ${ESTIMATE} evaluation { dataset split } }
  }
}`
const reliabilityOf = async (name: string) => (await api.data(RELIABILITY, { name })).entity.reliability

test('without imported labels, reliability comes from an evaluation: figures about the entity if available', async () => {
  await storeLabels(api.database.storage, { entity: 'google', labels: [1, 0, 0, 0], at: dayAt(2) })
  const google = report.perEntity.find(({ name }) => name === 'Google')
  expect(await reliabilityOf('Google')).toEqual({
    source: 'EVALUATION',
    isOfEntity: true,
    excludedTweetCount: null,
    accuracy: google?.accuracy,
    macroF1: google?.macroF1,
    evaluation: { dataset: report.dataset, split: 'GROUPED' },
  })
  expect(await reliabilityOf('Brand 2')).toMatchObject({
    source: 'EVALUATION',
    isOfEntity: false,
    accuracy: report.accuracy,
    macroF1: report.macroF1,
  })
})

test('imported labels precede evaluations, and variants of one tweet count as one', async () => {
  await storeLabels(api.database.storage, {
    entity: 'Labelled',
    labels: [60, 0, 60, 0],
    at: dayAt(3),
    externalIds: Array.from({ length: 120 }, (_, number) => String(Math.floor(number / 2))),
    importedLabel: (label, number) => (number % 10 < 8 ? label : 'NEUTRAL'),
  })
  const { accuracy, ...others } = await reliabilityOf('Labelled')
  expect(accuracy).toMatchObject({ value: 0.8, sampleSize: 120 })
  expect(accuracy.low).toBeGreaterThan(0.6)
  expect(accuracy.high).toBeLessThan(0.95)
  expect(others).toMatchObject({ source: 'HUMAN_LABELS', isOfEntity: true, excludedTweetCount: 0, evaluation: null })
})

test('labels of a review queue count, with equal weight for tweets that were drawn more often, and chosen ones do not', async () => {
  await storeLabels(api.database.storage, { entity: 'Queued', labels: [400, 0, 400, 0], at: dayAt(3) })
  // The model is right about all that it called positive. Negative ones were drawn four times as often.
  await api.database.storage.pool.query(
    `WITH named AS (SELECT id FROM entity WHERE name = 'Queued'),
     draw AS (
       INSERT INTO label_draw (id, entity_id, strategy, population_count, item_count, text_count, strata, created_at)
       SELECT gen_random_uuid(), id, 'UNCERTAINTY', 800, 250, 250, '[]', now() FROM named RETURNING id, entity_id),
     chosen AS (
       SELECT c.tweet_id, c.label, row_number() OVER (PARTITION BY c.label ORDER BY c.tweet_id) AS place
       FROM classification AS c JOIN named ON c.entity_id = named.id),
     item AS (
       INSERT INTO label_draw_item (draw_id, position, tweet_id, stratum, inclusion_probability, text_position)
       SELECT draw.id, row_number() OVER (), tweet_id, 0, CASE label WHEN 'POSITIVE' THEN 0.125 ELSE 0.5 END, row_number() OVER ()
       FROM draw, chosen WHERE place <= CASE label WHEN 'POSITIVE' THEN 50 ELSE 200 END
       RETURNING tweet_id, draw_id, inclusion_probability)
     INSERT INTO mention_label (tweet_id, entity_id, label, annotator, number, origin, labelled_at, draw_id, inclusion_probability)
     SELECT tweet_id, draw.entity_id, 'POSITIVE'::label, 'ann', 1, 'API'::label_origin, now(), draw_id, inclusion_probability FROM item, draw
     UNION ALL
     SELECT tweet_id, draw.entity_id, 'IRRELEVANT'::label, 'ann', 1, 'API'::label_origin, now(), NULL, NULL FROM chosen, draw WHERE place > 300`,
  )
  const { accuracy, source } = await reliabilityOf('Queued')
  expect(source).toBe('HUMAN_LABELS')
  // Half of all tweets are right. Without regard to the probabilities it would be 0.2.
  expect(accuracy.low).toBeLessThan(0.5)
  expect(accuracy.value).toBeGreaterThan(0.35)
  expect(accuracy.high).toBeGreaterThan(0.5)
  expect(accuracy.sampleSize).toBeGreaterThan(70)
  expect(accuracy.sampleSize).toBeLessThan(135)
})

test('tweets that the model was trained on are excluded', async () => {
  // Ids of the shipped model's training file, beside ids that are in no file.
  const externalIds = Array.from({ length: 60 }, (_, number) => (number < 10 ? `24${23 + number}` : `new ${number}`))
  await storeLabels(api.database.storage, {
    entity: 'Borderlands',
    labels: [60, 0, 0, 0],
    at: dayAt(3),
    externalIds,
    importedLabel: label => label,
  })
  expect(await reliabilityOf('Borderlands')).toMatchObject({
    source: 'HUMAN_LABELS',
    excludedTweetCount: 10,
    accuracy: { value: 1, sampleSize: 50 },
  })
})

test('of many labelled tweets, a sample is measured that does not depend on the order of import', async () => {
  const half = 1500
  // The model is right about each positive tweet, and wrong about each negative one.
  const store = (entity: string, label: 'POSITIVE' | 'NEGATIVE') =>
    storeLabels(api.database.storage, {
      entity,
      labels: label === 'POSITIVE' ? [half, 0, 0, 0] : [0, 0, half, 0],
      at: dayAt(3),
      texts: Array.from({ length: half }, (_, number) => `${label} ${number}`),
      importedLabel: () => 'POSITIVE',
    })
  for (const label of ['POSITIVE', 'NEGATIVE'] as const) await store('Sorted', label)
  for (const label of ['NEGATIVE', 'POSITIVE'] as const) await store('Sorted the other way', label)
  const reliability = await reliabilityOf('Sorted')
  expect(reliability.accuracy.sampleSize).toBe(MOST_LABELLED)
  expect(reliability.accuracy.low).toBeLessThan(0.5)
  expect(reliability.accuracy.high).toBeGreaterThan(0.5)
  expect(await reliabilityOf('Sorted the other way')).toEqual(reliability)
})

test('with fewer than thirty labelled tweets, the figures come from an evaluation', async () => {
  await storeLabels(api.database.storage, {
    entity: 'Hardly labelled',
    labels: [29, 0, 0, 0],
    at: dayAt(3),
    importedLabel: label => label,
  })
  expect(await reliabilityOf('Hardly labelled')).toMatchObject({ source: 'EVALUATION', isOfEntity: false })
})

test('no error was logged', () => {
  expect(api.logged).toEqual([])
})
