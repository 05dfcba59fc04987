import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { startApi, type TestApi } from './start-api.ts'

let api: TestApi

beforeAll(async () => {
  api = await startApi()
  await api.data('mutation { classify(input: { text: "I love it", entity: "Xbox" }) { userErrors { message } } }')
})
afterAll(() => api.close())

/** An attack must not block other requests. Generous, because tests run on busy machines. */
const SOON_MS = 3000

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${api.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body })

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; elapsedMs: number }> {
  const start = performance.now()
  const result = await work()
  return { result, elapsedMs: performance.now() - start }
}

const nested = (levels: number) =>
  `{ entity(name: "Xbox") ${'{ classifications { edges { node { entity '.repeat(levels)} { name } ${'} } } }'.repeat(levels)} }`

const DOCUMENTS: readonly [string, string][] = [
  ['2,000 aliases', `{ ${Array.from({ length: 2000 }, (_, i) => `a${i}: activeModel { version }`).join(' ')} }`],
  ['600 aliases', `{ ${Array.from({ length: 600 }, (_, i) => `a${i}: __typename`).join(' ')} }`],
  ['the same field 1,900 times', `{ ${'activeModel '.repeat(1900)} { version } }`],
  ['deep nesting', nested(20)],
  ['nesting of 900 levels', nested(225)],
  ['brackets of 3,000 levels', `{ predict(text: ${'['.repeat(3000)}${']'.repeat(3000)}) { userErrors { code } } }`],
  [
    'lists in lists',
    '{ entities(first: 100) { edges { node { classifications(first: 100) { edges { node { id } } } } } } }',
  ],
  ['a fragment that contains itself', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'],
  [
    'fragments that multiply',
    `{ ...F0 } ${Array.from({ length: 12 }, (_, i) => `fragment F${i} on Query { ${`...F${i + 1} `.repeat(10)} }`).join(' ')} fragment F12 on Query { __typename }`,
  ],
  [
    'a cheap operation before a costly one',
    `query Cheap { __typename } query Costly { entities(first: 100) { edges { node { classifications(first: 100) { edges { node { id } } } } } } }`,
  ],
  ['a hundred thousand tokens', `{ ${'__typename '.repeat(100_000)} }`],
  [
    'a hundred long trends',
    `{ entity(name: "Xbox") { ${Array.from({ length: 100 }, (_, i) => `t${i}: trend(range: { from: "2026-01-01T00:00:00Z", to: "2026-03-20T00:00:00Z" }, interval: HOUR) { start }`).join(' ')} } }`,
  ],
  [
    'the whole schema ten times',
    `{ ${Array.from({ length: 10 }, (_, i) => `s${i}: __schema { types { name fields { name } } }`).join(' ')} }`,
  ],
  ['a directive repeated', `{ __typename ${'@include(if: true) '.repeat(1500)} }`],
]

test.each(DOCUMENTS)('%s: refused quickly, as an error of the client', async (name, query) => {
  const operationName = name.startsWith('a cheap') ? 'Costly' : undefined
  const { result, elapsedMs } = await timed(() => post(JSON.stringify({ query, operationName })))
  const { errors, data } = (await result.json()) as { data?: unknown; errors: { extensions: { code: string } }[] }
  expect(data ?? null).toBeNull()
  expect(result.status).toBe(name === 'a hundred thousand tokens' ? 413 : 400)
  expect(errors.length).toBeLessThan(200)
  for (const { extensions } of errors) expect(extensions.code).not.toBe('INTERNAL_SERVER_ERROR')
  expect(elapsedMs).toBeLessThan(SOON_MS)
})

test.each([
  ['valid', { text: 'x' }],
  ['faulty', { text: 5 }],
])('half a million %s inputs are refused quickly, before each is examined', async (_, input) => {
  const query =
    'mutation ($inputs: [ClassifyInput!]!) { classifyBatch(inputs: $inputs) { results { userErrors { code } } } }'
  const body = JSON.stringify({ query, variables: { inputs: Array.from({ length: 500_000 }, () => input) } })
  const { result, elapsedMs } = await timed(() => post(body))
  expect(result.status).toBe(400)
  expect(await result.json()).toMatchObject({ errors: [{ message: expect.stringContaining('20,000 values') }] })
  expect(elapsedMs).toBeLessThan(SOON_MS)
})

test.each([
  ['valid', { text: 'x' }],
  ['faulty', { text: 5 }],
])('four thousand %s inputs are refused quickly, before each is examined', async (_, input) => {
  const query =
    'mutation ($inputs: [ClassifyInput!]!) { classifyBatch(inputs: $inputs) { results { userErrors { code } } } }'
  const { result, elapsedMs } = await timed(() => api.ask(query, { inputs: Array.from({ length: 4000 }, () => input) }))
  expect(result).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] })
  expect(elapsedMs).toBeLessThan(SOON_MS)
})

