import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ClassificationRequest, StoredClassification } from '../../src/classification/request.ts'
import { createClassificationService } from '../../src/classification/service.ts'
import { OverloadedError } from '../../src/ml/network/classifier.ts'
import type { Result } from '../../src/problem/problem.ts'
import { NO_ENTITY_ID } from '../../src/storage/no-entity.ts'
import { requestOf, startTestService, type TestService } from '../support/classification-service.ts'
import { oneModel } from '../support/one-model.ts'

const NOON = new Date('2026-03-01T12:00:00.000Z')

let now = NOON
let running: TestService

beforeAll(async () => {
  running = await startTestService(() => now)
})
afterAll(() => running.close())

beforeEach(async () => {
  now = NOON
  running.scored.length = 0
  await running.database.storage.pool.query(
    `TRUNCATE tweet, import_mention, classification, mention_label, resolved_label, label_draw_item, cross_fitted_answer, sentiment_rollup, sentiment_rollup_daily; DELETE FROM entity WHERE key <> ''`,
  )
})

const classify = (...requests: readonly ClassificationRequest[]) => running.service.classify(requests)

function valueIn<T>(result: Result<T> | undefined): T {
  if (!result?.ok) throw new Error(`Not stored: ${JSON.stringify(result)}`)
  return result.value
}

const problemIn = (result: Result<unknown> | undefined) => (result?.ok === false ? result.problem : null)

async function classifyOne(request: ClassificationRequest): Promise<StoredClassification> {
  return valueIn((await classify(request))[0])
}

const external = (externalId: string) => ({ kind: 'external', externalId }) as const
const tables = () => running.database.storage.prisma

describe('stored rows', () => {
  test('the returned classification equals its stored row', async () => {
    const stored = await classifyOne(requestOf({ entity: 'Xbox', source: external('1'), author: 'ann' }))
    const row = await tables().classification.findUniqueOrThrow({
      where: { entityId_id: { entityId: stored.entityId, id: stored.id } },
      include: { tweet: true, entity: true },
    })
    expect(stored.isNew).toBe(true)
    const { positive, neutral, negative, irrelevant } = row
    expect(stored.scores).toMatchObject({
      label: row.label,
      probabilities: { positive, neutral, negative, irrelevant },
      confidence: row.confidence,
      isUncertain: row.isUncertain,
    })
    expect(positive + neutral + negative + irrelevant).toBeCloseTo(1, 6)
    expect(row.modelVersionId).toBe(running.modelVersionId)
    expect(row.entity.name).toBe('Xbox')
    expect(row.tweet).toMatchObject({
      text: 'I love this game so much',
      externalId: '1',
      author: 'ann',
      postedAt: null,
    })
    expect(row.createdAt).toEqual(NOON)
  })

  test('a tweet counts at the time it was posted, or else at the time it was stored', async () => {
    const postedAt = new Date('2026-02-03T04:05:06.789Z')
    const [dated, undated] = await classify(requestOf({ postedAt }), requestOf())
    const countedAt = async (stored: StoredClassification) =>
      (await tables().classification.findFirstOrThrow({ where: { id: stored.id } })).countedAt
    expect(await countedAt(valueIn(dated))).toEqual(postedAt)
    expect(await countedAt(valueIn(undated))).toEqual(NOON)
  })

  test('a second entity of a stored tweet counts at the time of the tweet, not of the second call', async () => {
    await classifyOne(requestOf({ source: external('1'), entity: 'Xbox' }))
    now = new Date('2026-03-02T12:00:00.000Z')
    await classifyOne(requestOf({ source: external('1'), entity: 'Microsoft' }))
    const rows = await tables().classification.findMany()
    expect(rows.map(row => row.countedAt)).toEqual([NOON, NOON])
    expect(await tables().tweet.count()).toBe(1)
  })

  test.each([null, '', '   '])('the entity %j means "no entity"', async entity => {
    const stored = await classifyOne(requestOf({ entity }))
    expect(stored.entityId).toBe(NO_ENTITY_ID)
    expect(await tables().entity.count()).toBe(1)
  })

  test('spellings of one entity share one row, which keeps the first spelling', async () => {
    const answers = await classify(
      ...['#CallOfDuty', 'Call of Duty', 'call_of_duty'].map(entity => requestOf({ entity })),
    )
    expect(new Set(answers.map(answer => valueIn(answer).entityId)).size).toBe(1)
    const [entity] = await tables().entity.findMany({ where: { id: { not: NO_ENTITY_ID } } })
    expect(entity).toMatchObject({ name: '#CallOfDuty', key: 'callofduty' })
  })

  test('the imported label is stored beside the model’s', async () => {
    const { id } = await classifyOne(requestOf({ text: 'worst game ever', importedLabel: 'POSITIVE' }))
    const row = await tables().classification.findFirstOrThrow({
      where: { id },
      include: { tweet: { include: { labels: true } } },
    })
    expect(row.tweet.labels.map(({ label }) => label)).toEqual(['POSITIVE'])
    const [rollup] = await tables().sentimentRollup.findMany()
    expect(rollup?.[row.label.toLowerCase() as 'positive']).toBe(1)
  })

  test('a lone surrogate becomes the replacement character', async () => {
    await classifyOne(requestOf({ text: 'good \ud83d game', author: '\udc00x' }))
    expect(await tables().tweet.findFirstOrThrow()).toMatchObject({ text: 'good \ufffd game', author: '\ufffdx' })
  })
})

