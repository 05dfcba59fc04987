import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi, type TestApi } from './start-api.ts'

let api: TestApi

beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const CLASSIFY = `mutation ($input: ClassifyInput!) {
  classify(input: $input) {
    classification {
      id label confidence isUncertain isTruncated unknownTokenShare createdAt
      probabilities { positive neutral negative irrelevant }
      entity { name }
      tweet { id text externalId author postedAt importedLabel }
      model { version role }
    }
    userErrors { code message field }
  }
}`

const BATCH = `mutation ($inputs: [ClassifyInput!]!) {
  classifyBatch(inputs: $inputs) {
    results { classification { id label tweet { text } entity { name } } userErrors { code message field } }
    userErrors { code message field }
  }
}`

const classify = async (input: Record<string, unknown>) => (await api.data(CLASSIFY, { input })).classify
const classifyBatch = async (inputs: readonly Record<string, unknown>[]) =>
  (await api.data(BATCH, { inputs })).classifyBatch
const countTweets = () => api.database.storage.prisma.tweet.count()

test('a tweet is returned as it was stored', async () => {
  const { classification, userErrors } = await classify({
    text: 'I love my new Xbox',
    entity: '@Xbox',
    externalId: 'tweet-1',
    author: 'ana',
    postedAt: '2026-03-01T10:30:00+01:00',
  })
  expect(userErrors).toEqual([])
  expect(classification).toMatchObject({
    label: 'POSITIVE',
    entity: { name: '@Xbox' },
    tweet: {
      text: 'I love my new Xbox',
      externalId: 'tweet-1',
      author: 'ana',
      postedAt: '2026-03-01T09:30:00.000Z',
      importedLabel: null,
    },
    model: { version: expect.stringMatching(/^pulso@[0-9a-f]{12}$/), role: 'ACTIVE' },
  })
  const { positive, neutral, negative, irrelevant } = classification.probabilities
  expect(positive + neutral + negative + irrelevant).toBeCloseTo(1, 5)
  expect(classification.confidence).toBe(Math.max(positive, neutral, negative, irrelevant))
})

test('the same tweet, entity and model is stored once', async () => {
  const input = { text: 'The battery died again', entity: 'Phone', externalId: 'tweet-2' }
  const first = await classify(input)
  const again = await classify({ ...input, entity: '#PHONE' })
  expect(again.classification.id).toBe(first.classification.id)
  const other = await classify({ ...input, entity: 'Battery' })
  expect(other.classification.id).not.toBe(first.classification.id)
  expect(other.classification.tweet.id).toBe(first.classification.tweet.id)
})

test('a call without an external id is a new tweet each time', async () => {
  const [first, second] = [await classify({ text: 'Hm.' }), await classify({ text: 'Hm.' })]
  expect(second.classification.tweet.id).not.toBe(first.classification.tweet.id)
})

test.each([undefined, null, '', '   '])('the entity %j means "no entity"', async entity => {
  const { classification } = await classify({ text: 'What a day', entity })
  expect(classification).toMatchObject({ entity: null, label: expect.any(String) })
})

test.each([
  [{ text: '' }, 'INVALID', ['input', 'text']],
  [{ text: ' \n ' }, 'INVALID', ['input', 'text']],
  [{ text: 'a\u0000b' }, 'INVALID', ['input', 'text']],
  [{ text: 'x'.repeat(10_001) }, 'TOO_LONG', ['input', 'text']],
  [{ text: 'Fine.', entity: '!!!' }, 'INVALID', ['input', 'entity']],
  [{ text: 'Fine.', entity: 'x'.repeat(201) }, 'TOO_LONG', ['input', 'entity']],
  [{ text: 'Fine.', externalId: 'x'.repeat(256) }, 'TOO_LONG', ['input', 'externalId']],
  [{ text: 'Fine.', author: 'a\u0000' }, 'INVALID', ['input', 'author']],
  [{ text: 'Fine.', postedAt: '9999-01-01T00:00:00Z' }, 'INVALID', ['input', 'postedAt']],
])('input %# is refused, the error names the field, and nothing is stored', async (input, code, field) => {
  const before = await countTweets()
  expect(await classify(input)).toMatchObject({ classification: null, userErrors: [{ code, field }] })
  expect(await countTweets()).toBe(before)
})

