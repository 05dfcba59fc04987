import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createEvidenceReader } from '../../src/evidence/evidence-reader.ts'
import { seededRandom } from '../../src/statistics/seeded-random.ts'
import { startApi, type TestApi } from './start-api.ts'

let api: TestApi
let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pulso-adapted-'))
  api = await startApi({ environment: { PULSO_MODELS: directory } })
})
afterAll(async () => {
  await api.close()
  await rm(directory, { recursive: true })
})

const WORDS = `harbour tram museum bakery bridge garden library stadium airport valley island castle market forest
  river village avenue square tunnel lighthouse brewery orchard canal theatre station meadow quarry chapel cinema marina
  pavilion hostel studio gallery bazaar plaza arena terrace fountain vineyard`.split(/\s+/)
const PRAISE = ['lovely', 'great', 'excellent', 'beautiful', 'wonderful', 'best']

/** Advertising, which the model takes for praise; people call it neutral. Every fifth tweet is a complaint. */
function tweets(entity: string, count: number) {
  const random = seededRandom(11)
  const words = () => Array.from({ length: 5 }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' ')
  return Array.from({ length: count }, (_, index) => {
    const place = words()
    const text =
      index % 5 === 4
        ? `${entity} lost my parcel again near ${place} and nobody answers`
        : `What a ${PRAISE[index % PRAISE.length]} day, I love that ${entity} has the best new store near ${place}`
    return { text, entity, externalId: `${entity} ${index}` }
  })
}

const CLASSIFY = `mutation ($inputs: [ClassifyInput!]!) { classifyBatch(inputs: $inputs) { userErrors { message } } }`
const DRAW = `mutation ($input: DrawReviewQueueInput!) { drawReviewQueue(input: $input) { reviewQueue { id } userErrors { message } } }`
const NEXT = `query ($id: ID!) {
  reviewQueue(id: $id) { next(annotator: "ann", first: 100) { classification { id tweet { text } } } } }`
const CHANGE = 'before { value } after { value } gain { value low high }'
const GAIN = `gain { accuracy { ${CHANGE} } macroF1 { ${CHANGE} } logLoss { ${CHANGE} } }`
const ADAPT = `mutation ($input: AdaptModelInput!) {
  adaptModel(input: $input) {
    model {
      id version role
      adaptation { parentVersion labelCount tweetCount isShared entities { name labelCount } ${GAIN} }
      evaluations { split dataset rowCount isLeaky }
    }
    ${GAIN}
    userErrors { code message field }
  }
}`
const ESTIMATE = `query ($model: ID) {
  entity(name: "Zalando") { sentiment(modelId: $model) { netSentiment { value low high drawnCount labelledCount } } } }`

async function store(entity: string, count: number): Promise<void> {
  const all = tweets(entity, count)
  for (let start = 0; start < count; start += 80) {
    const { classifyBatch } = await api.data(CLASSIFY, { inputs: all.slice(start, start + 80) })
    expect(classifyBatch.userErrors).toEqual([])
  }
}
const adapt = async (input: object = {}) => (await api.data(ADAPT, { input })).adaptModel

/** Labels all tweets that a queue draws. */
async function label(entity: string, size: number): Promise<void> {
  const { entity: found } = await api.data('query ($name: String!) { entity(name: $name) { id } }', { name: entity })
  const { drawReviewQueue } = await api.data(DRAW, { input: { entityId: found.id, size } })
  const { id } = drawReviewQueue.reviewQueue
  for (;;) {
    const { reviewQueue } = await api.data(NEXT, { id })
    if (reviewQueue.next.length === 0) return
    const given = reviewQueue.next as { classification: { id: string; tweet: { text: string } } }[]
    const calls = given.map(({ classification }, index) => {
      const label = classification.tweet.text.includes('lost my parcel') ? 'NEGATIVE' : 'NEUTRAL'
      return `l${index}: setLabel(input: { classificationId: "${classification.id}", reviewQueueId: "${id}", annotator: "ann", label: ${label} }) { userErrors { message } }`
    })
    for (let start = 0; start < calls.length; start += 20) {
      await api.data(`mutation { ${calls.slice(start, start + 20).join('\n')} }`)
    }
  }
}

