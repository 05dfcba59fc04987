import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openApiDocument } from '../../../src/api/http/openapi-document.ts'
import { exportPath } from '../../../src/exports/export-address.ts'
import { EXPORT_FORMATS } from '../../../src/exports/export-format.ts'
import { startApi, type TestApi } from '../start-api.ts'

let api: TestApi
let rejects: string
let waiting: string
beforeAll(async () => {
  api = await startApi({ environment: { PULSO_MAX_UPLOAD_MIB: '1' } })
  await api.data('mutation { classify(input: { text: "I love it", entity: "Xbox" }) { userErrors { message } } }')
  rejects = await importWithRejects()
  const sent = await send('/imports?name=b.csv', { method: 'POST', type: 'text/csv', body: 'text\nfine\n' })
  waiting = (sent.json as { uploadId: string }).uploadId
})
afterAll(() => api.close())

async function importWithRejects(): Promise<string> {
  const sent = await send('/imports?name=a.csv', { method: 'POST', type: 'text/csv', body: 'text\nfine\n""\n' })
  const { uploadId } = sent.json as { uploadId: string }
  const start = `mutation ($input: StartImportInput!) { startImport(input: $input) { importJob { id } } }`
  const { startImport } = await api.data(start, { input: { uploadId, idempotencyKey: 'rest' } })
  const { id } = startImport.importJob
  const status = 'query ($id: ID!) { importJob(id: $id) { status } }'
  await vi.waitUntil(async () => (await api.data(status, { id })).importJob.status === 'COMPLETED', 20_000)
  return `/imports/${id}/rejects`
}

interface Sending {
  readonly method?: string
  readonly type?: string
  readonly body?: string | Buffer
  readonly headers?: Record<string, string>
}

async function send(path: string, { method = 'GET', type, body, headers = {} }: Sending = {}) {
  const all = { ...headers, ...(type === undefined ? {} : { 'content-type': type }) }
  const sent = request(`${api.url}${path}`, { method, headers: all, agent: false })
  sent.end(body)
  const [response] = (await once(sent, 'response')) as [import('node:http').IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString()
  const media = response.headers['content-type']?.split(';')[0] ?? null
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    media,
    text,
    json: /[/+]json$/.test(media ?? '') && text !== '' ? (JSON.parse(text) as unknown) : null,
  }
}

const problem = (status: number, detail: RegExp) => ({
  type: 'about:blank',
  title: expect.any(String),
  status,
  detail: expect.stringMatching(detail),
})

const form = (parts: readonly string[]) =>
  `${parts.map(part => `--b\r\nContent-Disposition: form-data; ${part}\r\n`).join('')}--b--\r\n`
const FORM = 'multipart/form-data; boundary=b'
const FILE = 'name="file"; filename="tweets.csv"\r\nContent-Type: text/csv\r\n\r\ntext,entity\nI love it,Xbox'

const posted = (body: object): Sending => ({ method: 'POST', type: 'application/json', body: JSON.stringify(body) })
const comprehend = (operation: string, body: object): Sending => ({
  method: 'POST',
  type: 'application/x-amz-json-1.1',
  body: JSON.stringify(body),
  headers: { 'x-amz-target': `Comprehend_20171127.${operation}` },
})

