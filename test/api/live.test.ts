import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { type Client, createClient } from 'graphql-ws'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import WebSocket from 'ws'
import { startApi, type TestApi } from './start-api.ts'

/** Two applications on one database, as in two server processes. */
let here: TestApi
let there: TestApi

beforeAll(async () => {
  here = await startApi()
  there = await startApi({ database: here.database })
})
afterAll(async () => {
  await there.close()
  await here.close()
})

const socketUrl = ({ url }: TestApi) => `${url.replace('http', 'ws')}/graphql`
const clients: Client[] = []
function connect(api: TestApi): Client {
  const client = createClient({ url: socketUrl(api), webSocketImpl: WebSocket, retryAttempts: 0 })
  clients.push(client)
  return client
}
// The next test must not receive events of a failed test, or of a session that is still closing.
afterEach(async () => {
  for (const client of clients.splice(0)) await client.dispose()
  await listening(0)
})

interface Subscribed {
  // biome-ignore lint/suspicious/noExplicitAny: the shape depends on the subscription
  readonly events: any[]
  // biome-ignore lint/suspicious/noExplicitAny: each test checks its shape
  readonly errors: any[]
  readonly ended: Promise<void>
  stop(): void
}

function subscribe(client: Client, query: string, variables: Record<string, unknown> = {}): Subscribed {
  const [events, errors]: [unknown[], unknown[]] = [[], []]
  let end = () => {}
  const ended = new Promise<void>(resolve => {
    end = resolve
  })
  const stop = client.subscribe(
    { query, variables },
    {
      next: ({ data, errors: failed }) => (failed ? errors.push(...failed) : events.push(data)),
      error: error => {
        errors.push(...[error].flat())
        end()
      },
      complete: end,
    },
  )
  return { events, errors, ended, stop }
}

/** The number of listening sessions of the two servers. */
async function listeners(): Promise<number> {
  const { rows } = await here.database.storage.pool.query(
    `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'pulso live'
       AND (query LIKE 'LISTEN%' OR query = 'SELECT 1')`,
  )
  return rows[0]?.n
}
const listening = (count: number) => expect.poll(listeners).toBe(count)

const classify = (api: TestApi, entity: string | null, text = `I love ${entity}`) =>
  api.data('mutation ($input: ClassifyInput!) { classify(input: $input) { userErrors { message } } }', {
    input: { text, entity },
  })

const TICKER =
  'subscription ($entity: String) { classified(entity: $entity) { tweet { text } entity { name } model { version } } }'
const CHANGES = `subscription ($entity: String!) {
  sentimentChanged(entity: $entity, interval: DAY) { isPartial summary { counts { total positive } } }
}`

let probes = 0
/**
 * Waits until the subscriptions of this connection have begun, which the protocol does not report; earlier events are not sent. Subscriptions
 * begin in order, so all have begun when the last one receives an event. The last one also has the most to read before it begins.
 */
async function begun(client: Client): Promise<void> {
  await classify(there, 'Probe', `probe ${++probes}`)
  const probe = subscribe(client, CHANGES, { entity: 'Probe' })
  await expect
    .poll(
      async () => {
        await classify(there, 'Probe', `probe ${++probes}`)
        return probe.events.length
      },
      { interval: 500 },
    )
    .toBeGreaterThan(0)
  probe.stop()
}

test('subscribers receive the classifications of another process', async () => {
  const client = connect(here)
  const [all, own, others] = [
    subscribe(client, TICKER),
    subscribe(client, TICKER, { entity: '#xbox' }),
    subscribe(client, TICKER, { entity: 'Zelda' }),
  ]
  await begun(client)
  await expect.poll(() => all.events.at(-1)?.classified.tweet.text).toBe(`probe ${probes}`)
  all.events.length = 0
  await classify(there, 'Xbox', 'Seen elsewhere')
  const event = {
    classified: { tweet: { text: 'Seen elsewhere' }, entity: { name: 'Xbox' }, model: { version: expect.any(String) } },
  }
  await expect.poll(() => [all.events, own.events]).toEqual([[event], [event]])
  await classify(there, null, 'About nothing at all')
  await expect.poll(() => all.events).toMatchObject([event, { classified: { entity: null } }])
  expect(others.events).toEqual([])
  await client.dispose()
  // Without subscribers, no session listens.
  await listening(0)
})

