import { once } from 'node:events'
import { request } from 'node:http'
import { type Client, createClient } from 'graphql-ws'
import { afterAll, beforeAll, expect, test } from 'vitest'
import WebSocket from 'ws'
import { openAdmission } from '../../src/access/admission.ts'
import { newKeyText } from '../../src/access/key-text.ts'
import { type AccessKeys, createAccessKeys } from '../../src/access/service.ts'
import { openApiDocument } from '../../src/api/http/openapi-document.ts'
import type { Scope } from '../../src/scopes.ts'
import { createTestDatabase } from '../support/test-database.ts'
import { startApi, type TestApi } from './start-api.ts'

/** Two server processes on one database that need keys. */
let here: TestApi
let there: TestApi
let keys: AccessKeys
/** The clock of the servers, which tests can set forward. */
let ahead = 0

beforeAll(async () => {
  const now = () => new Date(Date.now() + ahead)
  here = await startApi({ environment: { PULSO_AUTH: 'keys' }, now })
  there = await startApi({ environment: { PULSO_AUTH: 'keys' }, database: here.database, now })
  keys = createAccessKeys(here.database.storage.pool, now)
})
afterAll(async () => {
  await there.close()
  await here.close()
})

async function newKey(...scopes: readonly Scope[]): Promise<string> {
  const created = await keys.create({ name: `key for ${scopes}`, scopes, expiresAt: null })
  if (!created.ok) throw new Error(created.problem.message)
  return created.value.secret
}

const bearer = (key: string) => ({ authorization: `Bearer ${key}` })

async function ask(api: TestApi, headers: Record<string, string>, query: string, variables: object = {}) {
  const response = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  })
  return { status: response.status, headers: response.headers, ...((await response.json()) as Answer) }
}

interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: the shape depends on the query
  readonly data?: any
  readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[]
}

const CLASSIFY =
  'mutation ($input: ClassifyInput!) { classify(input: $input) { classification { id } userErrors { message } } }'
const TEXT = { input: { text: 'I love my new Xbox', entity: 'Xbox' } }

const PUBLIC = [
  'delete /session',
  'get /',
  'get /health',
  'get /health/live',
  'get /health/ready',
  'get /openapi.json',
  'get /version',
  'post /session',
]

test('every documented route but the public ones refuses a request without a key, as the document says', async () => {
  const open: string[] = []
  const documented: string[] = []
  const paths = openApiDocument.paths as Readonly<
    Record<string, Readonly<Record<string, { security?: readonly object[] }>>>
  >
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, { security }] of Object.entries(operations)) {
      if (security?.length === 0) documented.push(`${method} ${path}`)
      const response = await fetch(here.url + path.replaceAll(/\{\w+\}/g, 'x'), { method: method.toUpperCase() })
      const text = await response.text()
      if (response.status !== 401) open.push(`${method} ${path}`)
      else {
        expect(response.headers.get('www-authenticate')).toBe('Bearer realm="pulso"')
        if (method !== 'head') expect(text, path).toContain('This server needs a key')
      }
    }
  }
  expect(open.sort()).toEqual(PUBLIC)
  expect(documented.sort()).toEqual(PUBLIC)
  for (const path of ['/', '/models', '/graphql', '/robots.txt', '/favicon.ico']) {
    expect((await fetch(here.url + path, { headers: { accept: 'text/html' } })).status, path).toBe(200)
  }
  expect((await fetch(`${here.url}/nowhere`)).status).toBe(404)
})

test('GraphQL needs a key in one of two headers', async () => {
  const key = await newKey('READ')
  const without = await ask(here, {}, '{ version }')
  expect(without).toMatchObject({
    status: 401,
    errors: [
      { message: expect.stringMatching(/^This server needs a key: .*\.$/), extensions: { code: 'UNAUTHENTICATED' } },
    ],
  })
  for (const headers of [bearer(key), { authorization: `bearer  ${key}` }, { 'x-api-key': key }]) {
    const answer = await ask(here, headers, '{ version }')
    expect(answer).toMatchObject({ status: 200, data: { version: expect.any(String) } })
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
  }
  // A key of its own precedes the signature or the token of another service.
  const signed = { authorization: 'AWS4-HMAC-SHA256 Credential=any', 'x-api-key': key }
  expect((await ask(here, signed, '{ version }')).status).toBe(200)
})