describe('the OpenAPI document', () => {
  const document = openApiDocument as {
    readonly paths: Record<string, Record<string, { readonly responses: Record<string, DocumentedResponse> }>>
  }
  interface DocumentedResponse {
    readonly $ref?: string
    readonly content?: Record<string, { readonly schema?: object }>
    readonly headers?: Record<string, object>
  }

  /** An example of each documented answer. */
  type Example = readonly [path: string, status: number, address: () => string, sending?: Sending]
  const EXAMPLES: readonly Example[] = [
    ['/imports', 201, () => '/imports?name=a.csv', { method: 'POST', type: 'text/csv', body: 'text\nI love it\n' }],
    ['/imports', 201, () => '/imports', { method: 'POST', type: FORM, body: form([FILE]) }],
    ['/imports', 400, () => '/imports', { method: 'POST', type: 'text/csv', body: '\0' }],
    [
      '/imports',
      403,
      () => '/imports',
      { method: 'POST', type: FORM, body: form([FILE]), headers: { origin: 'https://evil.example' } },
    ],
    ['/imports', 413, () => '/imports', { method: 'POST', type: 'text/csv', body: 'text\n'.repeat(300_000) }],
    ['/imports', 415, () => '/imports', { method: 'POST', type: 'text/plain', body: 'text\n' }],
    ['/imports/uploads', 200, () => '/imports/uploads'],
    ['/imports/uploads/{id}', 200, () => `/imports/uploads/${waiting}`],
    ['/imports/uploads/{id}', 400, () => `/imports/uploads/${waiting}?hasHeader=maybe`],
    ['/imports/uploads/{id}', 404, () => '/imports/uploads/none'],
    ['/imports/uploads/{id}', 404, () => '/imports/uploads/none', { method: 'DELETE' }],
    ['/imports/{id}/rejects', 200, () => rejects],
    ['/imports/{id}/rejects', 404, () => '/imports/none/rejects'],
    ['/exports/classifications.csv', 200, () => '/exports/classifications.csv?entity=xbox'],
    ['/exports/classifications.csv', 200, () => '/exports/classifications.csv?entity=xbox', { method: 'HEAD' }],
    ...EXPORT_FORMATS.flatMap(format =>
      ['GET', 'HEAD'].map((method): Example => [exportPath(format), 200, () => exportPath(format), { method }]),
    ),
    ['/exports/classifications.csv', 400, () => '/exports/classifications.csv?label=x'],
    ['/exports/classifications.csv', 404, () => '/exports/classifications.csv?entity=none'],
    ['/exports/classifications.csv', 404, () => '/exports/classifications.csv?entity=none', { method: 'HEAD' }],
    [
      '/api/model-nlp/',
      200,
      () => '/api/model-nlp/',
      { method: 'POST', type: 'application/json', body: '{"text":"fine"}' },
    ],
    [
      '/api/model-nlp/',
      400,
      () => '/api/model-nlp/',
      { method: 'POST', type: 'application/json', body: '{"text":""}' },
    ],
    [
      '/api/model-nlp/',
      413,
      () => '/api/model-nlp/',
      { method: 'POST', type: 'application/json', body: `"${'x'.repeat(200_000)}"` },
    ],
    ['/api/model-nlp/', 415, () => '/api/model-nlp/', { method: 'POST', type: 'text/plain', body: 'fine' }],
    ['/analyze', 200, () => '/analyze', posted({ text: 'I love Xbox, but Netflix is garbage' })],
    ['/analyze', 200, () => '/analyze', posted({ texts: ['I love Xbox', ''], entities: ['Sony'] })],
    ['/analyze', 400, () => '/analyze', posted({ text: '' })],
    ['/analyze', 400, () => '/analyze', posted({ texts: [] })],
    ['/analyze', 400, () => '/analyze', posted({ text: 'x', colour: 1 })],
    ['/analyze', 413, () => '/analyze', posted({ text: 'x'.repeat(1_100_000) })],
    ['/analyze', 415, () => '/analyze', { method: 'POST', type: 'text/plain', body: 'x' }],
    ['/', 200, () => '/'],
    ['/', 200, () => '/', comprehend('DetectTargetedSentiment', { Text: 'I love Xbox', LanguageCode: 'en' })],
    ['/', 400, () => '/', comprehend('DetectTargetedSentiment', { Text: 1 })],
    ...['v1', 'v1beta2'].flatMap(version =>
      ['analyzeEntitySentiment', 'analyzeSentiment'].flatMap((method): Example[] => {
        const path = `/${version}/documents:${method}`
        return [
          [path, 200, () => path, posted({ document: { type: 'PLAIN_TEXT', content: 'I love Xbox' } })],
          [path, 400, () => path, posted({})],
        ]
      }),
    ),
    [
      '/language/:analyze-text',
      200,
      () => '/language/:analyze-text?api-version=2023-04-01',
      posted({ kind: 'SentimentAnalysis', analysisInput: { documents: [{ id: '1', text: 'I love Xbox' }] } }),
    ],
    ['/language/:analyze-text', 400, () => '/language/:analyze-text', posted({})],
    ...['v3.0', 'v3.1'].flatMap((version): Example[] => {
      const path = `/text/analytics/${version}/sentiment`
      return [
        [path, 200, () => `${path}?opinionMining=true`, posted({ documents: [{ id: '1', text: 'I love Xbox' }] })],
        [path, 400, () => path, posted({ documents: [] })],
      ]
    }),
    ['/health', 200, () => '/health'],
    ['/health/live', 200, () => '/health/live'],
    ['/health/ready', 200, () => '/health/ready'],
    ['/version', 200, () => '/version'],
    ['/metrics', 200, () => '/metrics'],
    ['/session', 400, () => '/session', { method: 'POST', type: 'application/json', body: '{}' }],
    ['/openapi.json', 200, () => '/openapi.json'],
  ]

  test('is valid OpenAPI 3.1, and served as it is', async () => {
    const { valid, errors } = await new Validator().validate(
      structuredClone(openApiDocument) as Record<string, unknown>,
    )
    expect(errors).toBeUndefined()
    expect(valid).toBe(true)
    expect((await send('/openapi.json')).json).toEqual(JSON.parse(JSON.stringify(openApiDocument)))
  })

  test('has exactly the methods of each path', async () => {
    for (const [path, operations] of Object.entries(document.paths)) {
      const { status, headers } = await send(path.replace('{id}', 'x'), { method: 'PATCH' })
      expect(status).toBe(405)
      const documented = Object.keys(operations).map(method => method.toUpperCase())
      const withHead = documented.includes('GET') ? [...documented, 'HEAD'] : documented
      expect(headers.allow?.split(', ').sort()).toEqual([...new Set(withHead)].sort())
    }
  })

  test('has an example here for every path', () => {
    expect(Object.keys(document.paths).filter(path => !EXAMPLES.some(example => example[0] === path))).toEqual([])
  })

  test.each(EXAMPLES.map(example => [example[0], example[1], example] as const))(
    'describes the answer of %s with status %i',
    async (path, status, [, , address, sending = {}]) => {
      const answer = await send(address(), sending)
      expect(answer.status).toBe(status)
      const operation = document.paths[path]?.[(sending.method ?? 'GET').toLowerCase()]
      const given = operation?.responses[String(status)]
      expect(given).toBeDefined()
      const response = given?.$ref === undefined ? given : (at(given.$ref) as DocumentedResponse)
      for (const name of Object.keys(response?.headers ?? {})) expect(answer.headers[name.toLowerCase()]).toBeDefined()
      if (sending.method === 'HEAD') {
        expect(answer.text).toBe('')
        return
      }
      expect(Object.keys(response?.content ?? {})).toEqual([answer.media])
      const ajv = new Ajv2020({ strict: false })
      addFormats.default(ajv)
      ajv.addSchema({ $id: 'pulso', components: openApiDocument.components })
      const schema = JSON.parse(
        JSON.stringify(response?.content?.[answer.media ?? '']?.schema ?? {}).replaceAll('"#/', '"pulso#/'),
      )
      const validate = ajv.compile(schema)
      expect(validate(answer.json ?? answer.text), JSON.stringify(validate.errors)).toBe(true)
    },
  )

  const at = (ref: string) =>
    ref
      .split('/')
      .slice(1)
      .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], openApiDocument)
})

