import { gzipSync } from 'node:zlib'
import type { GraphQLSchema } from 'graphql'
import type { Chooser } from './chooser.ts'
import { hostileOperation } from './hostile-operation.ts'
import { HOSTILE_NUMBERS, HOSTILE_TEXTS, HOSTILE_TIMES, HOSTILE_VALUES } from './hostile-values.ts'
import type { Materials } from './materials.ts'

/** One request, or the frames of one connection. */
export type HostileRequest =
  | {
      readonly kind: 'http'
      readonly method: string
      readonly path: string
      readonly headers: Readonly<Record<string, string>>
      readonly body?: string | Buffer
      /** The client leaves after this time. */
      readonly leavesAfterMs?: number
    }
  | { readonly kind: 'websocket'; readonly frames: readonly (string | Buffer)[]; readonly protocol: string }
  | { readonly kind: 'socket'; readonly bytes: string | Buffer }

const ACCEPT = [
  'application/json',
  'application/graphql-response+json',
  'application/graphql-response+json, application/json;q=0.9',
  '*/*',
  'text/event-stream',
  'text/html',
  'multipart/mixed',
  'image/png',
  'a/b;q=x,,,;',
]
const JSON_TYPE = 'application/json'
const PATHS = [
  '/',
  '/graphql',
  '/graphql/',
  '/health',
  '/health/live',
  '/health/ready',
  '/imports',
  '/exports/classifications.csv',
  '/exports/classifications.ndjson',
  '/api/model-nlp/',
  '/api/model-nlp',
  '/openapi.json',
  '/version',
  '/favicon.ico',
  '/robots.txt',
  '/entities/Xbox',
  '/assets/index.js',
  '/compare',
]
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']
const EXPORT_PARAMETERS = [
  'entity',
  'from',
  'to',
  'label',
  'author',
  'text',
  'isUncertain',
  'dated',
  'model',
  'unknown',
]