test.each(['2026-03-01T10:30:00', 'yesterday', '', 1_772_353_800])(
  'the time %j is not a DateTime, and the call is refused as a whole, by name and with one that works',
  async postedAt => {
    const before = await countTweets()
    for (const [query, variables, field] of [
      [CLASSIFY, { input: { text: 'Fine.', postedAt } }, ['input', 'postedAt']],
      [BATCH, { inputs: [{ text: 'Fine.' }, { text: 'Fine.', postedAt }] }, ['inputs', '1', 'postedAt']],
    ] as const) {
      const { errors } = await api.ask(query, variables)
      expect(errors).toMatchObject([
        {
          message: expect.stringContaining('2026-03-01T09:30:00Z'),
          extensions: { code: 'BAD_USER_INPUT', field },
        },
      ])
    }
    expect(await countTweets()).toBe(before)
  },
)

test('a time is the same instant with any offset, in a variable and in the document', async () => {
  const { classification } = await classify({ text: 'On time', postedAt: '2026-03-01T10:30:00.250+01:00' })
  expect(classification.tweet.postedAt).toBe('2026-03-01T09:30:00.250Z')
  const { classify: inline } = await api.data(
    'mutation { classify(input: { text: "On time", postedAt: "2026-03-01T09:30Z" }) { classification { tweet { postedAt } } } }',
  )
  expect(inline.classification.tweet.postedAt).toBe('2026-03-01T09:30:00.000Z')
})

test('a field that fails leaves the response to a committed write whole', async () => {
  const { data, errors } = await api.ask(
    `mutation { classify(input: { text: "Stored all the same", entity: "Partial" }) {
      classification {
        id
        tweet { text classifications { id } }
        entity { name topTerms(label: POSITIVE, first: 1000) { sampleSize } classifications(last: -1) { totalCount } }
        explanation(first: 0) { term }
      }
      userErrors { code }
    } }`,
  )
  const { id } = data.classify.classification
  expect(data.classify).toEqual({
    classification: {
      id: expect.any(String),
      tweet: { text: 'Stored all the same', classifications: [{ id }] },
      entity: { name: 'Partial', topTerms: null, classifications: null },
      explanation: null,
    },
    userErrors: [],
  })
  expect(errors?.map(({ path }) => path?.join('.')).toSorted()).toEqual([
    'classify.classification.entity.classifications',
    'classify.classification.entity.topTerms',
    'classify.classification.explanation',
  ])
})

test('ten thousand characters beyond the basic plane are not too long', async () => {
  const text = '😀'.repeat(10_000)
  const { classification, userErrors } = await classify({ text })
  expect(userErrors).toEqual([])
  expect(classification.tweet.text).toBe(text)
})

test('a lone surrogate becomes the replacement character', async () => {
  const { classification } = await classify({ text: 'broken \ud83d emoji' })
  expect(classification.tweet.text).toBe('broken \ufffd emoji')
})

test.each(["'; DROP TABLE tweet; --", '$1', '\\', '%_', '{"$ne": null}'])(
  'the text %j has no special meaning',
  async text => {
    const input = { text: `${text} x`, entity: `${text}x`, externalId: text, author: text }
    const { classification, userErrors } = await classify(input)
    expect(userErrors).toEqual([])
    expect(classification.tweet).toMatchObject({ text: `${text} x`, externalId: text.trim(), author: text })
  },
)