describe('repeated mentions', () => {
  test('the same tweet, entity and model is scored and stored once', async () => {
    const first = await classifyOne(requestOf({ source: external('1'), entity: 'Xbox' }))
    const second = await classifyOne(
      requestOf({ source: external('1'), entity: '@xbox', text: ' I love this game so much\n' }),
    )
    expect(second).toMatchObject({ id: first.id, isNew: false })
    expect(second.scores.probabilities).toEqual(first.scores.probabilities)
    expect(running.scored.flat()).toHaveLength(1)
    expect(await tables().classification.count()).toBe(1)
  })

  test('one external id with two texts is two tweets', async () => {
    const [one, other] = await classify(
      requestOf({ source: external('1'), text: 'good game' }),
      requestOf({ source: external('1'), text: 'bad game' }),
    )
    expect(valueIn(one).id).not.toBe(valueIn(other).id)
  })

  test('a row of a file is the same tweet by its values and its number among equal rows', async () => {
    const row = (author: string, occurrence: number) => ({ kind: 'row', author, postedAt: null, occurrence }) as const
    const answers = await classify(
      requestOf({ source: row('a', 1) }),
      requestOf({ source: row('a', 2) }),
      requestOf({ source: row('b', 1) }),
      requestOf({ source: row('a', 1) }),
    )
    expect(answers.map(answer => valueIn(answer).isNew)).toEqual([true, true, true, false])
    expect(valueIn(answers[3]).id).toBe(valueIn(answers[0]).id)
  })

  test('without an id each call is a new tweet', async () => {
    const answers = await classify(requestOf(), requestOf())
    expect(answers.map(answer => valueIn(answer).isNew)).toEqual([true, true])
    expect((await classifyOne(requestOf())).isNew).toBe(true)
    expect(await tables().tweet.count()).toBe(3)
  })

  test('a batch may contain the same mention twice', async () => {
    const twice = requestOf({ source: external('1') })
    const [first, second, other] = await classify(twice, twice, requestOf({ source: external('2') }))
    expect([first, second, other].map(answer => valueIn(answer).isNew)).toEqual([true, false, true])
    expect(valueIn(second).id).toBe(valueIn(first).id)
    expect(running.scored.flat()).toHaveLength(2)
  })

  test('a tweet with two entities in one batch is one tweet with two classifications', async () => {
    const [xbox, sony] = await classify(
      requestOf({ source: external('1'), entity: 'Xbox' }),
      requestOf({ source: external('1'), entity: 'Sony' }),
    )
    expect([xbox, sony].map(answer => valueIn(answer).isNew)).toEqual([true, true])
    expect(await tables().tweet.count()).toBe(1)
  })

  test('if part of a batch is stored, only the rest reaches the model', async () => {
    await classify(...['1', '2'].map(id => requestOf({ source: external(id) })))
    running.scored.length = 0
    const answers = await classify(...['1', '2', '3'].map(id => requestOf({ source: external(id) })))
    expect(answers.map(answer => valueIn(answer).isNew)).toEqual([false, false, true])
    expect(running.scored.flat()).toHaveLength(1)
  })

  test('an imported label of a stored tweet is added, and the first one stays', async () => {
    await classifyOne(requestOf({ source: external('1') }))
    await classifyOne(requestOf({ source: external('1'), importedLabel: 'NEGATIVE' }))
    await classifyOne(requestOf({ source: external('1'), importedLabel: 'POSITIVE' }))
    expect((await tables().mentionLabel.findMany()).map(({ label }) => label)).toEqual(['NEGATIVE'])
  })

  test('another model version classifies the same tweet again', async () => {
    const { storage } = running.database
    const other = await tables().modelVersion.create({
      data: {
        id: '01890000-0000-7000-8000-000000000001',
        name: 'other',
        version: 'other@000000000000',
        weightsSha256: '0'.repeat(64),
        manifest: {},
        registeredAt: NOON,
      },
    })
    const { classifier } = running
    const service = createClassificationService({
      storage,
      models: oneModel({ classifier, modelVersionId: other.id }),
      now: () => now,
    })
    await classifyOne(requestOf({ source: external('1') }))
    const [again] = await service.classify([requestOf({ source: external('1') })])
    expect(valueIn(again).isNew).toBe(true)
    expect(await tables().tweet.count()).toBe(1)
    expect(await tables().classification.count()).toBe(2)
    await tables().classification.deleteMany({ where: { modelVersionId: other.id } })
    await tables().modelVersion.delete({ where: { id: other.id } })
  })
})

