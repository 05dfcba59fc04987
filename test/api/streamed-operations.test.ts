import { once } from 'node:events'
import { request } from 'node:http'
import { createClient as createEventClient } from 'graphql-sse'
import { createClient } from 'graphql-ws'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import WebSocket from 'ws'
import { startApi, type TestApi } from './start-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

interface Answer {
  readonly data?: unknown
  readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[]
}

/** One answer to an operation, with the errors that came in its place. */
type Ask = (query: string, variables?: Record<string, unknown>) => Promise<Answer>

interface SubscribingClient {
  subscribe(
    payload: { query: string; variables?: Record<string, unknown> },
    sink: { next(value: unknown): void; error(error: unknown): void; complete(): void },
  ): () => void
}

const askOnce =
  (client: () => SubscribingClient): Ask =>
  (query, variables) =>
    new Promise((resolve, reject) => {
      const answers: Answer[] = []
      client().subscribe(
        { query, ...(variables === undefined ? {} : { variables }) },
        {
          next: answer => answers.push(answer as Answer),
          error: error => (Array.isArray(error) ? resolve({ errors: error }) : reject(error)),
          complete: () => {
            if (answers.length === 1 && answers[0] !== undefined) resolve(answers[0])
            else reject(new Error(`${answers.length} answers`))
          },
        },
      )
    })