test('a name with hundreds of thousands of accents has no entity, and is looked up quickly', async () => {
  const name = `a${'\u0301\u0323'.repeat(200_000)}`
  const query = 'query ($name: String!) { entity(name: $name) { id } entities(search: $name) { totalCount } }'
  const { result, elapsedMs } = await timed(() => api.data(query, { name }))
  expect(result).toEqual({ entity: null, entities: { totalCount: 0 } })
  expect(elapsedMs).toBeLessThan(SOON_MS)
})

test('a range at the end of time has no tweets', async () => {
  const query =
    '{ entity(name: "Xbox") { sentiment(range: { from: "9999-12-31T23:59:59.999Z" }) { counts { total } } } }'
  expect((await api.data(query)).entity.sentiment.counts.total).toBe(0)
})

test('an invalid URL is answered in the usual format', async () => {
  const response = await fetch(`${api.url}/%ff`)
  expect({ status: response.status, body: await response.json() }).toEqual({
    status: 400,
    body: expect.objectContaining({ detail: 'The path is not a valid URL.' }),
  })
})

test('an error has the path of the fault, regardless of the value', async () => {
  const query = 'mutation ($i: [ClassifyInput!]!) { classifyBatch(inputs: $i) { userErrors { code } } }'
  const { errors } = await api.ask(query, { i: [{ text: 'ok' }, { text: ['a; at "i"; b'] }] })
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: ['i', '1', 'text'] } }])
})

test('fields that have to be compared are compared quickly', async () => {
  const part =
    'entity(name: "Xbox") { sentiment { counts { total } } trend(interval: MONTH) { summary { counts { total } } } } '
  const { result, elapsedMs } = await timed(() => api.ask(`{ ${part.repeat(60)} }`))
  expect(result.data.entity.sentiment.counts.total).toBe(1)
  expect(elapsedMs).toBeLessThan(SOON_MS)
})

test('the introspection query of GraphiQL is within the limits', async () => {
  const { getIntrospectionQuery } = await import('graphql')
  const options = { descriptions: true, inputValueDeprecation: true, schemaDescription: true, specifiedByUrl: true }
  const { errors, data } = await api.ask(getIntrospectionQuery(options))
  expect(errors).toBeUndefined()
  expect(data.__schema.queryType.name).toBe('Query')
})

const WRONG_IDS = [
  '',
  'x',
  '%00',
  "' OR 1=1 --",
  Buffer.from('Entity:').toString('base64'),
  Buffer.from('Entity:1').toString('base64'),
  Buffer.from('Query:0190a0a0-0000-7000-8000-000000000001').toString('base64'),
  Buffer.from('Tweet:\u0000').toString('base64'),
  'x'.repeat(100_000),
]

test.each(WRONG_IDS)('the id %# is an error of the client', async id => {
  for (const field of ['node', 'classification']) {
    const { errors } = await api.ask(`query ($id: ID!) { ${field}(id: $id) { id } }`, { id })
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
  }
})