describe('failures', () => {
  test('a bad request fails alone, and the others keep their positions', async () => {
    const answers = await classify(requestOf(), requestOf({ text: ' \n ' }), requestOf({ entity: '🎮' }), requestOf())
    expect(answers.map(answer => answer.ok)).toEqual([true, false, false, true])
    expect(problemIn(answers[1])).toMatchObject({ code: 'INVALID', field: ['text'] })
    expect(problemIn(answers[2])).toMatchObject({ code: 'INVALID', field: ['entity'] })
    expect(await tables().tweet.count()).toBe(2)
  })

  test('a full queue stores nothing new, and stored classifications are still returned', async () => {
    const stored = await classifyOne(requestOf({ source: external('1') }))
    const full = createClassificationService({
      storage: running.database.storage,
      models: oneModel({
        classifier: { ...running.classifier, classify: () => Promise.reject(new OverloadedError()) },
        modelVersionId: running.modelVersionId,
      }),
      now: () => now,
    })
    const [repeated, refused] = await full.classify([requestOf({ source: external('1') }), requestOf()])
    expect(valueIn(repeated).id).toBe(stored.id)
    expect(problemIn(refused)).toMatchObject({ code: 'OVERLOADED', field: null })
    expect(problemIn((await full.predict([requestOf()]))[0])?.code).toBe('OVERLOADED')
    expect(await tables().tweet.count()).toBe(1)
  })

  test('a prediction stores nothing and checks its input the same way', async () => {
    const [good, bad] = await running.service.predict([
      { text: 'I love it', entity: null },
      { text: '', entity: null },
    ])
    expect(valueIn(good)).toMatchObject({ isTruncated: false })
    expect(problemIn(bad)).toMatchObject({ code: 'INVALID', field: ['text'] })
    expect(await tables().tweet.count()).toBe(0)
  })

  test('an empty batch has an empty answer', async () => {
    expect(await classify()).toEqual([])
    expect(await running.service.predict([])).toEqual([])
  })
})