test('the ticker is a sample of five a second, and ends with the newest', async () => {
  const client = connect(here)
  const { events } = subscribe(client, TICKER, { entity: 'Busy' })
  await listening(1)
  const startedAt = performance.now()
  let count = 0
  // In large batches, so that even a slow machine stores more than the ticker yields.
  while (performance.now() - startedAt < 1500) {
    await Promise.all(Array.from({ length: 10 }, () => classify(there, 'Busy', `number ${++count}`)))
  }
  await classify(there, 'Busy', `number ${++count}`)
  await expect.poll(() => events.at(-1)?.classified.tweet.text).toBe(`number ${count}`)
  const seconds = (performance.now() - startedAt) / 1000
  expect(count).toBeGreaterThan(events.length)
  expect(events.length).toBeGreaterThan(1)
  expect(events.length).toBeLessThanOrEqual(Math.ceil(seconds * 5) + 1)
  await client.dispose()
})

test('labels of people are changes too, and so are their withdrawals', async () => {
  const input = { text: 'I love Labelled', entity: 'Labelled', externalId: 'labelled' }
  await here.data('mutation ($input: ClassifyInput!) { classify(input: $input) { userErrors { message } } }', { input })
  const client = connect(here)
  const { events } = subscribe(client, CHANGES, { entity: 'Labelled' })
  await begun(client)
  const before = events.length
  const { setLabel } = await there.data(
    'mutation ($input: SetLabelInput!) { setLabel(input: $input) { label { id } userErrors { message } } }',
    { input: { ...input, annotator: 'ann', label: 'NEGATIVE' } },
  )
  await expect.poll(() => events.length).toBe(before + 1)
  await there.data('mutation ($id: ID!) { undoLabel(id: $id) { userErrors { message } } }', { id: setLabel.label.id })
  await expect.poll(() => events.length).toBe(before + 2)
})

test('a bucket is sent after it changed, and consecutive changes are combined', async () => {
  await classify(there, 'Counted')
  const client = connect(here)
  const { events } = subscribe(client, CHANGES, { entity: 'Counted' })
  await begun(client)
  await pause(300)
  expect(events).toEqual([])
  const startedAt = performance.now()
  for (let number = 0; number < 20; number++) await classify(there, 'Counted', `the ${number}th`)
  await expect.poll(() => events.at(-1)?.sentimentChanged.summary.counts.total).toBe(21)
  expect(events.at(-1)?.sentimentChanged.isPartial).toBe(true)
  expect(events.length).toBeLessThanOrEqual(Math.ceil((performance.now() - startedAt) / 1000) + 1)
  await client.dispose()
})

test('an entity can be subscribed to before it exists, and after a merge its name means the target', async () => {
  const client = connect(here)
  const { events } = subscribe(client, CHANGES, { entity: 'Later' })
  const ticker = subscribe(client, TICKER, { entity: 'Later' })
  await begun(client)
  await classify(there, 'Later')
  await expect.poll(() => events.map(event => event.sentimentChanged.summary.counts.total)).toEqual([1])
  await expect.poll(() => ticker.events.length).toBe(1)
  for (let number = 0; number < 3; number++) await classify(there, 'Now', `the ${number}th`)
  const ids = await there.data('{ from: entity(name: "Later") { id } into: entity(name: "Now") { id } }')
  await there.data(
    'mutation ($input: MergeEntitiesInput!) { mergeEntities(input: $input) { userErrors { message } } }',
    { input: { fromId: ids.from.id, intoId: ids.into.id, dryRun: false } },
  )
  await expect.poll(() => events.at(-1)?.sentimentChanged.summary.counts.total).toBe(4)
  await pause(500)
  await classify(there, 'Now', 'after the merge')
  await expect.poll(() => ticker.events.at(-1)?.classified.tweet.text).toBe('after the merge')
  await client.dispose()
})

