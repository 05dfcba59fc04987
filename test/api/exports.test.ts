import { get, type IncomingMessage } from 'node:http'
import { text as textOf } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FlakyConnection, startFlakyConnection } from '../support/flaky-connection.ts'
import { whenIndexed } from '../support/when-indexed.ts'
import { fieldsOf, readTable } from '../tables/table.ts'
import { startApi, type TestApi } from './start-api.ts'

let api: TestApi

const NAMES = [
  ...['classification_id', 'external_id', 'entity', 'text', 'author', 'posted_at', 'imported_label', 'predicted_label'],
  ...['confidence', 'positive', 'neutral', 'negative', 'irrelevant', 'is_uncertain', 'unknown_token_share'],
  ...['is_truncated', 'model', 'classified_at', 'counted_at', 'tweet_key'],
  ...['human_label', 'human_label_annotator', 'human_label_origin', 'annotator_count', 'unread_reason'],
]

/** Cells that a spreadsheet would execute, and cells that look as if they were already protected. */
const HOSTILE = [
  '=1+1',
  '+x',
  '-x',
  '@x hi',
  '\tx',
  '\rx',
  "'=1+1",
  "''@x",
  "'quoted'",
  "it's fine",
  'a,b;"c"\r\nd\ne',
  ' leading and trailing ',
  '=HYPERLINK("http://x.y","z")',
  '\n=1+1',
  '＝1+1',
  '＠x',
  '\u200b=1+1',
  "'\u200b=1+1",
  '日本語 😀 e\u0301',
]

interface Input {
  readonly text: string
  readonly entity?: string
  readonly externalId?: string
  readonly author?: string
  readonly postedAt?: string
}

const store = async (inputs: readonly Input[]) => {
  const { classifyBatch } = await api.data(
    'mutation ($inputs: [ClassifyInput!]!) { classifyBatch(inputs: $inputs) { results { userErrors { message } } } }',
    { inputs },
  )
  expect(classifyBatch.results).toEqual(inputs.map(() => ({ userErrors: [] })))
}

beforeAll(async () => {
  api = await startApi({ now: () => new Date('2026-11-24T10:00:00Z') })
  await store(HOSTILE.map((text, index) => ({ text, entity: 'Cells', externalId: `h${index}`, author: '@ana' })))
  const texts = ['I love it so much', 'I hate it, worst ever', 'They open a store', 'hm', 'Zxq vbn', 'Thanks a lot']
  await store(
    Array.from({ length: 60 }, (_, index) => ({
      text: `${texts[index % texts.length]} ${index}`,
      entity: 'Game',
      author: index % 7 === 0 ? 'ana' : 'ben',
      postedAt: `2026-01-${String(1 + (index % 20)).padStart(2, '0')}T00:00:00Z`,
    })),
  )
  await store([{ text: 'About nothing in particular' }])
  await whenIndexed(api.database.storage.pool)
})
afterAll(() => api.close())

const download = async (path: string) => {
  const response = await fetch(`${api.url}/exports/${path}`)
  return { status: response.status, headers: response.headers, body: await response.text() }
}

type ExportedObject = Readonly<Record<string, string | number | boolean | null>>
const objects = async (query = ''): Promise<ExportedObject[]> => {
  const { status, body } = await download(`classifications.ndjson${query}`)
  expect(status).toBe(200)
  return body
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line))
}

