import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeModelsDirectory, writeModel } from '../ml/network/write-model.ts'
import { namedModel } from '../support/second-model.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { startApi, type TestApi } from './start-api.ts'

const newer = namedModel('newer', 7)

let database: TestDatabase
let api: TestApi
beforeAll(async () => {
  database = await createTestDatabase()
  const directory = await makeModelsDirectory()
  await writeModel(newer, directory)
  api = await startApi({ database, environment: { PULSO_MODELS: directory } })
})
afterAll(async () => {
  await api.close()
  await database.drop()
})

interface Contribution {
  readonly term: string
  readonly start: number
  readonly end: number
  readonly weight: number
}

const PREDICT = `query ($text: String!, $entity: String, $first: Int, $modelId: ID) {
  predict(text: $text, entity: $entity, modelId: $modelId) {
    prediction { label confidence probabilities { positive neutral negative irrelevant } explanation(first: $first) { term start end weight } }
    userErrors { message }
  }
}`
const predict = async (variables: Record<string, unknown>) => (await api.data(PREDICT, variables)).predict.prediction

test("a prediction has the words behind it, with the change of the label's probability of each", async () => {
  const text = '😀 My Xbox is great, but I hate the &quot;updates&quot; &amp; ads'
  const { label, confidence, explanation } = await predict({ text, entity: 'Xbox', first: 64 })
  const words = ['😀', 'My', 'is', 'great', 'but', 'I', 'hate', 'the', 'updates', 'ads']
  expect(explanation.map(({ term }: Contribution) => term).toSorted()).toEqual(words.toSorted())
  for (const { term, start, end, weight } of explanation as Contribution[]) {
    const points = [...text]
    expect(points.slice(start, end).join('')).toBe(term)
    const without = `${points.slice(0, start).join('')} ${points.slice(end).join('')}`
    const { probabilities } = await predict({ text: without, entity: 'Xbox', first: 1 })
    expect(weight).toBeCloseTo(confidence - probabilities[label.toLowerCase()], 6)
  }
  const sizes = (explanation as Contribution[]).map(({ weight }) => Math.abs(weight))
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
  expect((await predict({ text, entity: 'Xbox' })).explanation).toEqual(explanation.slice(0, 5))
})

test('words that support a label have weights above 0, and words against it below', async () => {
  const { label, explanation } = await predict({ text: 'I love it, though the menu is horrible', first: 64 })
  const weightOf = (word: string) => explanation.find(({ term }: Contribution) => term === word).weight
  const [loving, hating] = [weightOf('love'), weightOf('horrible')]
  expect(['POSITIVE', 'NEGATIVE']).toContain(label)
  expect(Math.sign(loving)).toBe(label === 'POSITIVE' ? 1 : -1)
  expect(Math.sign(hating)).toBe(label === 'POSITIVE' ? -1 : 1)
})

test('a text without words has an empty explanation', async () => {
  expect((await predict({ text: '?! ...' })).explanation).toEqual([])
  expect((await predict({ text: 'Xbox', entity: 'Xbox' })).explanation).toEqual([])
})

test('a text of one word is compared with an empty text', async () => {
  expect((await predict({ text: 'Wonderful' })).explanation).toMatchObject([{ term: 'Wonderful', start: 0, end: 9 }])
})

test.each([0, -1, 65])('first: %i is refused, and the error names the argument', async first => {
  const { errors } = await api.ask(PREDICT, { text: 'I love it', first })
  expect(errors).toMatchObject([
    { message: 'first must be from 1 to 64.', extensions: { code: 'BAD_USER_INPUT', field: ['first'] } },
  ])
})

const store = (inputs: readonly Record<string, unknown>[]) =>
  api.data(
    'mutation ($inputs: [ClassifyInput!]!) { classifyBatch(inputs: $inputs) { results { userErrors { message } } } }',
    { inputs },
  )
const page = (first: number) =>
  `{ entity(name: "Game") { classifications(first: ${first}) { edges { node { label tweet { text } model { id } explanation(first: 3) { term start end weight } } } } } }`

test('a page of stored tweets has the same explanations as each tweet alone', async () => {
  await store(
    Array.from({ length: 20 }, (_, index) => ({ text: `Game ${index} is so good, I love it 😍`, entity: 'Game' })),
  )
  const { edges } = (await api.data(page(20))).entity.classifications
  expect(edges).toHaveLength(20)
  for (const { node } of edges.slice(0, 3)) {
    const alone = await predict({ text: node.tweet.text, entity: 'Game', first: 3, modelId: node.model.id })
    expect(node).toMatchObject({ label: alone.label })
    expect(node.explanation.map(({ term }: Contribution) => term)).toEqual(
      alone.explanation.map(({ term }: Contribution) => term),
    )
    for (const [index, { weight }] of node.explanation.entries())
      expect(weight).toBeCloseTo(alone.explanation[index].weight, 6)
  }
})

test('more explanations than the limit are refused before any is computed', async () => {
  const { errors } = await api.ask(page(67))
  expect(errors).toMatchObject([{ message: expect.stringContaining('points of cost') }])
})

test('mentions without an entity and results of classify have explanations', async () => {
  const { classify } = await api.data(
    'mutation { classify(input: { text: "I love this" }) { classification { entity { id } explanation { term weight } } } }',
  )
  expect(classify.classification.entity).toBeNull()
  expect(classify.classification.explanation[0]).toMatchObject({ term: 'love', weight: expect.any(Number) })
})

test('the version that gave a label explains it, and an error says so if its folder was removed', async () => {
  const { models } = await api.data('{ models { edges { node { id version } } } }')
  const idOf = (name: string) =>
    models.edges.find(({ node }: { node: { version: string } }) => node.version.startsWith(`${name}@`)).node.id
  const promote = (name: string) =>
    api.data('mutation ($input: PromoteModelInput!) { promoteModel(input: $input) { userErrors { message } } }', {
      input: { modelId: idOf(name) },
    })
  await promote('newer')
  const { classify } = await api.data(
    'mutation { classify(input: { text: "w1 w2 love w3", entity: "Other" }) { classification { id label model { version } } } }',
  )
  await promote('pulso')
  const explain = 'query ($id: ID!) { classification(id: $id) { label explanation { term weight } } }'
  const { id } = classify.classification
  const { classification } = await api.data(explain, { id })
  const predicted = await predict({ text: 'w1 w2 love w3', entity: 'Other', modelId: idOf('newer') })
  expect(classification.explanation).toEqual(
    predicted.explanation.map(({ term, weight }: Contribution) => ({ term, weight })),
  )
  const without = await startApi({ database })
  try {
    const { data, errors } = await without.ask(explain, { id })
    expect(data.classification).toEqual({ label: classify.classification.label, explanation: null })
    expect(errors).toMatchObject([
      { message: expect.stringContaining(`Only ${newer.version} can explain`), extensions: { code: 'UNAVAILABLE' } },
    ])
  } finally {
    await without.close()
  }
})

test('no internal error was logged', () => {
  expect(api.logged).toEqual([])
})