/** Draws a request: mostly GraphQL with real ids, otherwise everything else that a socket accepts. */
export function hostileRequest(schema: GraphQLSchema, materials: Materials, chooser: Chooser): HostileRequest {
  const { chance, below, pick } = chooser
  const operation = (kind: 'query' | 'mutation' | 'subscription') => hostileOperation(schema, materials, chooser, kind)
  const anyOperation = () => operation(pick(['query', 'query', 'query', 'mutation', 'subscription']))
  const leaves = () => (chance(0.04) ? { leavesAfterMs: below(30) } : {})
  // A subscription has no end of its own.
  const leavesStream = (accept: string) =>
    accept === 'text/event-stream' ? { leavesAfterMs: 20 + below(150) } : leaves()
  const encoded = () =>
    chance(0.1)
      ? pick(['%', '%zz', '%00', '%ff%fe', '+', '&&', '[]', '%F0%9F'])
      : encodeURIComponent(wellFormed(pick(HOSTILE_TEXTS)).slice(0, 3000))

  const graphqlPost = (): HostileRequest => {
    const accept = chance(0.9) ? '*/*' : pick(ACCEPT)
    return {
      kind: 'http',
      method: 'POST',
      path: '/graphql',
      headers: {
        'content-type': chance(0.03) ? pick(['text/plain', 'application/json; charset=utf-16', 'x', '']) : JSON_TYPE,
        accept,
        ...(chance(0.1) ? { 'accept-encoding': pick(['gzip', 'br', 'gzip;q=0', '*', 'x, gzip']) } : {}),
      },
      body: jsonBody(anyOperation(), chooser),
      ...leavesStream(accept),
    }
  }

  const graphqlGet = (): HostileRequest => {
    const { query, variables, operationName } = anyOperation()
    const search = new URLSearchParams({ query: wellFormed(query).slice(0, 12_000) })
    if (variables !== undefined) search.set('variables', wellFormed(asJson(variables)).slice(0, 3000))
    if (operationName !== undefined) search.set('operationName', wellFormed(String(operationName)).slice(0, 200))
    if (chance(0.05)) search.append(pick(['query', 'variables', 'extensions', '__proto__']), pick(['x', '{', '[]']))
    const accept = pick(ACCEPT)
    return {
      kind: 'http',
      method: chance(0.95) ? 'GET' : 'HEAD',
      path: `/graphql?${search}`,
      headers: { accept },
      ...leavesStream(accept),
    }
  }

  const stream = (): HostileRequest => ({
    kind: 'http',
    method: 'POST',
    path: '/graphql',
    headers: { accept: pick(['text/event-stream', 'text/event-stream, */*;q=0.1']), 'content-type': JSON_TYPE },
    body: jsonBody(anyOperation(), chooser),
    leavesAfterMs: 20 + below(150),
  })

  const websocket = (): HostileRequest => {
    const frames: string[] = []
    if (chance(0.95)) frames.push(JSON.stringify({ type: 'connection_init', ...(chance(0.1) ? { payload: {} } : {}) }))
    for (let count = 1 + below(5); count > 0; count--) {
      const id = pick(['1', '2', '', '__proto__', 'constructor', 'x'.repeat(1000)])
      const payload = pick(['subscription', 'query', 'mutation', 'subscription'] as const)
      frames.push(
        chance(0.85)
          ? asJson({ type: 'subscribe', id, payload: operation(payload) }).slice(0, 60_000)
          : pick([
              asJson({ type: 'complete', id }),
              asJson({ type: 'ping', payload: pick(HOSTILE_VALUES) }),
              asJson({ type: pick(HOSTILE_TEXTS.slice(0, 30)), id: pick(HOSTILE_VALUES) }),
              asJson({ type: 'subscribe', id, payload: pick(HOSTILE_VALUES) }),
              asJson({ type: 'subscribe', id, payload: { query: pick(HOSTILE_TEXTS) } }),
              asJson({ type: 'connection_init' }),
              '{',
              '[]',
              'null',
              '\0',
              'x'.repeat(70_000),
            ]),
      )
    }
    return { kind: 'websocket', frames, protocol: chance(0.97) ? 'graphql-transport-ws' : pick(['graphql-ws', 'x']) }
  }

  const exported = (): HostileRequest => {
    const parameters = Array.from({ length: below(4) }, () => {
      const name = pick(EXPORT_PARAMETERS)
      const values: Record<string, () => string> = {
        entity: () => encodeURIComponent(pick(materials.names)),
        from: () => encodeURIComponent(pick(HOSTILE_TIMES)),
        to: () => encodeURIComponent(pick(HOSTILE_TIMES)),
        label: () => pick(['POSITIVE', 'negative', 'x']),
        model: () => encodeURIComponent(pick(materials.versions)),
      }
      return `${name}=${chance(0.6) ? (values[name] ?? encoded)() : encoded()}`
    })
    const format = pick(['csv', 'ndjson', 'xlsx', 'parquet', 'json', 'CSV'])
    return {
      kind: 'http',
      method: chance(0.9) ? 'GET' : pick(METHODS),
      path: `/exports/classifications.${format}?${parameters.join('&')}`,
      headers: chance(0.5) ? { 'accept-encoding': 'gzip' } : {},
      ...leaves(),
    }
  }

  const imported = (): HostileRequest => {
    if (chance(0.3)) {
      const id = chance(0.5) ? pick([...(materials.ids.ImportJob ?? []), 'x']) : encoded()
      const path = pick([`/imports/${id}/rejects`, `/imports/${id}`, `/imports/${pick(materials.uploadIds)}`])
      // Real uploads stay for the other requests.
      return { kind: 'http', method: pick(['GET', 'HEAD', 'POST']), path, headers: {} }
    }
    const file = hostileFile(chooser)
    const search = [`name=${encoded()}`, `format=${pick(['csv', 'ndjson', 'x', ''])}`, `encoding=${encoded()}`]
    return {
      kind: 'http',
      method: 'POST',
      path: `/imports?${search.filter(() => chance(0.5)).join('&')}`,
      headers: {
        'content-type': pick([
          'text/csv',
          'application/x-ndjson',
          'application/gzip',
          'text/plain',
          'multipart/form-data',
          'multipart/form-data; boundary=b',
          'x',
        ]),
      },
      body: chance(0.3)
        ? formOf(
            file,
            pick(HOSTILE_TEXTS)
              .replaceAll(/[\r\n"]/g, '')
              .slice(0, 300),
          )
        : file,
      ...leaves(),
    }
  }

  const anyPath = (): HostileRequest => {
    const path = chance(0.5)
      ? pick(PATHS)
      : `${pick(['/', '/assets/', '/entities/', '/imports/', '/exports/', '/models/', '/%2e%2e/', '//'])}${encoded()}`
    const wish = pick(['h2c', 'websocket', 'foo/1', 'TLS/1.0'])
    const odd: Readonly<Record<string, string>>[] = [
      { host: pick(['evil.example', '127.0.0.1:1', '[::1]', '']) },
      { origin: pick(['https://evil.example', 'null', 'x']) },
      { 'x-forwarded-host': 'evil.example', 'x-forwarded-for': 'x'.repeat(1000) },
      { range: 'bytes=0-1,5-9' },
      { 'if-none-match': '*', 'if-modified-since': 'x' },
      { connection: 'Upgrade', upgrade: wish },
      { 'accept-encoding': 'x'.repeat(2000) },
      { cookie: 'a=b; __proto__=c' },
      { expect: '200-ok' },
      { 'x-custom': 'y'.repeat(7000) },
      { 'content-length': '5' },
      { 'access-control-request-method': 'POST', 'access-control-request-headers': 'x'.repeat(500) },
    ]
    const method = pick(METHODS)
    const headers = chance(0.5) ? pick(odd) : {}
    const isBodyless = method === 'GET' || method === 'HEAD' || 'content-length' in headers || 'upgrade' in headers
    return {
      kind: 'http',
      method,
      path,
      headers: {
        accept: pick(ACCEPT.filter(type => type !== 'text/event-stream')),
        ...(isBodyless ? {} : { 'content-type': pick([JSON_TYPE, 'text/csv']) }),
        ...headers,
      },
      ...(isBodyless ? {} : { body: pick(['', '{}', 'null', '[', '{"text":"x"}']) }),
      // A promised body never comes, and an upgraded connection is silent.
      ...('content-length' in headers || 'upgrade' in headers ? { leavesAfterMs: 50 } : {}),
    }
  }

  const seedRoute = (): HostileRequest => ({
    kind: 'http',
    method: 'POST',
    path: pick(['/api/model-nlp/', '/api/model-nlp']),
    headers: { 'content-type': JSON_TYPE },
    body: asJson(chance(0.7) ? { text: pick([...HOSTILE_TEXTS, ...HOSTILE_VALUES]) } : pick(HOSTILE_VALUES)),
  })

  const kinds: readonly (readonly [number, () => HostileRequest])[] = [
    [50, graphqlPost],
    [12, graphqlGet],
    [5, stream],
    [8, websocket],
    [7, exported],
    [5, imported],
    [7, anyPath],
    [2, seedRoute],
    [4, () => rawRequest(chooser)],
  ]
  let at = below(100)
  for (const [weight, make] of kinds) {
    at -= weight
    if (at < 0) return make()
  }
  return graphqlPost()
}

/** Addresses cannot have half of a surrogate pair. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd')

const asJson = (value: unknown) => JSON.stringify(value) ?? 'null'

function jsonBody(operation: object, { chance, below, pick }: Chooser): string | Buffer {
  const text = asJson(operation)
  if (chance(0.93)) return text
  const at = below(text.length)
  return pick([
    text.slice(0, at),
    `[${text}]`,
    `\ufeff${text}`,
    `${text}${text}`,
    `{"__proto__":{"query":"{__typename}"},${text.slice(1)}`,
    `{"query":"{__typename}","variables":${'['.repeat(2000)}`,
    `{"query":"{__typename}","variables":${'{"a":'.repeat(300)}1${'}'.repeat(300)}}`,
    Buffer.from(text, 'utf16le'),
    gzipSync(text),
    Buffer.concat([Buffer.from(text.slice(0, at)), Buffer.from([0xff, 0xc0, 0x80]), Buffer.from(text.slice(at))]),
    '',
  ])
}

/** A small file of some kind, often damaged. */
function hostileFile({ chance, below, pick }: Chooser): Buffer {
  const cell = () => pick([...HOSTILE_TEXTS.filter(text => text.length < 500), '5', '2026-03-01T00:00:00Z', 'positive'])
  const separator = pick([',', ';', '\t', '|'])
  const row = () => Array.from({ length: 1 + below(6) }, cell).join(separator)
  const rows = (count: number) => Array.from({ length: count }, row).join(pick(['\n', '\r\n', '\r']))
  const nested = `{"text":${'['.repeat(5000)}${']'.repeat(5000)}}`
  const object = () => asJson({ text: cell(), entity: cell(), [pick(['valueOf', '__proto__', 'id', 'label'])]: cell() })
  const text = pick([
    () => `id,entity,text,sentiment,posted_at\n${rows(below(30))}`,
    () => `text${separator}author${separator}text\n${rows(below(10))}`,
    () => rows(below(20)),
    () => `text\n"${rows(5)}`,
    () => Array.from({ length: below(20) }, object).join('\n'),
    () => `{"text":"ok"}\n${nested}\n${object()}`,
    () => asJson(Array.from({ length: 3 }, () => ({ text: cell() }))),
    () => 'window.YTD.tweets.part0 = [ {"tweet": {"full_text": "x", "id_str": "1"}} ]',
    () => `${',text'.repeat(3000)}\n${','.repeat(3000)}`,
    () => `sep=;\ntext;id\n${cell()};1`,
    () => '',
    () => '\0'.repeat(1000),
  ])()
  const bytes = chance(0.1) ? Buffer.from(`\ufeff${text}`, 'utf16le') : Buffer.from(text)
  if (chance(0.15)) return gzipSync(bytes).subarray(0, chance(0.5) ? undefined : 20)
  if (chance(0.05)) return Buffer.concat([Buffer.from('PK\x03\x04'), bytes])
  if (chance(0.05)) return Buffer.concat([Buffer.from('PAR1'), bytes, Buffer.from('PAR1')])
  return bytes
}

const formOf = (file: Buffer, name: string) =>
  Buffer.concat([
    Buffer.from(
      `--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n`,
    ),
    file,
    Buffer.from('\r\n--b--\r\n'),
  ])

/** Bytes that are not quite HTTP. */
function rawRequest({ pick, below }: Chooser): HostileRequest {
  const head = 'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n'
  const get = 'GET /health/live HTTP/1.1\r\nHost: localhost\r\n'
  const body = '{"query":"{__typename}"}'
  return {
    kind: 'socket',
    bytes: pick<string | Buffer>([
      `${head}Content-Length: ${body.length}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${body}`,
      `${head}Content-Length: 5\r\nContent-Length: 6\r\n\r\n${body}`,
      `${head}Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n${body}`,
      `${head}Transfer-Encoding: chunked\r\n\r\n-1\r\n${body}\r\n0\r\n\r\n`,
      `${head}Transfer-Encoding: identity\r\n\r\n${body}`,
      `${head}Content-Length: -1\r\n\r\n`,
      `${head}Content-Length: 99999999999999999999\r\n\r\n${body}`,
      `${get.repeat(1 + below(3))}\r\n`,
      `${get}\r\n`.repeat(30),
      `${get}X: ${'y'.repeat(20_000)}\r\n\r\n`,
      `${get}${'A: b\r\n'.repeat(2500)}\r\n`,
      `GET ${'/x'.repeat(10_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
      'GET /health/live HTTP/1.0\r\n\r\n',
      'GET /health/live HTTP/9.9\r\nHost: localhost\r\n\r\n',
      'GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n',
      'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n',
      'OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n',
      'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
      `${get}Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n`,
      `${get}Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 99\r\nSec-WebSocket-Key: x\r\n\r\n`,
      `${get}Expect: 100-continue\r\nContent-Length: 3\r\n\r\n`,
      'GET / HTTP/1.1\r\n\r\n',
      'GET /\0 HTTP/1.1\r\nHost: localhost\r\n\r\n',
      '\r\n\r\n\r\n',
      Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03]),
      Buffer.from(Array.from({ length: 300 }, () => below(256))),
      `BREW ${pick(['/', '*', 'x'])} HTTP/1.1\r\nHost: ${pick(HOSTILE_TEXTS).slice(0, 50)}\r\nContent-Length: ${pick(HOSTILE_NUMBERS)}\r\n\r\n`,
    ]),
  }
}