test('an operation is refused as a whole if the key lacks a scope, and the error names it', async () => {
  const [reader, feed, both] = [await newKey('READ'), await newKey('CLASSIFY'), await newKey('READ', 'CLASSIFY')]
  expect(await ask(here, bearer(reader), CLASSIFY, TEXT)).toMatchObject({
    status: 403,
    errors: [
      {
        message: 'This operation needs a key with the scope CLASSIFY; this key has READ.',
        extensions: { code: 'FORBIDDEN', neededScopes: ['CLASSIFY'] },
      },
    ],
  })
  // A field below the mutation reads what others have stored, so nothing is written.
  const greedy = `mutation ($input: ClassifyInput!) { classify(input: $input) { ...Stored } }
    fragment Stored on ClassifyPayload { classification { entity { classifications { totalCount } } } }`
  const { totalCount: before } = (await ask(here, bearer(reader), COUNT)).data.entities
  expect(await ask(here, bearer(feed), greedy, { input: { text: 'Never stored', entity: 'Nothing' } })).toMatchObject({
    status: 403,
    errors: [{ extensions: { code: 'FORBIDDEN', neededScopes: ['READ'] } }],
  })
  expect((await ask(here, bearer(reader), COUNT)).data.entities.totalCount).toBe(before)
  expect((await ask(here, bearer(both), greedy, TEXT)).errors).toBeUndefined()
  // Repeated operations are compiled, and the answer of a permitted client is not the permission of another.
  for (let count = 0; count < 6; count++) {
    expect((await ask(here, bearer(feed), CLASSIFY, TEXT)).data.classify.userErrors).toEqual([])
    expect((await ask(here, bearer(reader), CLASSIFY, TEXT)).status).toBe(403)
  }
})

const COUNT = '{ entities { totalCount } }'

