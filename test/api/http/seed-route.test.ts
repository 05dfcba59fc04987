import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi, type TestApi } from '../start-api.ts'

let api: TestApi

beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const JSON_TYPE = { 'content-type': 'application/json' }
const post = (body: string, path = '/api/model-nlp/', headers: Record<string, string> = JSON_TYPE) =>
  fetch(`${api.url}${path}`, { method: 'POST', headers, body })

test.each(['/api/model-nlp/', '/api/model-nlp'])('%s responds as the original service did', async path => {
  const response = await post('{"text":"I love @this game"}', path)
  expect(response.status).toBe(200)
  const answer = (await response.json()) as Record<string, number | string>
  expect(Object.keys(answer).toSorted()).toEqual([
    'negativePercentage',
    'neutralPercentage',
    'positivePercentage',
    'sentiment',
  ])
  const shares = [answer.negativePercentage, answer.neutralPercentage, answer.positivePercentage].map(Number)
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5)
})

test.each([
  ['I love it, this is amazing, thank you so much', 'POSITIVE', 'positivePercentage'],
  ['I hate it, this is the worst, fix your broken game', 'NEGATIVE', 'negativePercentage'],
])('%s is %s, which has the largest probability', async (text, sentiment, largest) => {
  const answer = (await (await post(JSON.stringify({ text }))).json()) as Record<string, number | string>
  expect(answer.sentiment).toBe(sentiment)
  const shares = Object.entries(answer).filter(([name]) => name.endsWith('Percentage')) as [string, number][]
  expect(shares.toSorted(([, a], [, b]) => b - a)[0]?.[0]).toBe(largest)
})

/** The route always uses the original service's model. */
async function seedModelId(): Promise<string> {
  const { models } = await api.data('{ models { nodes: edges { node { id version } } } }')
  const nodes = models.nodes as { node: { id: string; version: string } }[]
  return nodes.find(({ node }) => node.version.startsWith('seed-lstm@'))?.node.id ?? ''
}

test('its probabilities equal those of GraphQL', async () => {
  const text = 'They announced a new console today'
  const answer = await (await post(JSON.stringify({ text }))).json()
  const { predict } = await api.data(
    'query ($text: String!, $model: ID) { predict(text: $text, modelId: $model) { prediction { label probabilities { positive neutral negative } } } }',
    { text, model: await seedModelId() },
  )
  const { label, probabilities } = predict.prediction
  expect(answer).toEqual({
    sentiment: label,
    positivePercentage: probabilities.positive,
    neutralPercentage: probabilities.neutral,
    negativePercentage: probabilities.negative,
  })
})

test('nothing is stored', async () => {
  await post('{"text":"I love it"}')
  expect(await api.database.storage.prisma.tweet.count()).toBe(0)
})

test.each([
  '{}',
  '{"text":""}',
  '{"text":"  "}',
  '{"text":null}',
  '{"text":5}',
  '{"text":["a"]}',
  '[]',
  'null',
  '"text"',
  '{"text":"a',
  '',
  '{"text":"a\\u0000b"}',
])('the body %j is a 400 with an error', async body => {
  const response = await post(body)
  expect(response.status).toBe(400)
  expect(await response.json()).toEqual(expect.objectContaining({ detail: expect.any(String) }))
})

test('a text that is too long is a 400, a body that is too large a 413, both with an error', async () => {
  const long = await post(JSON.stringify({ text: 'x'.repeat(10_001) }))
  expect([long.status, await long.json()]).toEqual([
    400,
    expect.objectContaining({ detail: expect.stringContaining('10,000') }),
  ])
  const large = await post(JSON.stringify({ text: 'x'.repeat(200_000) }))
  expect([large.status, await large.json()]).toEqual([413, expect.objectContaining({ detail: expect.any(String) })])
})

test('the longest text fits even if all characters are escaped', async () => {
  const response = await post(`{"text":"${'\\ud83d\\ude00'.repeat(10_000)}"}`)
  expect(response.status).toBe(200)
})

test('a body that is not JSON is a 415 with an error', async () => {
  const response = await post('text=a', undefined, { 'content-type': 'application/x-www-form-urlencoded' })
  expect([response.status, await response.json()]).toEqual([
    415,
    expect.objectContaining({ detail: expect.stringContaining('JSON') }),
  ])
})

test('another method is a 405 that names the right one', async () => {
  const response = await fetch(`${api.url}/api/model-nlp/`)
  expect([response.status, await response.json()]).toEqual([
    405,
    expect.objectContaining({ detail: expect.stringContaining('POST') }),
  ])
  expect(response.headers.get('allow')).toContain('POST')
})

test('pages of every origin may call it, and no other route', async () => {
  const preflight = (path: string) =>
    fetch(`${api.url}${path}`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://example.org',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    })
  const allowed = await preflight('/api/model-nlp/')
  expect(allowed.status).toBe(204)
  expect(allowed.headers.get('access-control-allow-origin')).toBe('*')
  expect(allowed.headers.get('access-control-allow-headers')).toContain('content-type')
  expect((await preflight('/api/model-nlp')).status).toBe(204)
  expect((await post('{"text":"I love it"}')).headers.get('access-control-allow-origin')).toBe('*')
  expect((await post('{}')).headers.get('access-control-allow-origin')).toBe('*')

  const refused = await preflight('/graphql')
  expect(refused.ok).toBe(false)
  expect(refused.headers.get('access-control-allow-origin')).toBeNull()
})