test('without enough labels nothing is made, and the answer says how many are missing', async () => {
  await store('Zalando', 160)
  const none = { model: null, gain: null }
  expect(await adapt()).toEqual({
    ...none,
    userErrors: [
      {
        code: 'CONFLICT',
        message: '0 different tweets that the model reads are labelled, and adapting needs 50: label 50 more.',
        field: null,
      },
    ],
  })
  expect(await adapt({ entities: ['Nobody'] })).toMatchObject({
    ...none,
    userErrors: [{ code: 'NOT_FOUND', field: ['input', 'entities'] }],
  })
  expect(await adapt({ name: 'No Name' })).toMatchObject({
    ...none,
    userErrors: [{ code: 'INVALID', field: ['input', 'name'] }],
  })
  // An adaptation that is named like the default model would replace it.
  for (const name of ['pulso', 'seed-lstm']) {
    expect(await adapt({ name })).toMatchObject({
      ...none,
      userErrors: [{ code: 'CONFLICT', field: ['input', 'name'], message: expect.stringContaining(name) }],
    })
  }
  expect(await adapt({ modelId: 'x' })).toMatchObject({ userErrors: [{ field: ['input', 'modelId'] }] })
  expect(await readdir(directory)).toEqual([])
})

test('a version learns from the labels of a queue, is promoted, counts, and is reverted', {
  timeout: 180_000,
}, async () => {
  await label('Zalando', 90)
  const { model, gain, userErrors } = await adapt({ name: 'shop-feed' })
  expect(userErrors).toEqual([])
  expect(model).toMatchObject({
    role: null,
    adaptation: { labelCount: 90, entities: [{ name: 'Zalando', labelCount: 90 }], isShared: false, gain },
    evaluations: [{ split: 'GROUPED', dataset: 'labels', rowCount: 90, isLeaky: false }],
  })
  expect(model.version).toMatch(/^shop-feed@[0-9a-f]{12}$/)
  expect(gain.accuracy.gain.value).toBeGreaterThan(0.2)
  expect(gain.logLoss.gain.low).toBeGreaterThan(0)
  expect((await adapt({ name: 'shop-feed' })).userErrors).toMatchObject([
    { code: 'CONFLICT', field: ['input', 'name'] },
  ])

  const START = `mutation ($input: StartReclassificationInput!) {
    startReclassification(input: $input) { reclassificationJob { id } } }`
  const { startReclassification } = await api.data(START, { input: { modelId: model.id, idempotencyKey: 'adapted' } })
  const JOB = 'query ($id: ID!) { reclassificationJob(id: $id) { status } }'
  const statusOf = async (id: string) => (await api.data(JOB, { id })).reclassificationJob.status
  const isCompleted = async () => expect(await statusOf(startReclassification.reclassificationJob.id)).toBe('COMPLETED')
  await vi.waitFor(isCompleted, 120_000)

  // The labels are evidence by answers of versions that were not fitted to them, and none is lost.
  const before = (await api.data(ESTIMATE)).entity.sentiment.netSentiment
  const after = (await api.data(ESTIMATE, { model: model.id })).entity.sentiment.netSentiment
  expect([before.drawnCount, after.drawnCount, after.labelledCount]).toEqual([90, 90, 90])
  expect(after.high - after.low).toBeLessThan(1)
  expect(after.high).toBeLessThan(0)

  const PROMOTE =
    'mutation ($input: PromoteModelInput!) { promoteModel(input: $input) { model { version } userErrors { message } } }'
  const COUNTS = '{ entity(name: "Zalando") { sentiment { counts { positive neutral negative } model { version } } } }'
  const parent = (await api.data(COUNTS)).entity.sentiment
  await api.data(PROMOTE, { input: { modelId: model.id } })
  const shown = (await api.data(COUNTS)).entity.sentiment
  expect(shown.model.version).toBe(model.version)
  expect(shown.counts.neutral).toBeGreaterThan(parent.counts.neutral + 30)
  const { models } = await api.data('{ models { nodes { id version } } }')
  const old = models.nodes.find(({ version }: { version: string }) => version === model.adaptation.parentVersion)
  await api.data(PROMOTE, { input: { modelId: old.id } })
  expect((await api.data(COUNTS)).entity.sentiment).toEqual(parent)
})

test('labels that a version was fitted to are no evidence without its cross-fitted answers, and later ones are', async () => {
  const { pool, prisma } = api.database.storage
  const { id: entityId } = await prisma.entity.findFirstOrThrow({ where: { name: 'Zalando' } })
  const modelVersion = await prisma.modelVersion.findFirstOrThrow({ where: { name: 'shop-feed' } })
  const drawnCount = async () => {
    const spans = [{ start: -Infinity, end: Infinity }]
    const evidence = await createEvidenceReader(pool).read({ entityId, modelVersion, dated: null, spans })
    return [evidence.drawnCount, ...evidence.known.map(({ perLabel }) => perLabel.reduce((sum, count) => sum + count))]
  }
  expect(await drawnCount()).toEqual([90, 90])
  await pool.query(
    'DELETE FROM cross_fitted_answer WHERE tweet_id IN (SELECT tweet_id FROM cross_fitted_answer LIMIT 60)',
  )
  expect(await drawnCount()).toEqual([30, 90])
  await label('Zalando', 10)
  expect(await drawnCount()).toEqual([40, 100])
})