describe('a download', () => {
  test('is a file with a name, a type and a byte order mark', async () => {
    const { status, headers, body } = await download('classifications.csv?entity=Cells')
    expect(status).toBe(200)
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="pulso-cells-2026-11-24.csv"',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      vary: 'Origin, Accept-Encoding',
    })
    expect(body.split('\n')[0]).toBe(NAMES.join(','))
    const bytes = Buffer.from(await (await fetch(`${api.url}/exports/classifications.csv`)).arrayBuffer())
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from('\u{feff}'))
  })

  test('has the values of GraphQL for each classification', async () => {
    const { entity } = await api.data(`{ entity(name: "Game") { classifications(first: 100) { edges { node {
      label confidence isUncertain unknownTokenShare isTruncated unreadReason createdAt model { version }
      probabilities { positive neutral negative irrelevant } tweet { text author postedAt externalId }
    } } } } }`)
    const rows = await objects('?entity=game')
    expect(rows).toHaveLength(60)
    const byText = new Map(rows.map(row => [row.text, row]))
    for (const { node } of entity.classifications.edges) {
      expect(byText.get(node.tweet.text)).toEqual({
        classification_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        external_id: node.tweet.externalId,
        entity: 'Game',
        text: node.tweet.text,
        author: node.tweet.author,
        posted_at: node.tweet.postedAt,
        imported_label: null,
        predicted_label: node.label,
        confidence: node.confidence,
        ...node.probabilities,
        is_uncertain: node.isUncertain,
        unknown_token_share: node.unknownTokenShare,
        is_truncated: node.isTruncated,
        model: node.model.version,
        classified_at: node.createdAt,
        counted_at: node.tweet.postedAt,
        tweet_key: expect.stringMatching(/^[0-9a-f]{76}$/),
        human_label: null,
        human_label_annotator: null,
        human_label_origin: null,
        annotator_count: 0,
        unread_reason: node.unreadReason,
      })
    }
  })

  test('is in the order of storing, and has no header for objects', async () => {
    const rows = await objects('?entity=Game')
    expect(rows.map(({ text }) => Number(/\d+$/.exec(String(text))?.[0]))).toEqual(
      Array.from({ length: 60 }, (_, index) => index),
    )
    expect(Object.keys(rows[0] ?? {})).toEqual(NAMES)
  })

  test('without an entity has all entities and tweets without one', async () => {
    const rows = await objects()
    expect(rows).toHaveLength(HOSTILE.length + 61)
    expect(rows.filter(({ entity }) => entity === null)).toMatchObject([{ text: 'About nothing in particular' }])
    expect(new Set(rows.map(row => row.classification_id)).size).toBe(rows.length)
  })

  test('imports again to the same texts and authors, including protected cells', async () => {
    const { body } = await download('classifications.csv?entity=Cells')
    for (const cell of ["'=1+1", "'+x", "'-x", "'@x hi", "'@ana"]) expect(body).toContain(`,${cell},`)
    const { rows } = await readTable(`\u{feff}${body}`)
    expect(rows.map(row => fieldsOf(row))).toEqual(
      HOSTILE.map((text, index) => ({
        externalId: `h${index}`,
        entity: 'Cells',
        text,
        label: null,
        postedAt: null,
        author: '@ana',
        exported: {
          tweetKey: expect.stringMatching(/^[0-9a-f]{76}$/),
          classificationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
          countedAt: new Date('2026-11-24T10:00:00Z'),
        },
      })),
    )
    const ndjson = await readTable((await download('classifications.ndjson?entity=Cells')).body, {}, 'x.ndjson')
    expect(ndjson.rows.map(row => fieldsOf(row))).toEqual(rows.map(row => fieldsOf(row)))
  })

  test('is compressed only if the client accepts it', async () => {
    const ask = (encoding: string | null) =>
      new Promise<{ headers: IncomingMessage['headers']; body: Buffer }>((resolve, reject) => {
        const headers = encoding === null ? {} : { 'accept-encoding': encoding }
        get(`${api.url}/exports/classifications.csv?entity=Game`, { headers }, async response => {
          const chunks: Buffer[] = []
          for await (const chunk of response) chunks.push(chunk)
          resolve({ headers: response.headers, body: Buffer.concat(chunks) })
        }).on('error', reject)
      })
    const plain = await ask(null)
    expect(plain.headers['content-encoding']).toBeUndefined()
    for (const encoding of ['gzip', 'br, gzip;q=0.5', 'deflate,GZIP']) {
      const packed = await ask(encoding)
      expect(packed.headers['content-encoding']).toBe('gzip')
      expect(gunzipSync(packed.body)).toEqual(plain.body)
      // Each part is flushed, so that the first rows are sent before the next ones are found.
      expect(packed.body.includes(Buffer.from([0, 0, 0xff, 0xff]))).toBe(true)
    }
    for (const encoding of ['br', 'gzip;q=0', 'gzip; q=0.0, br', 'identity']) {
      expect((await ask(encoding)).headers['content-encoding']).toBeUndefined()
    }
  })
})

