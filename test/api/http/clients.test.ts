import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi, type TestApi } from '../start-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi({
    environment: {
      PULSO_ALLOWED_HOSTS: 'pulso.example.com, other.example',
      PULSO_CORS_ORIGINS: 'https://app.example.com,http://localhost:5173',
    },
  })
  await api.data('mutation { classify(input: { text: "I love it", entity: "Xbox" }) { userErrors { message } } }')
})
afterAll(() => api.close())

const QUERY = '{ entity(name: "Xbox") { name } }'
const ANSWER = { data: { entity: { name: 'Xbox' } } }

interface Sent {
  readonly method?: string
  readonly path?: string
  readonly headers?: Record<string, string>
  readonly body?: string
}

/** Uses Node's plain client, in which a test can set any header. */
async function send({ method = 'GET', path = '/health/live', headers = {}, body }: Sent) {
  const sent = request(`${api.url}${path}`, { method, headers, agent: false })
  sent.end(body)
  const [response] = (await once(sent, 'response')) as [import('node:http').IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  return { status: response.statusCode, headers: response.headers, text: Buffer.concat(chunks).toString() }
}

const JSON_BODY = {
  'content-type': 'application/json',
  'content-length': String(JSON.stringify({ query: QUERY }).length),
}

describe('a request for another protocol is handled as usual', () => {
  test.each(['h2c', 'foo/2', 'TLS/1.0, HTTP/1.1', 'h2c, foo'])('Upgrade: %s', async upgrade => {
    const headers = { connection: 'Upgrade, HTTP2-Settings', upgrade, 'http2-settings': 'AAMAAABkAAQAAP__' }
    expect(await send({ headers })).toMatchObject({ status: 200, text: '{"status":"live"}' })
    const posted = await send({
      method: 'POST',
      path: '/graphql',
      headers: { ...headers, ...JSON_BODY },
      body: JSON.stringify({ query: QUERY }),
    })
    expect(posted).toMatchObject({ status: 200 })
    expect(JSON.parse(posted.text)).toEqual(ANSWER)
  })

  test('two requests on one connection, the first with an upgrade, are both answered', async () => {
    const { host, hostname, port } = new URL(api.url)
    const socket = connect(Number(port), hostname)
    const wish = 'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n'
    socket.write(`GET /health/live HTTP/1.1\r\nHost: ${host}\r\n${wish}\r\n`)
    let answers = ''
    socket.on('data', data => {
      answers += data
    })
    await expect.poll(() => answers).toContain('{"status":"live"}')
    answers = ''
    socket.write(`GET /health/live HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
    await expect.poll(() => answers).toContain('{"status":"live"}')
    socket.destroy()
  })
})

describe('a query by GET', () => {
  const path = `/graphql?query=${encodeURIComponent(QUERY)}`

  test.each([
    [
      'urql',
      'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
    ],
    ['Apollo Client', 'application/graphql-response+json,application/json;q=0.9'],
    ['gql', 'application/json'],
    ['curl', '*/*'],
  ])('is answered to %s', async (_, accept) => {
    const { status, headers, text } = await send({ path, headers: { accept } })
    expect(status).toBe(200)
    expect(headers['content-type']).toContain('json')
    expect(JSON.parse(text)).toEqual(ANSWER)
    expect(headers.vary).toContain('Accept')
  })

  test('takes variables and the name of an operation', async () => {
    const parameters = new URLSearchParams({
      query: 'query A($name: String!) { entity(name: $name) { name } } query B { __typename }',
      variables: '{"name":"xbox"}',
      operationName: 'A',
    })
    const { text } = await send({ path: `/graphql?${parameters}`, headers: { accept: 'application/json' } })
    expect(JSON.parse(text)).toEqual(ANSWER)
  })

  test.each(['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html'])(
    'is the playground for a browser (%s)',
    async accept => {
      const { headers } = await send({ path, headers: { accept } })
      expect(headers['content-type']).not.toContain('json')
    },
  )

  test('that is missing or invalid is an error of the client, in JSON', async () => {
    for (const wrong of [
      '/graphql?query=',
      '/graphql?query=%7B',
      '/graphql?query=%7B%20nothing%20%7D',
      '/graphql?variables=x',
    ]) {
      const { status, headers } = await send({ path: wrong, headers: { accept: 'application/json' } })
      expect(status).toBe(400)
      expect(headers['content-type']).toContain('json')
    }
  })

  test('with a mutation is refused, and nothing is written', async () => {
    const mutation = 'mutation { classify(input: { text: "by GET", entity: "ByGet" }) { userErrors { code } } }'
    const { status, headers } = await send({
      path: `/graphql?query=${encodeURIComponent(mutation)}`,
      headers: { accept: 'application/json' },
    })
    expect(status).toBe(405)
    expect(headers.allow).toBe('POST')
    expect(await api.data('{ entity(name: "ByGet") { id } }')).toEqual({ entity: null })
  })
})

describe('the Host header', () => {
  test.each([
    'localhost',
    'localhost:4000',
    '127.0.0.1:1',
    '127.9.9.9',
    '[::1]:4000',
    'pulso.example.com',
    'OTHER.example:443',
    'other.example.',
  ])('%s is accepted', async host => {
    expect((await send({ headers: { host } })).status).toBe(200)
  })

  test.each([
    'evil.example',
    'evil.example:4000',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '10.0.0.1',
    'xpulso.example.com',
    'a.pulso.example.com',
  ])('%s is refused on every path, and the error names the setting', async host => {
    for (const path of ['/health/live', '/graphql', '/', '/exports/classifications.csv', '/nowhere']) {
      const { status, text } = await send({ path, headers: { host } })
      expect(status).toBe(421)
      expect(text).toContain('PULSO_ALLOWED_HOSTS')
    }
    const handshake = {
      host,
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    }
    expect((await send({ path: '/graphql', headers: handshake })).status).toBe(421)
  })
})

describe('pages of other origins', () => {
  const preflight = (origin: string, path = '/graphql') =>
    send({
      method: 'OPTIONS',
      path,
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    })

  test.each(['https://app.example.com', 'http://localhost:5173'])('%s may use the API', async origin => {
    for (const path of ['/graphql', '/imports', '/exports/classifications.csv', '/health']) {
      const { status, headers } = await preflight(origin, path)
      expect(status).toBe(204)
      expect(headers['access-control-allow-origin']).toBe(origin)
      expect(headers['access-control-allow-methods']).toContain('POST')
    }
    const answered = await send({
      method: 'POST',
      path: '/graphql',
      headers: { ...JSON_BODY, origin },
      body: JSON.stringify({ query: QUERY }),
    })
    expect(answered.headers['access-control-allow-origin']).toBe(origin)
    expect(answered.headers.vary).toContain('Origin')
  })

  test.each(['https://evil.example', 'https://app.example.com.evil.example', 'http://app.example.com', 'null'])(
    '%s may not',
    async origin => {
      expect((await preflight(origin)).headers['access-control-allow-origin']).toBeUndefined()
      const { headers } = await send({ headers: { origin } })
      expect(headers['access-control-allow-origin']).toBeUndefined()
    },
  )

  test('may open a WebSocket if they are listed', async () => {
    const handshake = (origin: string) => {
      const sent = request(`${api.url}/graphql`, {
        agent: false,
        headers: {
          origin,
          connection: 'Upgrade',
          upgrade: 'websocket',
          'sec-websocket-version': '13',
          'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
          'sec-websocket-protocol': 'graphql-transport-ws',
        },
      })
      sent.end()
      return Promise.race([
        once(sent, 'upgrade').then(([response, socket]) => {
          socket.destroy()
          return response.statusCode
        }),
        once(sent, 'response').then(([response]) => response.statusCode),
      ])
    }
    expect(await handshake('http://localhost:5173')).toBe(101)
    expect(await handshake('https://evil.example')).toBe(403)
  })
})

test('after a release, browsers request pages again, but not their cached files', async () => {
  for (const path of ['/', '/graphql', '/entities/Xbox']) {
    const { status, headers, text } = await send({ path, headers: { accept: 'text/html' } })
    expect(status).toBe(200)
    if (text.includes('<!doctype html>')) expect(headers['cache-control']).toBe('no-cache')
  }
})