test('an admin creates a key for one server over another, and sees it used', async () => {
  const admin = await newKey('ADMIN')
  const create = `mutation ($input: CreateAccessKeyInput!) {
    createAccessKey(input: $input) { secret key { name prefix scopes lastUsedAt } userErrors { code message field } } }`
  const input = { name: 'feed', scopes: ['CLASSIFY'], expiresAt: '2100-01-01T00:00:00Z' }
  const { createAccessKey: created } = (await ask(here, bearer(admin), create, { input })).data
  expect(created).toMatchObject({ key: { name: 'feed', scopes: ['CLASSIFY'], lastUsedAt: null }, userErrors: [] })
  expect((await ask(there, bearer(created.secret), CLASSIFY, TEXT)).status).toBe(200)
  const list = '{ accessKeys { name prefix lastUsedAt } }'
  await expect
    .poll(async () => (await ask(here, bearer(admin), list)).data.accessKeys[0])
    .toMatchObject({ prefix: created.key.prefix, lastUsedAt: expect.any(String) })
  expect((await ask(here, bearer(created.secret), list)).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  for (const [faulty, field] of [
    [{ ...input, scopes: [] }, 'scopes'],
    [{ ...input, name: ' ' }, 'name'],
    [{ ...input, name: 'a\0b' }, 'name'],
    [{ ...input, expiresAt: '2001-01-01T00:00:00Z' }, 'expiresAt'],
  ] as const) {
    const refused = (await ask(here, bearer(admin), create, { input: faulty })).data.createAccessKey
    expect(refused).toMatchObject({ secret: null, userErrors: [{ code: 'INVALID', field: ['input', field] }] })
  }
  const stored = await here.database.storage.pool.query('SELECT row_to_json(access_key)::text AS row FROM access_key')
  expect(JSON.stringify(stored.rows)).not.toContain(created.secret.split('_')[2])
})

test('the time of the last use is written at most once a minute', async () => {
  const key = await newKey('READ')
  const usedAt = async () => (await keys.list())[0]?.lastUsedAt?.getTime()
  await ask(here, bearer(key), '{ version }')
  await expect.poll(usedAt).toBeGreaterThan(0)
  const first = await usedAt()
  for (let count = 0; count < 5; count++) await ask(there, bearer(key), '{ version }')
  expect(await usedAt()).toBe(first)
  ahead += 61_000
  await ask(there, bearer(key), '{ version }')
  await expect.poll(usedAt).toBeGreaterThan(first ?? 0)
})

const TICKER = 'subscription { classified { id } }'

interface Closed {
  readonly code: number
  readonly reason: string
}

/** Resolves with the event that closes the connection. */
function subscribe(client: Client): Promise<Closed> {
  return new Promise((resolve, reject) => {
    client.subscribe(
      { query: TICKER },
      { next: () => {}, error: error => resolve(error as Closed), complete: () => reject(new Error('It ended.')) },
    )
  })
}

function connect(headers: Record<string, string>, connectionParams: Record<string, unknown> = {}) {
  class Socket extends WebSocket {
    constructor(url: string, protocols: string | string[]) {
      super(url, protocols, { headers })
    }
  }
  const url = `${there.url.replace('http', 'ws')}/graphql`
  return createClient({
    url,
    webSocketImpl: Socket,
    retryAttempts: 0,
    lazy: false,
    connectionParams,
    onNonLazyError: () => {},
  })
}

const opened = (client: Client) => new Promise(resolve => client.on('connected', resolve))

test('a revoked key loses open WebSockets, event streams and downloads in every process at once', async () => {
  const key = await newKey('READ')
  const [byHeader, byPayload, byField] = [
    connect(bearer(key)),
    connect({}, { Authorization: `Bearer ${key}` }),
    connect({}, { 'x-api-key': key }),
  ]
  await Promise.all([byHeader, byPayload, byField].map(opened))
  const closings = [byHeader, byPayload, byField].map(subscribe)
  const stream = request(`${there.url}/graphql`, {
    method: 'POST',
    headers: { ...bearer(key), accept: 'text/event-stream', 'content-type': 'application/json' },
  })
  stream.end(JSON.stringify({ query: TICKER }))
  const [response] = await once(stream, 'response')
  const streamEnds = Promise.race([once(response, 'close'), once(response, 'aborted'), once(response, 'error')])
  response.resume()
  const startedAt = performance.now()
  expect((await keys.revoke(key)).ok).toBe(true)
  expect(await Promise.all(closings)).toEqual(
    closings.map(() => expect.objectContaining({ code: 4401, reason: 'The key was revoked.' })),
  )
  await streamEnds
  expect(performance.now() - startedAt).toBeLessThan(60_000)
  for (const api of [here, there]) {
    await expect
      .poll(async () => (await ask(api, bearer(key), '{ version }')).errors?.[0]?.message)
      .toBe('The key was revoked.')
  }
  expect((await ask(here, bearer(key), '{ version }')).headers.get('www-authenticate')).toContain(
    'error="invalid_token"',
  )
})

test('a WebSocket without a valid key is closed, and a scope is needed for each operation', async () => {
  for (const params of [
    {},
    { Authorization: 'Bearer wrong' },
    { authorization: 7 },
    { 'X-Api-Key': '\0'.repeat(5000) },
  ]) {
    expect(await subscribe(connect({}, params))).toMatchObject({ code: 4401 })
  }
  const feed = connect({}, { Authorization: `Bearer ${await newKey('CLASSIFY')}` })
  expect(await subscribe(feed)).toMatchObject([{ extensions: { code: 'FORBIDDEN', neededScopes: ['READ'] } }])
  await feed.dispose()
  const refused = new WebSocket(`${there.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    headers: { 'x-api-key': newKeyText() },
  })
  const [error] = await once(refused, 'error')
  expect(error.message).toContain('401')
})

test('an expired key is refused, and its open connections end', async () => {
  const created = await keys.create({
    name: 'short',
    scopes: ['READ'],
    expiresAt: new Date(Date.now() + ahead + 3_600_000),
  })
  const key = created.ok ? created.value.secret : ''
  const client = connect(bearer(key))
  await opened(client)
  const closing = subscribe(client)
  expect((await ask(there, bearer(key), '{ version }')).status).toBe(200)
  ahead += 3_600_001
  expect(await ask(here, bearer(key), '{ version }')).toMatchObject({
    status: 401,
    errors: [{ message: 'The key has expired.' }],
  })
  // The keys are read again every few seconds.
  expect(await closing).toMatchObject({ code: 4401, reason: 'The key has expired.' })
})

test('REST routes and uploads obey the scopes in the format of their errors', async () => {
  const [reader, feed] = [await newKey('READ'), await newKey('CLASSIFY')]
  const send = (path: string, headers: Record<string, string>, init: RequestInit = {}) =>
    fetch(here.url + path, { ...init, headers: { ...headers, ...init.headers } })
  const upload = { method: 'POST', body: 'text\nhello', headers: { 'content-type': 'text/csv' } }
  expect((await send('/imports?name=a.csv', bearer(feed), upload)).status).toBe(201)
  const refused = await send('/imports?name=a.csv', bearer(reader), upload)
  expect(refused.headers.get('www-authenticate')).toContain('scope="CLASSIFY"')
  expect([refused.status, await refused.json()]).toEqual([
    403,
    {
      type: 'about:blank',
      title: 'Forbidden',
      status: 403,
      detail: 'This needs a key with the scope CLASSIFY; this key has READ.',
    },
  ])
  expect((await send('/exports/classifications.csv', bearer(reader))).status).toBe(200)
  expect((await send('/exports/classifications.csv', bearer(feed), { method: 'HEAD' })).status).toBe(403)
  const json = { method: 'POST', body: '{"text":"I love Netflix"}', headers: { 'content-type': 'application/json' } }
  expect((await send('/analyze', bearer(feed), json)).status).toBe(200)
  expect((await send('/api/model-nlp/', {}, json)).status).toBe(401)
  const aws = { method: 'POST', body: '{}', headers: { 'content-type': 'application/x-amz-json-1.1' } }
  expect(await (await send('/', {}, aws)).json()).toMatchObject({ __type: 'UnrecognizedClientException' })
  const azure = '/text/analytics/v3.1/sentiment'
  const documents = { ...json, body: '{"documents":[{"id":"1","text":"I love Netflix"}]}' }
  expect(await (await send(azure, {}, documents)).json()).toMatchObject({ error: { code: 'Unauthorized' } })
  expect((await send(azure, { 'ocp-apim-subscription-key': feed }, documents)).status).toBe(200)
  const google = '/v1/documents:analyzeSentiment'
  const document = { ...json, body: '{"document":{"type":"PLAIN_TEXT","content":"I love it"}}' }
  expect(await (await send(google, {}, document)).json()).toMatchObject({ error: { status: 'UNAUTHENTICATED' } })
  expect((await send(google, { 'x-goog-api-key': feed }, document)).status).toBe(200)
})

test.each([
  ['a key with another secret', (key: string) => newKeyText().replace(/_\w{8}_/, `_${key.split('_')[1]}_`)],
  ['a key in two headers that differ', (key: string) => `${key}, ${key}`],
  ['a very long text', (key: string) => key.repeat(200)],
])('%s is refused', async (_name, change) => {
  const key = await newKey('READ')
  expect((await ask(there, { 'x-api-key': change(key) }, '{ version }')).status).toBe(401)
})

test('the servers go on with the keys that they know while the database is closed to them', async () => {
  const key = await newKey('READ')
  expect((await ask(here, bearer(key), '{ version }')).status).toBe(200)
  // All sessions end, also the one that listens; it comes back and reads the keys again.
  await here.database.storage.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'pulso live'`,
  )
  expect((await ask(here, bearer(key), '{ version }')).status).toBe(200)
  await keys.revoke(key)
  await expect.poll(async () => (await ask(here, bearer(key), '{ version }')).status, { timeout: 15_000 }).toBe(401)
})

test('a server that other machines can reach starts only with a key or an explicit decision', {
  timeout: 60_000,
}, async () => {
  const database = await createTestDatabase()
  const logged: string[] = []
  const open = async (host: string, auth: 'open' | 'keys' | null = null) => {
    const log = (line: string) => logged.push(line)
    const admission = await openAdmission({ config: { host, auth, tokens: null }, storage: database.storage, log })
    await admission.close()
    return admission.needsKey
  }
  try {
    for (const host of ['127.0.0.1', 'localhost', '::1', '127.1.2.3']) expect(await open(host)).toBe(false)
    for (const host of ['0.0.0.0', '::', '192.0.2.7', 'pulso.internal', '127.0.0.1.example.com']) {
      await expect(open(host)).rejects.toThrow(
        `HOST is "${host}", which other machines can reach, and no valid key exists. Create one with \`pulso keys create admin --scope ADMIN\`, or set PULSO_AUTH=open if every client may do everything.`,
      )
    }
    expect(await open('0.0.0.0', 'open')).toBe(false)
    expect(logged).toEqual([])
    expect(await open('127.0.0.1', 'keys')).toBe(true)
    expect(logged).toEqual([expect.stringMatching(/^No valid key exists, so every request is refused\./)])
    const stored = createAccessKeys(database.storage.pool, database.storage.now)
    const created = await stored.create({ name: 'admin', scopes: ['ADMIN'], expiresAt: null })
    expect(await open('0.0.0.0')).toBe(true)
    // A revoked key is as good as none.
    await stored.revoke(created.ok ? created.value.secret : '')
    await expect(open('0.0.0.0')).rejects.toThrow('no valid key exists')
  } finally {
    await database.drop()
  }
})

/** Signs in as a page does; returns the cookies. */
async function signIn(api: TestApi, key: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${api.url}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: api.url, ...headers },
    body: JSON.stringify({ key }),
  })
  return { status: response.status, cookies: response.headers.getSetCookie() }
}