test('every filter returns its matches, alone and combined', async () => {
  const all = await objects('?entity=Game')
  const passes: Record<string, (row: ExportedObject) => boolean> = {
    // A text that was not read has no label.
    'label=positive': row => row.predicted_label === 'POSITIVE' && row.unread_reason === null,
    'author=ana': row => row.author === 'ana',
    'author=%20ana': () => false,
    'text=hates': row => String(row.text).includes('hate'),
    'text=love%20OR%20%22a%20store%22': row => /love|a store/.test(String(row.text)),
    'text=': () => true,
    'isUncertain=true': row => row.is_uncertain === true,
    'isUncertain=false': row => row.is_uncertain === false,
    'from=2026-01-05T01:00:00%2B01:00': row => String(row.posted_at) >= '2026-01-05',
    'from=2026-01-05T01:00:00+01:00': row => String(row.posted_at) >= '2026-01-05',
    'to=2026-01-10T00:00:00Z': row => String(row.posted_at) < '2026-01-10',
    [`model=${all[0]?.model}`]: () => true,
    'author=': () => true,
    'to=2026-01-10': row => String(row.posted_at) < '2026-01-10',
    'formulas=keep': () => true,
  }
  for (const [first, isFirst] of Object.entries(passes)) {
    const found = await objects(`?entity=Game&${first}`)
    expect(found).toEqual(all.filter(isFirst))
    if (first.startsWith('isUncertain') || first.startsWith('from')) continue
    const both = await objects(`?entity=Game&isUncertain=false&from=2026-01-03T00:00:00Z&${first}`)
    expect(both).toEqual(
      all.filter(row => isFirst(row) && row.is_uncertain === false && String(row.posted_at) >= '2026-01-03'),
    )
  }
  expect((await objects('?entity=Game&author=nobody')).length).toBe(0)
})

test.each([
  ['label=happy', 400, 'label must be one of POSITIVE, NEUTRAL, NEGATIVE, IRRELEVANT.'],
  ['from=yesterday', 400, 'from must be a day such as 2026-03-01, or ISO 8601 with an offset, such as'],
  ['from=2026-02-30', 400, 'from must be a day such as'],
  ['to=2026-01-01T00:00:00', 400, 'to must be a day such as'],
  ['limit=0', 400, 'limit must be a whole number from 1.'],
  ['limit=1.5', 400, 'limit must be a whole number from 1.'],
  ['formulas=run', 400, 'formulas must be one of guard, keep.'],
  ['from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z', 400, 'from must be before to'],
  ['isUncertain=maybe', 400, 'isUncertain must be true or false'],
  ['author=a%00b', 400, 'author must not contain the character U+0000.'],
  ['text=%23%40!', 400, 'text must have a word, and at most 200 characters.'],
  [
    'labl=POSITIVE',
    400,
    'This download takes only entity, from, to, label, author, text, isUncertain, dated, model, language, limit, formulas.',
  ],
  ['label=POSITIVE&label=NEGATIVE', 400, 'label may be given only once.'],
  ['entity=Nobody', 404, 'entity must be a name or alias with stored tweets'],
  ['entity=a%00b', 404, 'entity must be a name or alias with stored tweets'],
  ['model=pulso', 404, 'model must be a version that `models` lists'],
  ['model=pulso@000000000000', 404, 'model must be a version that `models` lists'],
])('%s is a %i with a message of one sentence', async (query, status, message) => {
  for (const format of ['csv', 'ndjson']) {
    const response = await download(`classifications.${format}?${query}`)
    expect(response.status).toBe(status)
    expect(JSON.parse(response.body)).toEqual(expect.objectContaining({ detail: expect.stringContaining(message) }))
    expect(response.headers.get('content-disposition')).toBeNull()
  }
})

test('limit gives the first rows, in every format', async () => {
  const all = await objects('?entity=Game')
  expect(await objects('?entity=Game&limit=7')).toEqual(all.slice(0, 7))
  expect(await objects('?entity=Game&limit=1000')).toEqual(all)
  const { body } = await download('classifications.json?entity=Game&limit=2')
  expect(JSON.parse(body)).toEqual(all.slice(0, 2))
})