test('an id of another type is an error of the client', async () => {
  const { entity } = await api.data('{ entity(name: "Xbox") { id } }')
  const { errors } = await api.ask('query ($id: ID!) { classification(id: $id) { id } }', { id: entity.id })
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
  const asModel = await api.ask('query ($id: ID!) { predict(text: "x", modelId: $id) { userErrors { code } } }', {
    id: entity.id,
  })
  expect(asModel.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
})

test.each(['Entity', 'Tweet', 'ModelVersion'])('an unknown id of a %s is null', async type => {
  const id = Buffer.from(`${type}:0190a0a0-0000-7000-8000-00000000000f`).toString('base64')
  expect(await api.data('query ($id: ID!) { node(id: $id) { id } }', { id })).toEqual({ node: null })
})

test('the row of "no entity" is not accessible', async () => {
  const id = Buffer.from('Entity:00000000-0000-0000-0000-000000000000').toString('base64')
  const { errors } = await api.ask('query ($id: ID!) { node(id: $id) { id } }', { id })
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
})

test.each([
  ['{ entity(name: 1) { name } }', 'GRAPHQL_VALIDATION_FAILED'],
  ['{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
  ['{', 'GRAPHQL_PARSE_FAILED'],
  ['', 'BAD_REQUEST'],
  ['{ entity(name: "Xbox") { trend(interval: YEAR) { start } } }', 'GRAPHQL_VALIDATION_FAILED'],
  ['{ entity(name: "Xbox") { classifications(latest: 1) { totalCount } } }', 'GRAPHQL_VALIDATION_FAILED'],
  ['{ entity(name: "Xbox") { classifications(first: 99999999999) { totalCount } } }', 'GRAPHQL_VALIDATION_FAILED'],
  [
    '{ entity(name: "Xbox") { classifications(filter: { label: "POSITIVE" }) { totalCount } } }',
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['mutation { classify(input: { entity: "Xbox" }) { userErrors { code } } }', 'GRAPHQL_VALIDATION_FAILED'],
  ['subscription { classified { id } }', 'BAD_USER_INPUT'],
])('%s is %s', async (query, code) => {
  const { status, errors } = await api.ask(query)
  expect(status).toBe(400)
  expect(errors?.[0]?.extensions.code).toBe(code)
})

test('an unknown enum value in variables is an error of the client', async () => {
  const query = 'query ($interval: Interval) { entity(name: "Xbox") { trend(interval: $interval) { start } } }'
  const { status, errors } = await api.ask(query, { interval: 'YEAR' })
  expect(status).toBe(400)
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: ['interval'] } }])
})

test.each([
  '{"query":',
  'null',
  '"text"',
  '[{"query":"{__typename}"}]',
  '{"query":1}',
  '{}',
  '{"query":"{__typename}","variables":"x"}',
  '{"__proto__":{}}',
  '',
])("the body %j is answered with an error in GraphQL's shape", async body => {
  const response = await post(body)
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({
    errors: [{ message: expect.any(String), extensions: { code: 'BAD_REQUEST' } }],
  })
})

test('a body that is too large is refused before it is read completely', async () => {
  const response = await post(`{"query":"{ __typename }","variables":{"x":"${'x'.repeat(17_000_000)}"}}`)
  expect(response.status).toBe(413)
  expect(await response.json()).toMatchObject({ errors: [{ message: expect.stringContaining('too large') }] })
})

test('a large body is accepted only for a batch, and the error says so', async () => {
  const variables = { x: 'x'.repeat(2_000_000) }
  const response = await post(JSON.stringify({ query: '{ __typename }', variables }))
  expect(response.status).toBe(413)
  const { errors } = (await response.json()) as { errors: { message: string }[] }
  expect(errors[0]?.message).toContain('only for classifyBatch')
  const query = 'query classifyBatch { __typename }'
  expect(await (await post(JSON.stringify({ query, variables }))).json()).toEqual({ data: { __typename: 'Query' } })
})

test('a document of megabytes is refused before it is read', async () => {
  const response = await post(JSON.stringify({ query: `# classifyBatch ${'x'.repeat(5_000_000)}\n{ __typename }` }))
  expect(response.status).toBe(413)
  expect(await response.json()).toMatchObject({
    errors: [{ message: expect.stringContaining('Send texts as variables') }],
  })
})