test('a lost listening session is replaced, and missed changes are sent', async () => {
  await classify(there, 'Missed', 'the first')
  const client = connect(here)
  const changes = subscribe(client, CHANGES, { entity: 'Missed' })
  const ticker = subscribe(client, TICKER, { entity: 'Missed' })
  await begun(client)
  const { pool } = here.database.storage
  const { rows } = await pool.query(
    `SELECT pid, pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'pulso live'`,
  )
  expect(rows).toHaveLength(1)
  const ended = () => pool.query('SELECT FROM pg_stat_activity WHERE pid = $1', [rows[0]?.pid])
  await expect.poll(async () => (await ended()).rowCount).toBe(0)
  await classify(there, 'Missed', 'while no session listened')
  await expect.poll(() => changes.events.at(-1)?.sentimentChanged.summary.counts.total).toBe(2)
  await listening(1)
  await classify(there, 'Missed', 'while a session listens')
  await expect.poll(() => ticker.events.at(-1)?.classified.tweet.text).toBe('while a session listens')
  await client.dispose()
})

test.each([
  ['an unknown field', 'subscription { classified { nothing } }', 'GRAPHQL_VALIDATION_FAILED'],
  ['nonsense', 'subscription {', 'GRAPHQL_PARSE_FAILED'],
  [
    'too much',
    `subscription { classified { entity { ${Array.from({ length: 30 }, (_, n) => `t${n}: trend(range: {from: "2020-01-01T00:00:00Z", to: "2024-12-31T00:00:00Z"}) { start summary { counts { total } } }`).join(' ')} } } }`,
    'BAD_USER_INPUT',
  ],
  [
    'too deep',
    `subscription { classified { ${'tweet { classifications { '.repeat(7)} id ${'} }'.repeat(7)} } }`,
    'BAD_USER_INPUT',
  ],
  ['a name without a letter', 'subscription { sentimentChanged(entity: "!!") { start } }', 'BAD_USER_INPUT'],
  [
    'an invalid time zone',
    'subscription { sentimentChanged(entity: "X", timezone: "Mars") { start } }',
    'BAD_USER_INPUT',
  ],
])('%s is refused as over HTTP, and the connection stays open', async (_name, query, code) => {
  const client = connect(here)
  const refused = subscribe(client, query)
  await refused.ended
  expect(refused.errors).toMatchObject([{ extensions: { code } }])
  const after = subscribe(client, TICKER, { entity: 'After' })
  await listening(1)
  await classify(here, 'After')
  await expect.poll(() => after.events.length).toBe(1)
  await client.dispose()
  await listening(0)
})

test('an invalid variable is named', async () => {
  const client = connect(here)
  const { errors, ended } = subscribe(client, CHANGES, { entity: 7 })
  await ended
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: ['entity'] } }])
  await client.dispose()
})

test('a subscription by POST is refused, and the error names the protocol', async () => {
  const { status, errors } = await here.ask('subscription { classified { id } }')
  expect(status).toBe(400)
  expect(errors?.[0]?.message).toContain('WebSocket')
})

test('without introspection, errors of subscriptions reveal no names', async () => {
  const closed = await startApi({ database: here.database, environment: { PULSO_INTROSPECTION: 'false' } })
  const client = connect(closed)
  for (const query of ['subscription { __schema { types { name } } }', 'subscription { clasified { id } }']) {
    const { errors, ended } = subscribe(client, query)
    await ended
    expect(errors.length).toBeGreaterThan(0)
    expect(JSON.stringify(errors)).not.toContain('Did you mean')
  }
  await client.dispose()
  await closed.close()
})

