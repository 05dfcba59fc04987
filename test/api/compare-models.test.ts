import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClassificationService } from '../../src/classification/service.ts'
import type { Label } from '../../src/labels.ts'
import { LABELS } from '../../src/labels.ts'
import { mcnemarMidP } from '../../src/statistics/mcnemar.ts'
import { requestOf, startTestService, type TestService } from '../support/classification-service.ts'
import { oneModel } from '../support/one-model.ts'
import { startApi, type TestApi } from './start-api.ts'

/** Labels in rotation, so that every pair of labels occurs, with every imported label and with none. */
const TWEETS = 150
const firstLabel = (number: number) => LABELS[number % 4] ?? 'NEUTRAL'
const secondLabel = (number: number) => LABELS[Math.floor(number / 3) % 4] ?? 'NEUTRAL'
const importedLabel = (number: number): Label | null => (number % 5 === 0 ? null : (LABELS[(number >> 1) % 4] ?? null))
const isAboutSony = (number: number) => number % 7 === 0

const UNKNOWN = Buffer.from('ModelVersion:0190a0a0-0000-7000-8000-00000000000f').toString('base64')

let running: TestService
let api: TestApi
let first: string
let second: string

const MARKS = [firstLabel, secondLabel]

beforeAll(async () => {
  running = await startTestService()
  const { storage } = running.database
  await storage.prisma.modelVersion.create({
    data: {
      id: '0190a0a0-0000-7000-8000-000000000001',
      name: 'other',
      version: 'other@000000000000',
      weightsSha256: '',
      manifest: {},
      registeredAt: new Date(),
    },
  })
  const ids = [running.modelVersionId, '0190a0a0-0000-7000-8000-000000000001']
  for (const [index, modelVersionId] of ids.entries()) {
    // Rows of the real write path, with fixed labels so that they can be counted by hand.
    const classifier = {
      ...running.classifier,
      classify: async (mentions: readonly { text: string }[]) =>
        mentions.map(({ text }) => {
          const label = MARKS[index]?.(Number(text)) ?? 'NEUTRAL'
          const probabilities = { positive: 0, neutral: 0, negative: 0, irrelevant: 0, [label.toLowerCase()]: 1 }
          return {
            label,
            probabilities,
            confidence: 1,
            isUncertain: false,
            isTruncated: false,
            unknownTokenShare: 0,
            language: null,
            unreadReason: null,
          }
        }),
    }
    const service = createClassificationService({
      storage,
      models: oneModel({ classifier, modelVersionId }),
      now: () => new Date(),
    })
    // The second version has not classified the last ten.
    await service.classify(
      Array.from({ length: index === 0 ? TWEETS + 10 : TWEETS }, (_, number) =>
        requestOf({
          text: String(number),
          entity: isAboutSony(number) ? 'Sony' : 'Xbox',
          source: { kind: 'external', externalId: String(number) },
          postedAt: new Date(Date.UTC(2026, 0, 1, number)),
          importedLabel: importedLabel(number),
        }),
      ),
    )
  }
  api = await startApi({ database: running.database })
  ;[first = '', second = ''] = ids.map(id => Buffer.from(`ModelVersion:${id}`).toString('base64'))
})
afterAll(async () => {
  await api.close()
  await running.close()
})

const QUERY = `query ($firstModelId: ID!, $secondModelId: ID!, $entity: String, $range: RangeInput) {
  compareModels(firstModelId: $firstModelId, secondModelId: $secondModelId, entity: $entity, range: $range) {
    first { version } second { version } sampleSize labelledCount pValue
    agreement { value low high sampleSize } firstAccuracy { value sampleSize } secondAccuracy { value }
    confusionMatrix { actual predicted count }
  }
}`

const compare = async (variables: Record<string, unknown> = {}) =>
  (await api.data(QUERY, { firstModelId: first, secondModelId: second, ...variables })).compareModels