const cookieOf = (cookies: readonly string[]) => ({ cookie: cookies.map(cookie => cookie.split(';')[0]).join('; ') })

test('a page signs in by a key, on every server, until it signs out or the key ends', async () => {
  const key = await newKey('READ')
  const { status, cookies } = await signIn(here, key)
  expect(status).toBe(204)
  expect(cookies).toEqual([
    expect.stringMatching(/^pulso_session=[\w-]{43}; Path=\/; SameSite=Strict; Max-Age=43200; HttpOnly$/),
    expect.stringMatching(/^pulso_signed_in=1; Path=\/; SameSite=Strict; Max-Age=43200$/),
  ])
  expect(cookies.join()).not.toContain(key.slice(6))
  expect((await signIn(here, key, { 'x-forwarded-proto': 'https' })).cookies[0]).toContain('; Secure; HttpOnly')
  const page = cookieOf(cookies)
  for (const api of [here, there]) expect((await ask(api, page, '{ version }')).status).toBe(200)
  expect((await ask(here, page, CLASSIFY, TEXT)).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  const live = connect({ ...page, origin: there.url })
  await opened(live)
  const closing = subscribe(live)
  // The table has no text with which a reader of the database could sign in.
  const { rows } = await here.database.storage.pool.query(
    'SELECT row_to_json(access_session)::text AS row FROM access_session',
  )
  expect(JSON.stringify(rows)).not.toContain(page.cookie.split(/[=;]/)[1])
  const second = cookieOf((await signIn(there, key)).cookies)
  const signedOut = await fetch(`${here.url}/session`, { method: 'DELETE', headers: { ...second, origin: here.url } })
  expect(signedOut.headers.getSetCookie()[0]).toContain('pulso_session=; Path=/; SameSite=Strict; Max-Age=0')
  await expect
    .poll(async () => (await ask(there, second, '{ version }')).errors?.[0]?.message)
    .toBe('The session has ended; sign in again.')
  expect((await ask(there, page, '{ version }')).status).toBe(200)
  await keys.revoke(key)
  expect(await closing).toMatchObject({ code: 4401, reason: 'The key was revoked.' })
  await expect.poll(async () => (await ask(there, page, '{ version }')).status).toBe(401)
})

test('pages of other origins can neither sign in nor use the session', async () => {
  const key = await newKey('READ', 'CLASSIFY')
  expect((await signIn(here, key, { origin: 'https://evil.example' })).status).toBe(403)
  expect((await signIn(here, key, { origin: 'null' })).status).toBe(403)
  // The types that a page can send without a preflight request.
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
    expect((await signIn(here, key, { 'content-type': type })).status).toBe(415)
  }
  expect((await signIn(here, 'pulso_wrong')).status).toBe(401)
  const page = cookieOf((await signIn(here, key)).cookies)
  const evil = { ...page, origin: 'https://evil.example' }
  expect((await ask(here, evil, '{ version }')).status).toBe(403)
  const form = {
    method: 'POST',
    headers: { ...evil, 'content-type': 'multipart/form-data; boundary=x' },
    body: '--x--',
  }
  expect((await fetch(`${here.url}/imports`, form)).status).toBe(403)
  const socket = new WebSocket(`${there.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers: evil })
  expect((await once(socket, 'error'))[0].message).toContain('403')
  expect((await ask(here, { ...page, origin: here.url }, '{ version }')).status).toBe(200)
  ahead += 12 * 3_600_000 + 1
  expect((await ask(here, page, '{ version }')).status).toBe(401)
})

// The last test, because this address then has to wait.
test('many unknown keys end in 429 with Retry-After, and valid keys of the same address go on', async () => {
  const key = await newKey('READ')
  const answers = []
  for (const text of [...Array(12).fill('nonsense'), ...Array(12).fill(newKeyText())]) {
    answers.push(await ask(here, bearer(text), '{ version }'))
  }
  expect(answers[0]?.errors?.[0]?.message).toBe(
    'This is not a key of this server, or it has a typing error; keys begin with pulso_.',
  )
  const last = answers.at(-1)
  expect(last).toMatchObject({ status: 429, errors: [{ extensions: { code: 'THROTTLED' } }] })
  expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await ask(here, bearer(key), '{ version }')).status).toBe(200)
})