test.each([
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK\u0003\u0004'],
  ['parquet', 'application/vnd.apache.parquet', 'PAR1'],
  ['json', 'application/json; charset=utf-8', '[\n{"classification_id"'],
])('%s is downloaded with its type', async (format, type, start) => {
  const response = await fetch(`${api.url}/exports/classifications.${format}?entity=Game`)
  expect(response.headers.get('content-type')).toBe(type)
  expect(response.headers.get('content-disposition')).toContain(`pulso-game-2026-11-24.${format}`)
  expect(Buffer.from(await response.arrayBuffer()).toString('latin1')).toMatch(
    new RegExp(`^${start.replace(/[[{]/g, '\\$&')}`),
  )
})

test('formulas=keep writes every cell as it is, and imports to the same texts', async () => {
  const { body } = await download('classifications.csv?entity=Cells&formulas=keep')
  expect(body).toContain(',@x hi,@ana,')
  const { rows } = await readTable(body)
  expect(rows.map(row => fieldsOf(row).text)).toEqual(HOSTILE)
})

test('other methods and formats are refused', async () => {
  const posted = await fetch(`${api.url}/exports/classifications.csv`, { method: 'POST' })
  expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  expect((await download('classifications.xls')).status).toBe(404)
})

describe('exportClassifications', () => {
  const ASK = `query ($entity: String, $filter: ClassificationFilter, $range: RangeInput, $format: ExportFormat) {
    exportClassifications(entity: $entity, filter: $filter, range: $range, format: $format) { url }
  }`
  const urlOf = async (variables: Record<string, unknown>): Promise<string> =>
    (await api.data(ASK, variables)).exportClassifications.url

  test('returns the address of the same download', async () => {
    const { models } = await api.data('{ models { edges { node { id version } } } }')
    const pulso = models.edges.find(({ node }: { node: { version: string } }) => node.version.startsWith('pulso@')).node
    const url = await urlOf({
      entity: 'Game',
      filter: { label: 'POSITIVE', author: 'ben', text: 'thanks OR loved', isUncertain: true, modelId: pulso.id },
      range: { from: '2026-01-02T00:00:00+01:00', to: '2026-01-12T00:00:00Z' },
      format: 'NDJSON',
    })
    const query = new URLSearchParams({
      entity: 'Game',
      from: '2026-01-01T23:00:00.000Z',
      to: '2026-01-12T00:00:00.000Z',
      label: 'POSITIVE',
      author: 'ben',
      text: 'thanks OR loved',
      isUncertain: 'true',
      model: pulso.version,
    })
    expect(url).toBe(`/exports/classifications.ndjson?${query}`)
    const { entity } = await api.data(
      `query ($filter: ClassificationFilter, $range: RangeInput) { entity(name: "Game") {
        classifications(first: 100, filter: $filter, range: $range) { edges { node { tweet { text } } } } } }`,
      {
        filter: { label: 'POSITIVE', author: 'ben', text: 'thanks OR loved', isUncertain: true, modelId: pulso.id },
        range: { from: '2026-01-02T00:00:00+01:00', to: '2026-01-12T00:00:00Z' },
      },
    )
    const texts = entity.classifications.edges.map(
      (edge: { node: { tweet: { text: string } } }) => edge.node.tweet.text,
    )
    const loaded = (await (await fetch(`${api.url}${url}`)).text()).trim().split('\n')
    expect(loaded.map(line => JSON.parse(line).text).toSorted()).toEqual(texts.toSorted())
    expect(loaded.length).toBeGreaterThan(1)
  })

  test('without arguments exports everything as CSV', async () => {
    expect(await urlOf({})).toBe('/exports/classifications.csv')
  })

  test.each([
    [{ entity: 'Nobody' }, ['entity']],
    [{ range: { from: '2026-02-01T00:00:00Z', to: '2026-01-01T00:00:00Z' } }, ['range', 'from']],
    [{ range: { timezone: 'Nowhere' } }, ['range', 'timezone']],
    [{ filter: { author: 'a\0b' } }, ['filter', 'author']],
    [{ filter: { author: ' ' } }, ['filter', 'author']],
    [{ filter: { text: ' ' } }, ['filter', 'text']],
    [{ filter: { text: '!?' } }, ['filter', 'text']],
  ])('%j is refused, and the error names the argument', async (variables, field) => {
    expect((await api.ask(ASK, variables)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field } }])
  })
})