test.each([
  ['everything', {}, () => true],
  ['one entity, in another spelling', { entity: '#SONY' }, isAboutSony],
  [
    'a range',
    { range: { from: '2026-01-02T00:00:00Z', to: '2026-01-03T00:00:00Z' } },
    (number: number) => number >= 24 && number < 48,
  ],
])('%s has the counts of the rows', async (_name, variables, isCounted) => {
  const numbers = Array.from({ length: TWEETS }, (_, number) => number).filter(isCounted)
  const labelled = numbers.filter(number => importedLabel(number) !== null)
  const isRight = (labelOf: (number: number) => Label) => (number: number) => labelOf(number) === importedLabel(number)
  const [right, otherRight] = MARKS.map(isRight).map(test => labelled.filter(test))
  const only = (these: number[] = [], those: number[] = []) => these.filter(number => !those.includes(number)).length
  const answer = await compare(variables)
  expect(answer).toMatchObject({
    first: { version: running.classifier.version },
    second: { version: 'other@000000000000' },
    sampleSize: numbers.length,
    labelledCount: labelled.length,
    agreement: {
      value: numbers.filter(number => firstLabel(number) === secondLabel(number)).length / numbers.length,
      sampleSize: numbers.length,
    },
    firstAccuracy: { value: (right?.length ?? 0) / labelled.length, sampleSize: labelled.length },
    secondAccuracy: { value: (otherRight?.length ?? 0) / labelled.length },
    pValue: mcnemarMidP(only(right, otherRight), only(otherRight, right)),
  })
  expect(answer.confusionMatrix).toHaveLength(16)
  for (const { actual, predicted, count } of answer.confusionMatrix) {
    const met = numbers.filter(number => firstLabel(number) === actual && secondLabel(number) === predicted)
    expect(count).toBe(met.length)
  }
})

test('people correct the label of a file, and label mentions that no file labelled', async () => {
  const setLabel = (number: number, label: Label) =>
    api.data('mutation ($input: SetLabelInput!) { setLabel(input: $input) { userErrors { message } } }', {
      input: {
        externalId: String(number),
        entity: isAboutSony(number) ? 'Sony' : 'Xbox',
        text: String(number),
        annotator: 'ann',
        label,
      },
    })
  const range = { from: '2026-01-02T00:00:00Z', to: '2026-01-03T00:00:00Z' }
  const before = await compare({ range })
  const numbers = Array.from({ length: 24 }, (_, index) => 24 + index)
  const unlabelled = numbers.find(number => importedLabel(number) === null) ?? -1
  const right = numbers.find(number => importedLabel(number) === firstLabel(number)) ?? -1
  await setLabel(unlabelled, firstLabel(unlabelled))
  const [added] = [await compare({ range })]
  const wrong = LABELS.find(label => label !== firstLabel(right)) ?? 'NEUTRAL'
  await setLabel(right, wrong)
  const corrected = await compare({ range })
  const rightCount = ({ firstAccuracy, labelledCount }: typeof before) =>
    Math.round(firstAccuracy.value * labelledCount)
  expect([added.labelledCount, rightCount(added)]).toEqual([before.labelledCount + 1, rightCount(before) + 1])
  expect([corrected.labelledCount, rightCount(corrected)]).toEqual([added.labelledCount, rightCount(added) - 1])
})

test('without common mentions, values are null, never 0', async () => {
  expect(await compare({ range: { from: '2030-01-01T00:00:00Z' } })).toMatchObject({
    sampleSize: 0,
    agreement: { value: null, low: null, high: null },
    firstAccuracy: { value: null },
    pValue: null,
  })
})

test.each([
  [{ firstModelId: UNKNOWN }, ['firstModelId']],
  [{ secondModelId: UNKNOWN }, ['secondModelId']],
  [{ entity: 'Nobody' }, ['entity']],
  [{ range: { timezone: 'Mars' } }, ['range', 'timezone']],
])('invalid arguments are refused by name: %j', async (variables, field) => {
  const { errors } = await api.ask(QUERY, { firstModelId: first, secondModelId: second, ...variables })
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field } }])
})

test('a version is not compared with itself', async () => {
  const { errors } = await api.ask(QUERY, { firstModelId: first, secondModelId: first })
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: ['secondModelId'] } }])
})

test('the cost of comparisons limits their number in a request', async () => {
  const many = Array.from(
    { length: 12 },
    (_, index) => `c${index}: compareModels(firstModelId: $a, secondModelId: $b) { sampleSize }`,
  )
  const { errors } = await api.ask(`query ($a: ID!, $b: ID!) { ${many.join(' ')} }`, { a: first, b: second })
  expect(errors?.[0]?.message).toContain('points of cost')
})