test.each([
  ['brackets', `{"query":"classifyBatch","variables":{"x":${'['.repeat(7_000_000)}`],
  ['objects', `{"query":"classifyBatch","variables":{"x":[${'{},'.repeat(3_000_000)}{}]}}`],
  ['closed brackets', `{"query":"classifyBatch","variables":{"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`],
])('megabytes of %s are refused quickly', async (_, body) => {
  const { result, elapsedMs } = await timed(() => post(body))
  expect(result.status).toBe(400)
  expect(await result.json()).toMatchObject({ errors: [{ message: expect.stringContaining('levels') }] })
  expect(elapsedMs).toBeLessThan(SOON_MS)
})

test('a body that is not UTF-8 is refused, not stored with other characters', async () => {
  const body = Buffer.concat([
    Buffer.from('{"query":"{ __typename }","x":"'),
    Buffer.from([0xff, 0xfe]),
    Buffer.from('"}'),
  ])
  const response = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ errors: [{ message: expect.stringContaining('not valid UTF-8') }] })
})

const LONG = '1'.repeat(900_000)

test.each([
  ['Int', 'query ($x: Int) { entities(first: $x) { totalCount } }', LONG],
  ['Boolean', 'query ($x: Boolean!) { __typename @include(if: $x) }', LONG],
  ['DateTime', 'query ($x: DateTime) { entity(name: "Xbox") { trend(range: { from: $x }) { start } } }', LONG],
  ['Interval', 'query ($x: Interval) { entity(name: "Xbox") { trend(interval: $x) { start } } }', LONG],
  ['ClassifyInput', 'mutation ($x: ClassifyInput!) { classify(input: $x) { userErrors { code } } }', { text: [LONG] }],
  ['a value full of paths', 'query ($x: Int) { entities(first: $x) { totalCount } }', ' at "x.y'.repeat(100_000)],
])(
  'an invalid value of 900,000 characters for %s is refused quickly, and shortened in the error',
  async (_, query, x) => {
    const { result, elapsedMs } = await timed(() => api.ask(query, { x }))
    expect(result.status).toBe(400)
    const { extensions, message } = result.errors?.[0] ?? { extensions: null, message: '' }
    expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: expect.arrayContaining(['x']) })
    expect(message.length).toBeLessThan(1000)
    expect(elapsedMs).toBeLessThan(SOON_MS)
  },
)

test('thousands of unknown fields with large values cost one error, not memory', async () => {
  const entries = Array.from({ length: 2900 }, (_, index) => [`unknown${index}`, 'x'.repeat(1000)])
  const query = 'mutation classifyBatch($x: [ClassifyInput!]!) { classifyBatch(inputs: $x) { userErrors { code } } }'
  const before = process.memoryUsage().rss
  const { result, elapsedMs } = await timed(() => api.ask(query, { x: [Object.fromEntries(entries)] }))
  expect(result.status).toBe(400)
  expect(result.errors).toHaveLength(1)
  expect(result.errors?.[0]?.message.length).toBeLessThan(1000)
  expect(elapsedMs).toBeLessThan(SOON_MS)
  expect(process.memoryUsage().rss - before).toBeLessThan(500 * 1024 * 1024)
})

test.each(['Wrong', '', '__proto__', 'x'.repeat(100_000)])(
  'the operation name %j runs nothing',
  async operationName => {
    const query =
      'mutation Right { classify(input: { text: "never stored", entity: "Phantom" }) { userErrors { code } } }'
    const response = await post(JSON.stringify({ query, operationName }))
    expect(response.status).toBe(400)
    const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] }
    expect(errors[0]?.extensions.code).toBe('OPERATION_RESOLUTION_FAILURE')
    expect(errors[0]?.message).toContain('Unknown operation named')
    expect(errors[0]?.message.length).toBeLessThan(1000)
    expect(await api.data('{ entity(name: "Phantom") { id } }')).toEqual({ entity: null })
  },
)