describe('failures', () => {
  let line: FlakyConnection
  let fragile: TestApi
  beforeAll(async () => {
    line = await startFlakyConnection(api.database.url)
    fragile = await startApi({ database: api.database, databasePort: Number(new URL(line.url).port) })
    // More than the buffers of sockets and streams can hold: 8,000 tweets of 4,000 characters.
    await api.database.storage.pool.query(`
      WITH given AS (SELECT gen_random_uuid() AS id, n FROM generate_series(1, 8000) AS n),
      about AS (INSERT INTO entity VALUES (gen_random_uuid(), 'Long', 'long', now()) RETURNING id),
      tweets AS (
        INSERT INTO tweet (id, identity, text_hash, text, stored_at)
        SELECT id, sha256(n::text::bytea), sha256(n::text::bytea), repeat(md5(n::text), 125), now() FROM given RETURNING id)
      INSERT INTO classification
      SELECT about.id, gen_random_uuid(), tweets.id, (SELECT shown_id FROM model_selection), 'NEUTRAL', 0, 1, 0, 0, 1, false, 0,
        false, now(), now()
      FROM tweets, about`)
  })
  afterAll(async () => {
    await fragile.close()
    await line.close()
  })

  const open = (headers: Record<string, string>) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      get(`${fragile.url}/exports/classifications.csv?entity=Long`, { headers }, resolve).on('error', reject)
    })

  test.each([{}, { 'accept-encoding': 'gzip' }])(
    'a database that is lost during the download breaks it, so that it does not look complete (%j)',
    async headers => {
      line.restore()
      const response = await open(headers)
      expect(response.statusCode).toBe(200)
      line.cut()
      await expect(textOf(response)).rejects.toThrow('aborted')
      expect(fragile.logged.length).toBeGreaterThan(0)
      line.restore()
      const { body } = await download('classifications.ndjson?entity=Long')
      expect(body.split('\n')).toHaveLength(8001)
    },
  )

  test.each([{}, { 'accept-encoding': 'gzip' }])(
    'a client that disconnects during the download is not logged (%j)',
    async headers => {
      line.restore()
      const before = fragile.logged.length
      const response = await open(headers)
      response.once('error', () => {}).destroy()
      const { body } = await download('classifications.ndjson?entity=Long&label=positive')
      expect(body).toBe('')
      expect(fragile.logged).toHaveLength(before)
    },
  )

  test('more downloads than a process takes are refused, and other requests go on', async () => {
    line.restore()
    const running = await Promise.all(Array.from({ length: 8 }, () => open({})))
    const refused = await open({})
    expect(refused.statusCode).toBe(503)
    expect(refused.headers['retry-after']).toMatch(/^\d+$/)
    expect(JSON.parse(await textOf(refused))).toMatchObject({
      detail: expect.stringContaining('8 exports are being downloaded'),
    })
    const { entity } = await fragile.data('{ entity(name: "Long") { name } }')
    expect(entity).toEqual({ name: 'Long' })
    for (const response of running) response.once('error', () => {}).destroy()
    await expect
      .poll(async () => {
        const again = await open({})
        again.once('error', () => {}).destroy()
        return again.statusCode
      })
      .toBe(200)
  })

  test('an unreachable database is a 503', async () => {
    line.cut()
    const response = await open({})
    expect([response.statusCode, JSON.parse(await textOf(response))]).toEqual([
      503,
      expect.objectContaining({ detail: expect.stringContaining('The database cannot be reached') }),
    ])
    line.restore()
  })
})

test('no internal error was logged', () => {
  expect(api.logged).toEqual([])
})

test('a download has the label that people and files decide together', async () => {
  await store([{ text: 'Nothing was said', entity: 'Corrected', externalId: 'c1' }])
  for (const [annotator, label] of [
    ['ann', 'IRRELEVANT'],
    ['ben', 'IRRELEVANT'],
  ]) {
    const input = { externalId: 'c1', entity: 'Corrected', text: 'Nothing was said', annotator, label }
    await api.data('mutation ($input: SetLabelInput!) { setLabel(input: $input) { userErrors { message } } }', {
      input,
    })
  }
  const [row] = await objects('?entity=Corrected')
  expect(row).toMatchObject({
    imported_label: null,
    human_label: 'IRRELEVANT',
    human_label_annotator: 'ann',
    human_label_origin: 'API',
    annotator_count: 2,
  })
  expect((await objects('?entity=Game')).at(0)).toMatchObject({ human_label: null, annotator_count: 0 })
})