test('a connection has at most 32 subscriptions', async () => {
  const client = connect(here)
  const many = Array.from({ length: 33 }, () => subscribe(client, TICKER))
  await many[32]?.ended
  expect(many[32]?.errors).toMatchObject([{ message: expect.stringContaining('32') }])
  expect(many.slice(0, 32).flatMap(({ errors }) => errors)).toEqual([])
  many[0]?.stop()
  await pause(100)
  const another = subscribe(client, TICKER)
  await pause(100)
  expect(another.errors).toEqual([])
  await client.dispose()
})

const PROTOCOL = 'graphql-transport-ws'

/** The status of a handshake; 101 if it is accepted. */
async function handshake(path: string, headers: Record<string, string>, api = here): Promise<number> {
  const socket = new WebSocket(`${api.url.replace('http', 'ws')}${path}`, PROTOCOL, { headers })
  const status = await new Promise<number>(resolve => {
    socket.once('open', () => resolve(101))
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
    socket.on('error', () => {})
  })
  socket.terminate()
  return status
}

test('pages of other origins are refused; those of this server and programs are accepted', async () => {
  const { host, port } = new URL(here.url)
  expect(await handshake('/graphql', {})).toBe(101)
  expect(await handshake('/graphql', { origin: `http://${host}` })).toBe(101)
  const forwarded = { origin: 'https://pulso.example', 'x-forwarded-host': 'pulso.example' }
  expect(await handshake('/graphql', forwarded)).toBe(403)
  const named = await startApi({ database: here.database, environment: { PULSO_ALLOWED_HOSTS: 'pulso.example' } })
  expect(await handshake('/graphql', forwarded, named)).toBe(101)
  expect(
    await handshake('/graphql', { ...forwarded, 'x-forwarded-host': 'other.example, pulso.example:443' }, named),
  ).toBe(101)
  await named.close()
  for (const origin of [
    'https://evil.example',
    `http://localhost.evil.example:${port}`,
    'null',
    `http://${host}.evil`,
  ]) {
    expect(await handshake('/graphql', { origin })).toBe(403)
  }
})

test('a client that is silent or violates the protocol is disconnected', async () => {
  const open = async () => {
    const socket = new WebSocket(socketUrl(here), PROTOCOL)
    await once(socket, 'open')
    return socket
  }
  const silent = await open()
  const early = await open()
  early.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: 'subscription { classified { id } }' } }))
  expect((await once(early, 'close'))[0]).toBe(4401)
  const loud = await open()
  loud.send('x'.repeat(70_000))
  await once(loud, 'close')
  const wrong = new WebSocket(socketUrl(here), 'graphql-ws')
  await expect(once(wrong, 'open')).rejects.toThrow('subprotocol')
  expect((await once(silent, 'close'))[0]).toBe(4408)
})

test('the page at the same path still works', async () => {
  const response = await fetch(`${here.url}/graphql`)
  expect(response.status).toBe(200)
  expect((await fetch(`${here.url}/graphql`, { method: 'HEAD' })).status).toBe(200)
  expect((await fetch(`${here.url}/graphql`, { method: 'DELETE' })).status).toBe(405)
  expect(await handshake('/health/live', {})).not.toBe(403)
})

test('a stopping server closes all connections, including those of unresponsive clients', async () => {
  const stopping = await startApi({ database: here.database })
  const client = connect(stopping)
  let code: number | null = null
  client.on('closed', event => {
    code = (event as { code: number }).code
  })
  subscribe(client, TICKER)
  subscribe(client, CHANGES, { entity: 'Xbox' })
  await listening(1)
  const deaf = new WebSocket(socketUrl(stopping), PROTOCOL)
  await once(deaf, 'open')
  deaf.pause()
  const startedAt = performance.now()
  await stopping.close()
  expect(performance.now() - startedAt).toBeLessThan(5000)
  await expect.poll(() => code).toBe(1001)
  await listening(0)
  deaf.terminate()
  await client.dispose()
})

test('no internal error was logged', () => {
  expect([...here.logged, ...there.logged]).toEqual([])
})