describe('an error', () => {
  test.each<[string, Sending, number, RegExp]>([
    ['/nothing', {}, 404, /does not exist/],
    ['/%ff', {}, 400, /not a valid URL/],
    ['/assets/%00', {}, 400, /path is not valid/],
    ['/health', { method: 'DELETE' }, 405, /supports GET, HEAD/],
    ['/version', { headers: { host: 'evil.example' } }, 421, /PULSO_ALLOWED_HOSTS/],
    ['/exports/classifications.csv?unknown=1', {}, 400, /takes only/],
    ['/imports', { method: 'POST', type: 'text/plain', body: '{}' }, 415, /multipart\/form-data/],
  ])('of %s is a problem document', async (path, sending, status, detail) => {
    const answer = await send(path, sending)
    expect([answer.status, answer.media, answer.json]).toEqual([
      status,
      'application/problem+json',
      problem(status, detail),
    ])
  })

  test('of a request that is not HTTP is one as well, and HEAD has no body', async () => {
    const raw = async (bytes: string) => {
      const { hostname, port } = new URL(api.url)
      const socket = connect(Number(port), hostname)
      socket.write(bytes)
      let text = ''
      for await (const chunk of socket) text += chunk
      return text
    }
    const long = 'x'.repeat(20_000)
    expect(await raw(`GET /${long} HTTP/1.1\r\nHost: localhost\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431 .*application\/problem\+json.*\{"type":"about:blank".*16 KiB/s,
    )
    expect(await raw('BREW\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 .*"detail":"The request is not valid HTTP\."/s)
    expect(await raw(`HEAD /${long} HTTP/1.1\r\nHost: localhost\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 .*\r\n\r\n$/s)
  })
})

describe('an unknown path', () => {
  test('is a page for a browser, with the status 404', async () => {
    const { status, media, text } = await send('/entitis', {
      headers: { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' },
    })
    expect([status, media]).toEqual([404, 'text/html'])
    expect(text).toContain('<div id="dashboard">')
  })

  test.each(['*/*', 'application/json', 'application/json, text/html'])(
    'is a problem document for %s',
    async accept => {
      expect((await send('/entitis', { headers: { accept } })).media).toBe('application/problem+json')
    },
  )
})

describe('a HEAD request', () => {
  test.each(['/', '/graphql', '/health', '/health/live', '/version', '/openapi.json', '/robots.txt', '/favicon.ico'])(
    'to %s has the headers of GET',
    async path => {
      const headers = { accept: 'text/html' }
      const [get, head] = [await send(path, { headers }), await send(path, { method: 'HEAD', headers })]
      expect([head.status, head.media, head.text]).toEqual([200, get.media, ''])
    },
  )

  test('to a download has its headers, and reads nothing', async () => {
    for (const path of [rejects, '/exports/classifications.csv', '/exports/classifications.ndjson']) {
      const [get, head] = [await send(path), await send(path, { method: 'HEAD' })]
      expect([head.status, head.media, head.text]).toEqual([200, get.media, ''])
      expect(head.headers['content-disposition']).toBe(get.headers['content-disposition'])
    }
  })
})

describe('a form', () => {
  test.each([
    ['of curl or a browser', [FILE]],
    ['with other fields first', ['name="comment"\r\n\r\nhello', FILE]],
    ['with a gzipped file', null],
  ])('%s is an upload', async (_, parts) => {
    const packed = Buffer.concat([
      Buffer.from('--b\r\nContent-Disposition: form-data; name="x"; filename="tweets.csv"\r\n\r\n'),
      gzipSync('text,entity\nI love it,Xbox'),
      Buffer.from('\r\n--b--\r\n'),
    ])
    // The parts of the literal end without a line break.
    const body = parts === null ? packed : form(parts.map(part => part)).replaceAll(/([^\n])--b/g, '$1\r\n--b')
    const { status, json } = await send('/imports', { method: 'POST', type: FORM, body })
    expect(json).toMatchObject({ name: 'tweets.csv', columns: [{ field: 'text' }, { field: 'entity' }] })
    expect(status).toBe(201)
  })

  test('of fetch is an upload', async () => {
    const data = new FormData()
    data.append('file', new Blob(['text\nI love it\n'], { type: 'text/csv' }), 'mine.csv')
    const response = await fetch(`${api.url}/imports`, { method: 'POST', body: data })
    expect([response.status, await response.json()]).toMatchObject([201, { name: 'mine.csv', hasHeader: true }])
  })

  test.each<[string, string, string, number, RegExp]>([
    ['without a file', FORM, form(['name="comment"\r\n\r\nhello\r\n']), 400, /no file/],
    ['without an end', FORM, `--b\r\nContent-Disposition: form-data; ${FILE}`, 400, /multipart/],
    ['without a boundary', 'multipart/form-data', form([FILE]), 400, /multipart/],
    ['that is empty', FORM, '', 400, /./],
    ['of garbage', FORM, 'garbage'.repeat(1000), 400, /./],
    ['with a large file', FORM, form([`${FILE}${'x\n'.repeat(550_000)}`]), 413, /larger than 1 MiB/],
  ])('%s is refused', async (_, type, body, status, detail) => {
    const answer = await send('/imports', { method: 'POST', type, body })
    expect([answer.status, answer.json]).toEqual([status, problem(status, detail)])
  })

  test('of a page of another origin is refused, so that it cannot fill the disk', async () => {
    for (const origin of ['https://evil.example', 'null']) {
      const { status } = await send('/imports', { method: 'POST', type: FORM, body: form([FILE]), headers: { origin } })
      expect(status).toBe(403)
    }
  })

  test('whose client disconnects leaves nothing', async () => {
    const sending = request(`${api.url}/imports`, { method: 'POST', headers: { 'content-type': FORM } })
    sending.on('error', () => {})
    sending.write(`--b\r\nContent-Disposition: form-data; ${FILE}`)
    await new Promise(resolve => setTimeout(resolve, 200))
    sending.destroy()
    await new Promise(resolve => setTimeout(resolve, 200))
    expect(api.logged).toEqual([])
  })
})

test('no internal error was logged', () => {
  expect(api.logged).toEqual([])
})