test('the results of a batch are in order, and an invalid tweet does not prevent the others', async () => {
  const { results, userErrors } = await classifyBatch([
    { text: 'I hate waiting', entity: 'Airline' },
    { text: '' },
    { text: 'I love flying', entity: 'Airline', postedAt: '9999-01-01T00:00:00Z' },
    { text: 'Great crew', entity: 'Airline' },
  ])
  expect(userErrors).toEqual([])
  expect(results.map((result: { userErrors: unknown }) => result.userErrors)).toMatchObject([
    [],
    [{ code: 'INVALID', field: ['inputs', '1', 'text'] }],
    [{ code: 'INVALID', field: ['inputs', '2', 'postedAt'] }],
    [],
  ])
  expect(results[0].classification).toMatchObject({ tweet: { text: 'I hate waiting' }, entity: { name: 'Airline' } })
  expect(results[1].classification).toBeNull()
  expect(results[3].classification).toMatchObject({ tweet: { text: 'Great crew' } })
})

test('a hundred tweets have results in order, and a batch of one more is refused', async () => {
  const inputs = Array.from({ length: 101 }, (_, index) => ({ text: `Tweet number ${index}`, entity: 'Batch' }))
  const before = await countTweets()
  expect(await classifyBatch(inputs)).toMatchObject({
    results: [],
    userErrors: [{ code: 'TOO_MANY', field: ['inputs'], message: expect.stringContaining('101') }],
  })
  expect(await countTweets()).toBe(before)
  const { results } = await classifyBatch(inputs.slice(0, 100))
  expect(
    results.map((result: { classification: { tweet: { text: string } } }) => result.classification.tweet.text),
  ).toEqual(inputs.slice(0, 100).map(({ text }) => text))
})

test('an empty batch is refused, and the error states the limit', async () => {
  expect(await classifyBatch([])).toMatchObject({ results: [], userErrors: [{ code: 'INVALID', field: ['inputs'] }] })
})

test('a hundred of the longest texts fit into one request, even if all characters are escaped', async () => {
  const text = '\\ud83d\\ude00'.repeat(10_000)
  const inputs = Array.from({ length: 100 }, () => `{"text":"${text}"}`).join(',')
  const query =
    'mutation ($inputs: [ClassifyInput!]!) { classifyBatch(inputs: $inputs) { results { userErrors { code } } } }'
  const body = `{"query":${JSON.stringify(query)},"variables":{"inputs":[${inputs}]}}`
  expect(body.length).toBeGreaterThan(12_000_000)
  const response = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
  const { data } = (await response.json()) as { data: { classifyBatch: { results: { userErrors: unknown[] }[] } } }
  expect(data.classifyBatch.results).toHaveLength(100)
  expect(data.classifyBatch.results.every(({ userErrors }) => userErrors.length === 0)).toBe(true)
})

test('concurrent calls store the same tweet once', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => classify({ text: 'Everybody says this', entity: 'Crowd', externalId: 'crowd' })),
  )
  expect(new Set(answers.map(({ classification }) => classification.id)).size).toBe(1)
})

test('a prediction equals the classification, and stores nothing', async () => {
  const before = await countTweets()
  const { predict } = await api.data(`{
    predict(text: "I love my new Xbox", entity: "Xbox") {
      prediction { __typename label confidence probabilities { positive } model { version } }
      userErrors { code }
    }
  }`)
  expect(await countTweets()).toBe(before)
  const { classification } = await classify({ text: 'I love my new Xbox', entity: 'Xbox' })
  expect(predict).toEqual({
    prediction: {
      __typename: 'UnstoredPrediction',
      label: classification.label,
      confidence: classification.confidence,
      probabilities: { positive: classification.probabilities.positive },
      model: { version: classification.model.version },
    },
    userErrors: [],
  })
})

test('a prediction names the invalid input', async () => {
  const { predict } = await api.data('{ predict(text: "") { prediction { label } userErrors { code field } } }')
  expect(predict).toEqual({ prediction: null, userErrors: [{ code: 'INVALID', field: ['text'] }] })
})

test('no internal error was logged', () => {
  expect(api.logged).toEqual([])
})
