import { connect, createServer, type Server, type Socket } from 'node:net'
import pg from 'pg'
import { afterEach, expect, inject, test } from 'vitest'
import { startApi, type TestApi } from './start-api.ts'

let api: TestApi
let line: DatabaseLine | undefined

afterEach(async () => {
  line?.restore()
  await api.close()
  await line?.close()
  line = undefined
})

/** A connection to the database that can be cut. */
interface DatabaseLine {
  readonly port: number
  cut(): void
  restore(): void
  close(): Promise<void>
}

async function openLine(): Promise<DatabaseLine> {
  const { host, port } = new pg.Client({ connectionString: inject('databaseServer').url })
  const target = host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port }
  const sockets = new Set<Socket>()
  let isCut = false
  const server: Server = createServer(near => {
    if (isCut) {
      near.destroy()
      return
    }
    const far = connect(target)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket
        .on('error', () => {})
        .on('close', () => {
          near.destroy()
          far.destroy()
        })
    }
    near.pipe(far).pipe(near)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as { port: number }).port,
    cut: () => {
      isCut = true
      for (const socket of sockets) socket.destroy()
      sockets.clear()
    },
    restore: () => {
      isCut = false
    },
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
}

const CLASSIFY =
  'mutation { classify(input: { text: "I love it", entity: "Xbox" }) { classification { id } userErrors { code } } }'
const rest = () =>
  fetch(`${api.url}/api/model-nlp/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"text":"I love it"}',
  })

test('during an outage of the database every operation reports it, predictions work, and everything recovers afterwards', async () => {
  line = await openLine()
  api = await startApi({ databasePort: line.port })
  await api.data(CLASSIFY)
  line.cut()

  expect((await api.data(CLASSIFY)).classify).toEqual({ classification: null, userErrors: [{ code: 'UNAVAILABLE' }] })
  const { errors } = await api.ask('{ entity(name: "Xbox") { sentiment { counts { total } } } }')
  expect(errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE' } }])
  expect(JSON.stringify(errors)).not.toMatch(/127\.0\.0\.1|prisma|ECONN/i)
  const ready = await fetch(`${api.url}/health/ready`)
  expect([ready.status, await ready.json()]).toEqual([503, { status: 'not ready', reason: expect.any(String) }])
  const health = await fetch(`${api.url}/health`)
  expect([health.status, await health.json()]).toMatchObject([
    503,
    { status: 'not ready', version: expect.any(String) },
  ])
  expect((await fetch(`${api.url}/health/live`)).status).toBe(200)
  expect((await rest()).status).toBe(200)

  line.restore()
  await expect.poll(async () => (await fetch(`${api.url}/health/ready`)).status, { timeout: 15_000 }).toBe(200)
  expect((await api.data(CLASSIFY)).classify.userErrors).toEqual([])
  const { entity } = await api.data('{ entity(name: "Xbox") { sentiment { counts { total } } } }')
  expect(entity.sentiment.counts.total).toBe(2)
})

/** A queue of one is full only while requests arrive faster than the model answers, which a busy machine may prevent in one round. */
const ROUNDS = 30

test('with a full queue, work is refused, and all accepted work is stored', async () => {
  api = await startApi({ maxQueuedMentions: 1 })
  const inputs = Array.from({ length: 100 }, (_, index) => ({ text: `A tweet of some words, number ${index}` }))
  const BATCH = `mutation ($inputs: [ClassifyInput!]!) {
    classifyBatch(inputs: $inputs) { results { classification { id } userErrors { code } } }
  }`
  const results: { classification: unknown; userErrors: { code: string }[] }[] = []
  const refused = () => results.filter(({ userErrors }) => userErrors.length > 0)
  for (let round = 0; round < ROUNDS && refused().length === 0; round++) {
    const answers = await Promise.all(Array.from({ length: 12 }, () => api.data(BATCH, { inputs })))
    results.push(...answers.flatMap(({ classifyBatch }) => classifyBatch.results))
  }
  expect(refused().length).toBeGreaterThan(0)
  expect(refused().every(({ userErrors }) => userErrors[0]?.code === 'OVERLOADED')).toBe(true)
  expect(await api.database.storage.prisma.tweet.count()).toBe(results.length - refused().length)
})

const analyzeTexts = () =>
  fetch(`${api.url}/analyze`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"texts":["I love it", ""]}',
  })

test.each([
  ['the original route', rest],
  ['an analysis of several texts', analyzeTexts],
])('with a full queue, %s responds with 503 and Retry-After', async (_, ask) => {
  api = await startApi({ maxQueuedMentions: 1 })
  const answers: Response[] = []
  for (let round = 0; round < ROUNDS && !answers.some(({ status }) => status === 503); round++) {
    answers.push(...(await Promise.all(Array.from({ length: 40 }, ask))))
  }
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 503]))
  const refused = answers.find(({ status }) => status === 503)
  expect(refused?.headers.get('retry-after')).toBe('1')
  expect(await refused?.json()).toEqual(
    expect.objectContaining({ detail: expect.stringContaining('try again in a moment') }),
  )
})