let socketClient: ReturnType<typeof createClient> | undefined
let eventClient: ReturnType<typeof createEventClient> | undefined
const overWebSocket = () => {
  socketClient ??= createClient({ url: `${api.url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket })
  return socketClient
}
const overEvents = () => {
  eventClient ??= createEventClient({ url: `${api.url}/graphql`, retryAttempts: 0 })
  return eventClient
}
afterEach(async () => {
  await socketClient?.dispose()
  eventClient?.dispose()
  socketClient = undefined
  eventClient = undefined
})

const CLASSIFY = `mutation ($text: String!) {
  classify(input: { text: $text, entity: "Xbox", externalId: "1" }) { classification { label tweet { text } } userErrors { code } }
}`

describe.each([
  ['graphql-ws', askOnce(() => overWebSocket() as SubscribingClient)],
  ['graphql-sse', askOnce(() => overEvents() as SubscribingClient)],
])('with the client of %s', (_, ask) => {
  test('a mutation stores, and a query reads', async () => {
    const { data } = await ask(CLASSIFY, { text: 'I love it' })
    expect(data).toMatchObject({ classify: { classification: { tweet: { text: 'I love it' } }, userErrors: [] } })
    expect(await ask('{ entity(name: "xbox") { name sentiment { counts { total } } } }')).toEqual({
      data: { entity: { name: 'Xbox', sentiment: { counts: { total: 1 } } } },
    })
  })

  test('the schema can be introspected', async () => {
    const { data } = await ask('{ __schema { queryType { name } } }')
    expect(data).toEqual({ __schema: { queryType: { name: 'Query' } } })
  })

  test('a query that is repeated, and so compiled, has the same answer', async () => {
    const answers: unknown[] = []
    for (let times = 0; times < 6; times++) answers.push(await ask('{ entities(first: 1) { nodes { name } } }'))
    expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1)
  })

  test.each([
    ['{ nothing }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['{', {}, 'GRAPHQL_PARSE_FAILED'],
    ['query ($x: Int) { entities(first: $x) { totalCount } }', { x: 'x'.repeat(20_000) }, 'BAD_USER_INPUT'],
    [
      '{ entities(first: 100) { nodes { classifications(first: 100) { nodes { tweet { classifications { id } } } } } } }',
      {},
      'BAD_USER_INPUT',
    ],
    [`{ ${Array.from({ length: 600 }, (_unused, at) => `a${at}: __typename`).join(' ')} }`, {}, 'BAD_USER_INPUT'],
    ['mutation A { __typename } mutation B { __typename }', {}, 'OPERATION_RESOLUTION_FAILURE'],
  ])('%s is refused as over HTTP', async (query, variables, code) => {
    const { data, errors } = await ask(query, variables)
    expect(data ?? null).toBeNull()
    expect(errors?.[0]?.extensions?.code).toBe(code)
    expect(errors?.[0]?.message.length).toBeLessThan(1000)
  })

  test('an error of one field leaves its siblings intact', async () => {
    const { data, errors } = await ask('{ version entities(first: 1000) { totalCount } }')
    expect(data).toEqual({ version: expect.any(String), entities: null })
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: ['first'] } }])
  })

  test('a subscription starts with what its client waits for', async () => {
    const job = Buffer.from('ImportJob:0190a0a0-0000-7000-8000-000000000001').toString('base64')
    // An unknown import has no states, so the subscription stays open.
    await expect(
      Promise.race([
        ask('subscription ($id: ID!) { importProgress(id: $id) { status } }', { id: job }),
        new Promise(resolve => setTimeout(() => resolve('open'), 300)),
      ]),
    ).resolves.toBe('open')
  })
})

describe('a stream of events', () => {
  const open = (headers: Record<string, string>, path = '/graphql', body?: object) => {
    const sent = request(`${api.url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      agent: false,
    })
    sent.end(body === undefined ? undefined : JSON.stringify(body))
    return sent
  }
  const EVENTS = { accept: 'text/event-stream' }

  async function read(sent: ReturnType<typeof open>) {
    const [response] = (await once(sent, 'response')) as [import('node:http').IncomingMessage]
    let text = ''
    for await (const chunk of response) text += chunk
    return { status: response.statusCode, type: response.headers['content-type'], text }
  }

  test('has the form that any client of server-sent events reads', async () => {
    const path = `/graphql?query=${encodeURIComponent('{ version }')}`
    const { status, type, text } = await read(open(EVENTS, path))
    expect(status).toBe(200)
    expect(type).toMatch(/^text\/event-stream/)
    expect(text.replace(/^:\n\n/, '')).toMatch(
      /^event: next\ndata: \{"data":\{"version":"[^"]+"\}\}\n\nevent: complete\ndata:\s*\n\n$/,
    )
  })

  test('has the classifications that are stored while it is open, and ends with its client', async () => {
    const sent = open(EVENTS, '/graphql', { query: 'subscription { classified { tweet { text } } }' })
    const [response] = (await once(sent, 'response')) as [import('node:http').IncomingMessage]
    let text = ''
    response.on('data', chunk => {
      text += chunk
    })
    response.on('error', () => {})
    let count = 0
    await expect
      .poll(async () => {
        await api.ask(`mutation { classify(input: { text: "streamed ${++count}" }) { userErrors { code } } }`)
        return text
      })
      .toContain('event: next\ndata: {"data":{"classified":{"tweet":{"text":"streamed')
    sent.destroy()
    const listening = async () =>
      (
        await api.database.storage.pool.query(
          `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'pulso live'`,
        )
      ).rowCount
    await expect.poll(listening).toBe(0)
  })

  test('is ended without an error for a client that leaves at any moment', async () => {
    for (let waitMs = 0; waitMs < 40; waitMs++) {
      const sent = open(EVENTS, '/graphql', { query: 'subscription { classified { id } }' })
      sent.on('error', () => {})
      await new Promise(resolve => setTimeout(resolve, waitMs / 2))
      sent.destroy()
    }
    await new Promise(resolve => setTimeout(resolve, 200))
    expect(api.logged).toEqual([])
  })

  test('is not opened for a client that prefers JSON, or accepts everything', async () => {
    for (const accept of ['*/*', 'application/json, text/event-stream', 'text/event-stream;q=0.5, application/json']) {
      const { type } = await read(open({ accept }, '/graphql', { query: '{ version }' }))
      expect(type).toMatch(/json/)
    }
  })

  test.each([
    [
      undefined,
      `/graphql?query=${encodeURIComponent('mutation { classify(input: { text: "by GET" }) { userErrors { code } } }')}`,
      405,
    ],
    [undefined, '/graphql?query=', 200],
    [undefined, '/graphql', 400],
    [{ query: 5 }, '/graphql', 400],
    [{ query: '{ version }', variables: [] }, '/graphql', 400],
    [[], '/graphql', 400],
  ])('%j to %s is answered without an internal error', async (body, path, expected) => {
    const { status, text } = await read(open(EVENTS, path, body))
    expect(status).toBe(expected)
    expect(text).toContain('errors')
    expect(text).not.toContain('INTERNAL')
  })

  test('is ended by a server that stops, without the event complete', async () => {
    const stopping = await startApi({ database: api.database })
    const sent = request(`${stopping.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...EVENTS },
    })
    sent.end(JSON.stringify({ query: 'subscription { classified { id } }' }))
    const [response] = (await once(sent, 'response')) as [import('node:http').IncomingMessage]
    let text = ''
    response.on('data', chunk => {
      text += chunk
    })
    response.on('error', () => {})
    const closed = once(response, 'close')
    await stopping.close()
    await closed
    expect(text).not.toContain('complete')
    expect(stopping.logged).toEqual([])
  })
})

test('no internal error was logged', () => {
  expect(api.logged).toEqual([])
})