test.each([
  ['subscription($a: Boolean!) { classified @skip(if: $a) { id } }', { a: true }],
  ['subscription($a: Boolean!) { ... @include(if: $a) { classified { id } } }', { a: false }],
  ['subscription { classified @include(if: false) { id } }', {}],
])('%s is an error of the client', async (query, variables) => {
  const { status, errors } = await api.ask(query, variables)
  expect(status).toBe(400)
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
})

test('a repeated query has the same result with any response keys', async () => {
  const query = '{ __proto__: activeModel { constructor: id __proto__: version } }'
  const answers = []
  for (let times = 0; times < 6; times++) answers.push(await (await post(JSON.stringify({ query }))).text())
  expect(new Set(answers).size).toBe(1)
  expect(answers[0]).toContain('"__proto__":"pulso@')
})

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml'])(
  'a page of another origin cannot send %s',
  async type => {
    const response = await post('{"query":"mutation { __typename }"}', { 'content-type': type })
    expect(response.status).toBe(415)
  },
)

test('a mutation cannot be sent by GET', async () => {
  const query = encodeURIComponent('mutation { classify(input: { text: "by GET" }) { userErrors { code } } }')
  const before = await api.database.storage.prisma.tweet.count()
  const response = await fetch(`${api.url}/graphql?query=${query}`, { headers: { accept: 'application/json' } })
  expect(response.status).toBe(405)
  expect(await api.database.storage.prisma.tweet.count()).toBe(before)
})

test('without introspection, neither the schema nor suggestions reveal names', async () => {
  const closed = await startApi({ environment: { PULSO_INTROSPECTION: 'false' } })
  try {
    const { errors: refused } = await closed.ask('{ __schema { types { name } } }')
    expect(refused).toHaveLength(1)
    const { errors } = await closed.ask('{ activeModels { version } }')
    expect(errors?.[0]?.message).not.toContain('activeModel"')
    expect(errors?.[0]?.message).not.toContain('Did you mean')
    const query = 'mutation ($i: ClassifyInput!) { classify(input: $i) { userErrors { code } } }'
    const { errors: ofVariable } = await closed.ask(query, { i: { text: 'x', entit: 'y' } })
    expect(ofVariable).toHaveLength(1)
    expect(ofVariable?.[0]?.message).not.toContain('Did you mean')
  } finally {
    await closed.close()
  }
})

test('over a WebSocket the same faults are error frames, and the connection stays open', async () => {
  const socket = new WebSocket(`${api.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws')
  const frames: { type: string; id?: string; payload?: { message: string }[] }[] = []
  socket.on('message', data => frames.push(JSON.parse(String(data))))
  await once(socket, 'open')
  const send = (frame: object) => socket.send(JSON.stringify(frame))
  send({ type: 'connection_init' })
  const payloads = {
    long: {
      query: 'subscription ($x: Interval!) { sentimentChanged(entity: "Xbox", interval: $x) { start } }',
      variables: { x: 'x'.repeat(60_000) },
    },
    conditional: {
      query: 'subscription ($a: Boolean!) { classified @include(if: $a) { id } }',
      variables: { a: true },
    },
    unnamed: { query: 'subscription A { classified { id } }', operationName: 'B' },
  }
  await expect.poll(() => frames.map(({ type }) => type)).toContain('connection_ack')
  for (const [id, payload] of Object.entries(payloads)) send({ type: 'subscribe', id, payload })
  await expect
    .poll(() =>
      frames
        .filter(({ type }) => type === 'error')
        .map(({ id }) => id)
        .sort(),
    )
    .toEqual(['conditional', 'long', 'unnamed'])
  for (const { payload } of frames.filter(({ type }) => type === 'error')) {
    expect(payload?.[0]?.message.length).toBeLessThan(1000)
    expect(payload?.[0]?.message).not.toContain('Internal')
  }
  expect(socket.readyState).toBe(WebSocket.OPEN)
  socket.close()
})

test('no internal error was logged', () => {
  expect(api.logged).toEqual([])
})
