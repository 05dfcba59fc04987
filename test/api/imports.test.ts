import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { expectExactRollups } from '../support/exact-rollups.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { zipOf } from '../support/zip-of.ts'
import { startApi, type TestApi } from './start-api.ts'

// Some tests start several servers, which is slow on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

let directory: string
let api: TestApi
let database: TestDatabase
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pulso-test-'))
  database = await createTestDatabase()
  api = await startServer()
})
afterEach(async () => {
  // The indexer locks these tables in another order, and PostgreSQL ends one of the two if they meet.
  const tables =
    'import_job, import_reject, import_mention, tweet, classification, mention_label, resolved_label, label_draw_item, cross_fitted_answer'
  await vi.waitFor(() => query(`TRUNCATE ${tables}, sentiment_rollup, sentiment_rollup_daily`), { timeout: 30_000 })
  await query("DELETE FROM entity WHERE key <> ''")
  await rm(join(directory, 'uploads'), { recursive: true, force: true })
})
afterAll(async () => {
  await api.close()
  await database.drop()
  await rm(directory, { recursive: true })
})

const startServer = () => startApi({ database, environment: { PULSO_DATA_DIR: directory, PULSO_MAX_UPLOAD_MIB: '1' } })

const query = async <Row>(sql: string, ...values: unknown[]): Promise<Row[]> =>
  (await database.storage.pool.query(sql, values)).rows as Row[]

const countOf = async (table: string) =>
  Number((await query<{ count: string }>(`SELECT count(*) FROM ${table}`))[0]?.count)

/** The existing folders of uploads, of any database. */
async function uploadFolders(): Promise<string[]> {
  const databases = await readdir(join(directory, 'uploads')).catch(() => [])
  return (await Promise.all(databases.map(name => readdir(join(directory, 'uploads', name))))).flat()
}

const send = (body: string | Buffer | undefined, { name = 'feed.csv', type = 'text/csv' as string | null } = {}) =>
  fetch(`${api.url}/imports?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: type === null ? {} : { 'content-type': type },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
  })

async function upload(body: string | Buffer, name?: string) {
  const response = await send(body, name === undefined ? {} : { name })
  // biome-ignore lint/suspicious/noExplicitAny: each test checks its shape
  const answer = (await response.json()) as any
  if (response.status !== 201) throw new Error(answer.detail)
  return answer
}

const JOB = `id status fileName columns sizeBytes processedBytes processedCount rowCount storedCount duplicateCount relabelledCount undatedCount rejectedCount
  rejectedRows { line cells error { code message field } } rejectsUrl rowsPerSecond removedCount failure endedAt undoneAt ignoredColumns notices`

const start = async (input: Record<string, unknown>) =>
  (
    await api.data(
      `mutation ($input: StartImportInput!) { startImport(input: $input) { importJob { ${JOB} } userErrors { code message field } } }`,
      { input: { idempotencyKey: String(Math.random()), ...input } },
    )
  ).startImport

const idOf = (typename: string, id: string) => Buffer.from(`${typename}:${id}`).toString('base64')

const change = async (mutation: 'cancelImport' | 'undoImport', id: string) =>
  (
    await api.data(
      `mutation ($id: ID!) { ${mutation}(id: $id) { importJob { ${JOB} } userErrors { code message field } } }`,
      { id },
    )
  )[mutation]

const jobOf = async (id: string) =>
  (await api.data(`query ($id: ID!) { importJob(id: $id) { ${JOB} } }`, { id })).importJob

async function settled(id: string) {
  const isOpen = async () => ['QUEUED', 'RUNNING', 'CANCELING', 'UNDOING'].includes((await jobOf(id)).status)
  await expect.poll(isOpen, { timeout: 60_000, interval: 50 }).toBe(false)
  return jobOf(id)
}

/** Sends a file, imports it and waits for its end. */
async function importWhole(body: string | Buffer, input: Record<string, unknown> = {}, name?: string) {
  const { uploadId } = await upload(body, name)
  const { importJob, userErrors } = await start({ uploadId, ...input })
  expect(userErrors).toEqual([])
  return settled(importJob.id)
}

const classify = async (externalId: string, text: string, entity: string) => {
  const { classify: answer } = await api.data(
    'mutation ($input: ClassifyInput!) { classify(input: $input) { classification { id } userErrors { message } } }',
    { input: { text, entity, externalId } },
  )
  expect(answer.userErrors).toEqual([])
  return answer.classification.id as string
}

/** All rows that an import may change, without generated ids. */
const contents = async () => ({
  mentions: await query(
    `SELECT external_id, text, name, c.label, l.label AS imported FROM tweet t JOIN classification c ON c.tweet_id = t.id
     JOIN entity e ON e.id = c.entity_id LEFT JOIN imported_label l ON l.tweet_id = t.id AND l.entity_id = e.id ORDER BY 1, 2, 3`,
  ),
  tweets: await countOf('tweet'),
  entities: await query('SELECT name FROM entity ORDER BY 1'),
  labels: await countOf('imported_label'),
  rollup: await query('SELECT * FROM sentiment_rollup ORDER BY 1, 2, 3'),
  daily: await query('SELECT * FROM sentiment_rollup_daily ORDER BY 1, 2, 3'),
})

const rowsOf = (count: number, entity = 'Xbox') =>
  `id,entity,text,sentiment\n${Array.from({ length: count }, (_, index) => `${index},${entity},I love the number ${index},Positive\n`).join('')}`

const OTHER_ARCHIVE = await zipOf({ 'notes.txt': 'hi' })

describe('an upload', () => {
  test('is answered with its detected format and columns', async () => {
    const body = 'id,entity,text,likes\n1,Xbox,"good, really",7\n2,Sony,bad,8\n'
    const answer = await upload(body)
    expect(answer).toEqual({
      uploadId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: 'feed.csv',
      sizeBytes: body.length,
      format: 'CSV',
      encoding: 'utf-8',
      hasHeader: true,
      columns: [
        { name: 'id', field: 'externalId' },
        { name: 'entity', field: 'entity' },
        { name: 'text', field: 'text' },
        { name: 'likes', field: null },
      ],
      isEncodingDoubtful: false,
      sampleRows: [
        ['1', 'Xbox', 'good, really', '7'],
        ['2', 'Sony', 'bad', '8'],
      ],
      suggestions: [],
      notices: [],
    })
  })

  test('may lack a header, be compressed, have another encoding, or have objects', async () => {
    expect(await upload(gzipSync('7\tXbox\tgood\n'.repeat(9)), 'a.tsv.gz')).toMatchObject({
      format: 'TSV',
      hasHeader: false,
      columns: [{ name: 'column_1', field: null }, { name: 'column_2' }, { name: 'column_3' }],
      sampleRows: Array(5).fill(['7', 'Xbox', 'good']),
    })
    expect(await upload(Buffer.from('text\nna\xefve\n', 'latin1'))).toMatchObject({
      sampleRows: [['naïve']],
      notices: ['feed.csv is not UTF-8 and is read as windows-1252.'],
    })
    expect(await upload('{"id":1,"text":"hi"}\n{"text":"ho","lang":"en"}\n', 'a.ndjson')).toMatchObject({
      format: 'NDJSON',
      columns: [
        { name: 'id', field: 'externalId' },
        { name: 'text', field: 'text' },
        { name: 'lang', field: null },
      ],
      sampleRows: [
        ['1', 'hi', ''],
        ['', 'ho', 'en'],
      ],
    })
  })

  test.each([
    ['an empty file', '', 400, /is empty/],
    ['a compressed empty file', gzipSync(''), 400, /is empty/],
    [
      'a picture',
      Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
      400,
      /is not text/,
    ],
    ['a spreadsheet', Buffer.from('504b030414000600', 'hex'), 400, /Excel workbook; .*save the sheet as CSV/],
    ['a cut-off archive', gzipSync(rowsOf(500)).subarray(0, 900), 400, /is truncated/],
    ['a damaged archive', Buffer.from('1f8b0800000000000003ffffffff', 'hex'), 400, /is damaged/],
    ['a decompression bomb', gzipSync(Buffer.alloc(40 * 1024 * 1024, 'x')), 400, /decompresses to more than 32 MiB/],
    ['an archive of other files', OTHER_ARCHIVE, 400, /is a ZIP archive and no Excel workbook; extract it/],
    ['a damaged Parquet file', Buffer.from('PAR1 and nothing else PAR1'), 400, /cannot be read as a Parquet file/],
    ['a file that is too large', 'text\n'.repeat(300_000), 413, /larger than 1 MiB/],
  ])('%s is refused, and not stored', async (_what, body, status, message) => {
    const response = await send(body)
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ status, detail: expect.stringMatching(message) })
    expect(await uploadFolders()).toEqual([])
  })

  test('without a length is refused once it becomes too large', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sending = request(`${api.url}/imports`, { method: 'POST', headers: { 'content-type': 'text/csv' } })
      sending.on('response', response => resolve(response.statusCode)).on('error', reject)
      for (let part = 0; part < 20; part++) sending.write('x'.repeat(100_000))
    })
    expect(status).toBe(413)
    await expect.poll(uploadFolders, { timeout: 10_000 }).toEqual([])
  })

  test('whose client disconnects is removed', async () => {
    const sending = request(`${api.url}/imports`, { method: 'POST', headers: { 'content-type': 'text/csv' } })
    sending.on('error', () => {})
    sending.write('text\nhello\n')
    await expect.poll(uploadFolders, { timeout: 10_000 }).toHaveLength(1)
    sending.destroy()
    await expect.poll(uploadFolders, { timeout: 10_000 }).toEqual([])
    expect(api.logged).toEqual([])
  })

  test.each([
    ['text/plain', 'text\nhi\n'],
    ['application/x-www-form-urlencoded', 'text\nhi\n'],
  ])('cannot be sent by a page of another site as %s', async (type, body) => {
    const response = await send(body, { type })
    expect(response.status).toBe(415)
    expect(((await response.json()) as { detail: string }).detail).toMatch(
      /The Content-Type of a file must be one of text\/csv/,
    )
  })

  test('of a list of JSON can be sent as JSON', async () => {
    const response = await send('[{"text":"hi"}]', { name: 'hi.json', type: 'application/json' })
    expect([response.status, await response.json()]).toEqual([
      201,
      expect.objectContaining({ format: 'JSON', sampleRows: [['hi']] }),
    ])
  })

  test('cannot be sent without a type or without a body', async () => {
    expect((await send(Buffer.from('text\nhi\n'), { type: null })).status).toBe(415)
    expect((await send(undefined)).status).toBe(400)
    expect(await uploadFolders()).toEqual([])
  })
})

describe('an import', () => {
  test('stores and counts every valid row, and returns the others', async () => {
    const body = `${rowsOf(450)}7,Xbox,I love the number 7,Positive\n600,Xbox,,Positive\n601,###,=cmd|x,Positive\n602,Xbox,a,b,c\n`
    const job = await importWhole(body)
    expect(job).toMatchObject({
      status: 'COMPLETED',
      fileName: 'feed.csv',
      columns: ['id', 'entity', 'text', 'sentiment'],
      sizeBytes: Buffer.byteLength(body),
      processedBytes: Buffer.byteLength(body),
      processedCount: 454,
      rowCount: 454,
      storedCount: 450,
      duplicateCount: 1,
      rejectedCount: 3,
      failure: null,
      endedAt: expect.any(String),
      rowsPerSecond: expect.any(Number),
    })
    expect(job.rejectedRows).toEqual([
      {
        line: 453,
        cells: ['600', 'Xbox', '', 'Positive'],
        error: { code: 'INVALID', message: expect.stringMatching(/^text must/), field: ['text'] },
      },
      { line: 454, cells: ['601', '###', '=cmd|x', 'Positive'], error: expect.objectContaining({ field: ['entity'] }) },
      { line: 455, cells: ['602', 'Xbox', 'a', 'b', 'c'], error: expect.objectContaining({ field: null }) },
    ])
    const download = await fetch(`${api.url}${job.rejectsUrl}`)
    expect(download.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(download.headers.get('content-disposition')).toContain('feed.csv.rejects.csv')
    const lines = Buffer.from(await download.arrayBuffer())
      .toString('utf8')
      .split('\n')
    expect(lines).toEqual([
      '\u{feff}line,code,message,id,entity,sentiment,text,raw'.replace('sentiment,text', 'text,sentiment'),
      expect.stringMatching(/^453,INVALID,text must .*,600,Xbox,,Positive,$/),
      expect.stringMatching(/^454,INVALID,.*,601,###,'=cmd\|x,Positive,$/),
      expect.stringMatching(/^455,INVALID,.*,,,,,"602,Xbox,a,b,c"$/),
      '',
    ])
    expect(await countOf('tweet')).toBe(450)
    await expectExactRollups(database.storage.pool)
    expect(await uploadFolders()).toEqual([])
  })

  test('uses the given columns, entity, time zone and header', async () => {
    const job = await importWhole('nr,tweet,when\n1,fine day,2026-03-01 10:00\n', {
      columns: ['id', 'text', 'posted_at'],
      hasHeader: true,
      entity: 'Sony',
      timezone: 'Europe/Berlin',
    })
    expect(job).toMatchObject({ status: 'COMPLETED', storedCount: 1, processedCount: 1 })
    expect(
      await query(
        'SELECT external_id, posted_at, e.name FROM tweet t JOIN classification c ON t.id = tweet_id JOIN entity e ON e.id = entity_id',
      ),
    ).toEqual([{ external_id: '1', posted_at: new Date('2026-03-01T09:00:00Z'), name: 'Sony' }])
  })

  test('maps columns, labels and times, and says what it did not read', async () => {
    const body =
      'Report\nWann;Tweet Text;Brand;mood;likes\n01.03.2026 10:00;fine day;Sony;4;7\n02.03.2026;bad;Sony;5;8\n'
    const job = await importWhole(body, {
      skipLines: 1,
      columnMap: [
        { field: 'TEXT', column: 'tweet text' },
        { field: 'POSTED_AT', column: 'Wann' },
        { field: 'LABEL', column: 'mood' },
      ],
      labelMap: [
        { value: '4', label: 'POSITIVE' },
        { value: '0', label: 'NEGATIVE' },
      ],
      timeFormat: 'day-first',
      encoding: 'utf-8',
    })
    expect(job).toMatchObject({
      status: 'COMPLETED',
      storedCount: 2,
      ignoredColumns: ['likes'],
      notices: [expect.stringMatching(/^1 row has an unknown label .*"5" 1/)],
    })
    expect(
      await query(
        'SELECT text, posted_at, l.label FROM tweet t LEFT JOIN imported_label l ON l.tweet_id = t.id ORDER BY posted_at',
      ),
    ).toEqual([
      { text: 'fine day', posted_at: new Date('2026-03-01T10:00:00Z'), label: 'POSITIVE' },
      { text: 'bad', posted_at: new Date('2026-03-02T00:00:00Z'), label: null },
    ])
  })

  test('the header of a file whose columns are listed is no tweet', async () => {
    const job = await importWhole('Post Date,Author,Message\n2026-03-01,ann,hoot\n', {
      columns: ['-', 'author', 'text'],
      hasHeader: null,
    })
    expect(job).toMatchObject({ storedCount: 1, rejectedCount: 0 })
    expect(job.notices[0]).toMatch(/first line of feed.csv is a header .*hasHeader: false/)
  })

  test('says which encoding was detected, as the preview does', async () => {
    const latin = await upload(Buffer.from('text\nna\xefve\n', 'latin1'))
    const { importJob } = await start({ uploadId: latin.uploadId })
    expect((await settled(importJob.id)).notices).toEqual(latin.notices)
  })

  test('does not guess an encoding, and takes it with the upload or the import', async () => {
    const gbk = Buffer.from('id,text\n1,\xce\xd2\xcf\xb2\xbb\xb6\xd5\xe2\xb8\xf6\xca\xd6\xbb\xfa\n', 'latin1')
    const doubtful = await upload(gbk)
    expect(doubtful).toMatchObject({ encoding: 'windows-1252', isEncodingDoubtful: true })
    expect(doubtful.notices[0]).not.toContain('--')
    const refused = await start({ uploadId: doubtful.uploadId })
    expect(refused.userErrors).toEqual([
      {
        code: 'INVALID',
        message: expect.stringMatching(/name its encoding with encoding, such as gbk/),
        field: ['input', 'encoding'],
      },
    ])
    const { importJob } = await start({ uploadId: doubtful.uploadId, encoding: 'GBK' })
    expect(await settled(importJob.id)).toMatchObject({ status: 'COMPLETED', storedCount: 1 })
    const response = await fetch(`${api.url}/imports?name=a.csv&encoding=gb2312`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: new Uint8Array(gbk),
    })
    const named = (await response.json()) as Record<string, unknown>
    expect(named).toMatchObject({ encoding: 'gbk', isEncodingDoubtful: false, sampleRows: [['1', '我喜欢这个手机']] })
    const again = await start({ uploadId: named.uploadId })
    expect(await settled(again.importJob.id)).toMatchObject({ storedCount: 0, duplicateCount: 1 })
    expect(await query('SELECT text FROM tweet')).toEqual([{ text: '我喜欢这个手机' }])
  })

  test.each([
    ['?nmae=a.csv', /parameter "nmae" is unknown; use name, encoding/],
    ['?encoding=klingon', /encoding klingon is unknown/],
    ['?name=a.csv&name=b.csv', /name must be given once/],
  ])('an upload with %s is refused', async (parameters, message) => {
    const response = await fetch(`${api.url}/imports${parameters}`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: 'text\nhi\n',
    })
    expect(response.status).toBe(400)
    expect(((await response.json()) as { detail: string }).detail).toMatch(message)
    expect(await uploadFolders()).toEqual([])
  })

  test('an endless line is one rejected row', async () => {
    const job = await importWhole(gzipSync(`text\nfirst\n"${'x'.repeat(2 * 1024 * 1024)}"\nlast\n`))
    expect(job).toMatchObject({ status: 'COMPLETED', processedCount: 3, storedCount: 2, rejectedCount: 1 })
    expect(job.rejectedRows[0]).toMatchObject({ line: 3, error: { code: 'TOO_LONG' } })
  })

  test.each([
    ['an unknown upload', { uploadId: 'ffffffff-ffff-7fff-bfff-ffffffffffff' }, 'NOT_FOUND', ['input', 'uploadId']],
    ['an upload id that is a path', { uploadId: '../../../etc' }, 'NOT_FOUND', ['input', 'uploadId']],
    ['columns without a text', { columns: ['id', 'entity', '-'] }, 'INVALID', ['input', 'columns']],
    ['too few columns', { columns: ['text'] }, 'INVALID', ['input', 'columns']],
    ['unknown columns', { columns: ['id', 'words', 'text'] }, 'INVALID', ['input', 'columns']],
    ['no columns and no header', {}, 'INVALID', ['input', 'columns']],
    ['an invalid entity', { columns: ['-', '-', 'text'], entity: '###' }, 'INVALID', ['input', 'entity']],
    ['an invalid time zone', { columns: ['-', '-', 'text'], timezone: 'Mars' }, 'INVALID', ['input', 'timezone']],
    [
      'an unknown time format',
      { columns: ['-', '-', 'text'], timeFormat: 'dd.MM' },
      'INVALID',
      ['input', 'timeFormat'],
    ],
    ['an unknown encoding', { columns: ['-', '-', 'text'], encoding: 'klingon' }, 'INVALID', ['input', 'encoding']],
    ['a label twice', { labelMap: [{ value: '4' }, { value: '4.0' }] }, 'INVALID', ['input', 'labelMap']],
    ['a map of no column', { columnMap: [{ field: 'TEXT', column: 'words' }] }, 'INVALID', ['input', 'columnMap']],
    ['too many lines skipped', { skipLines: 9999 }, 'INVALID', ['input', 'skipLines']],
    [
      'columns and a map',
      { columns: ['-', '-', 'text'], columnMap: [{ field: 'TEXT', column: 'column_3' }] },
      'INVALID',
      ['input', 'columnMap'],
    ],
    ['an empty key', { columns: ['-', '-', 'text'], idempotencyKey: ' ' }, 'INVALID', ['input', 'idempotencyKey']],
  ])('does not start with %s', async (_what, input, code, field) => {
    const { uploadId } = await upload('1,Xbox,good\n2,Sony,bad\n')
    const { importJob, userErrors } = await start({ uploadId, ...input })
    expect(importJob).toBeNull()
    expect(userErrors).toEqual([{ code, message: expect.any(String), field }])
    expect(userErrors[0].message).not.toContain('--')
    expect(await countOf('import_job')).toBe(0)
  })

  test('is started once for one key, and one at a time for an upload', async () => {
    const { uploadId } = await upload(rowsOf(3000))
    const [first, again] = await Promise.all([0, 1].map(() => start({ uploadId, idempotencyKey: 'key' })))
    expect([first.userErrors, again.userErrors]).toEqual([[], []])
    expect(again.importJob.id).toBe(first.importJob.id)
    expect((await start({ uploadId, idempotencyKey: 'other' })).userErrors).toEqual([
      { code: 'CONFLICT', message: expect.any(String), field: ['input', 'uploadId'] },
    ])
    const { uploadId: another } = await upload(rowsOf(1))
    expect((await start({ uploadId: another, idempotencyKey: 'key' })).userErrors).toEqual([
      { code: 'CONFLICT', message: expect.any(String), field: ['input', 'idempotencyKey'] },
    ])
    await change('cancelImport', first.importJob.id)
    await settled(first.importJob.id)
  })

  test('that is canceled keeps its counted rows, can be undone, and can be started again', async () => {
    const { uploadId } = await upload(rowsOf(9000))
    const { importJob } = await start({ uploadId })
    await expect
      .poll(async () => (await jobOf(importJob.id)).processedCount, { timeout: 20_000, interval: 20 })
      .toBeGreaterThan(0)
    expect((await change('undoImport', importJob.id)).userErrors).toMatchObject([{ code: 'CONFLICT' }])
    expect((await change('cancelImport', importJob.id)).importJob.status).toMatch(/^CANCEL/)
    const canceled = await settled(importJob.id)
    expect(canceled).toMatchObject({ status: 'CANCELED', rowCount: null, endedAt: expect.any(String) })
    expect(canceled.storedCount).toBeLessThan(9000)
    expect(await countOf('tweet')).toBe(canceled.storedCount)
    expect((await change('cancelImport', importJob.id)).userErrors).toEqual([])
    const again = await start({ uploadId })
    expect(again.userErrors).toEqual([])
    await change('cancelImport', again.importJob.id)
    await settled(again.importJob.id)
  })

  test('imports are listed, the newest first', async () => {
    for (const name of ['a.csv', 'b.csv', 'c.csv']) await importWhole('text\nhi\n\nho,\n', {}, name)
    const list = (after: string | null) =>
      api.data(
        'query ($after: String) { importJobs(first: 2, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { fileName processedCount rejectedRows(first: 1) { line } } } } }',
        { after },
      )
    const { importJobs: first } = await list(null)
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } })
    const { importJobs: second } = await list(first.pageInfo.endCursor)
    const names = [...first.edges, ...second.edges].map(({ node }: { node: { fileName: string } }) => node.fileName)
    expect(names).toEqual(['c.csv', 'b.csv', 'a.csv'])
    const { importJobs: last } = await api.data(
      '{ importJobs(last: 2) { totalCount pageInfo { hasNextPage hasPreviousPage } nodes { fileName } } }',
    )
    expect(last).toEqual({
      totalCount: 3,
      pageInfo: { hasNextPage: false, hasPreviousPage: true },
      nodes: [{ fileName: 'b.csv' }, { fileName: 'a.csv' }],
    })
  })

  test('rejects other ids', async () => {
    expect((await fetch(`${api.url}/imports/nonsense/rejects`)).status).toBe(404)
    expect(
      (
        await fetch(
          `${api.url}/imports/${Buffer.from('ImportJob:ffffffff-ffff-7fff-bfff-ffffffffffff').toString('base64url')}/rejects`,
        )
      ).status,
    ).toBe(404)
    expect((await api.ask('{ importJob(id: "nonsense") { id } }')).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  })

  test.each([
    ['a malformed id', 'nonsense', 'INVALID'],
    ['an id of another type', idOf('Entity', 'ffffffff-ffff-7fff-bfff-ffffffffffff'), 'INVALID'],
    ['an unknown id', idOf('ImportJob', 'ffffffff-ffff-7fff-bfff-ffffffffffff'), 'NOT_FOUND'],
  ])('%s is a user error', async (_name, id, code) => {
    const refused = { importJob: null, userErrors: [{ code, message: expect.any(String), field: ['id'] }] }
    expect(await change('cancelImport', id)).toEqual(refused)
    expect(await change('undoImport', id)).toEqual(refused)
  })
})

const countUndo = async (id: string) =>
  (
    await api.data(
      `mutation ($id: ID!) { undoImport(id: $id, dryRun: true) {
        importJob { status } isDryRun mentionCount tweetCount entityCount userErrors { code field }
      } }`,
      { id },
    )
  ).undoImport

describe('undoing an import', () => {
  test('can be counted first, which changes nothing', async () => {
    const first = await importWhole(rowsOf(20))
    const second = await importWhole(rowsOf(30))
    await classify('25', 'I love the number 25', 'Xbox')
    await classify('26', 'I love the number 26', 'Sony')
    const before = await contents()
    const counted = { isDryRun: true, userErrors: [] }
    expect(await countUndo(first.id)).toEqual({
      ...counted,
      importJob: { status: 'COMPLETED' },
      mentionCount: 0,
      tweetCount: 0,
      entityCount: 0,
    })
    const { mentionCount, tweetCount, ...rest } = await countUndo(second.id)
    expect(rest).toMatchObject({ ...counted, importJob: { status: 'COMPLETED' } })
    expect(await contents()).toEqual(before)
    const tweets = await countOf('tweet')
    await change('undoImport', second.id)
    expect(await settled(second.id)).toMatchObject({ removedCount: mentionCount })
    expect(await countOf('tweet')).toBe(tweets - tweetCount)
    expect(await countUndo(second.id)).toMatchObject({ importJob: { status: 'UNDONE' }, mentionCount: 0 })
    expect(await countUndo(idOf('ImportJob', 'nonsense'))).toMatchObject({ importJob: null, mentionCount: null })
  })

  test('restores the previous state', async () => {
    await classify('1', 'I love the number 1', 'Xbox')
    await classify('2', 'I love the number 2', 'Sony')
    const before = await contents()
    const job = await importWhole(rowsOf(700))
    expect(job).toMatchObject({ storedCount: 699, duplicateCount: 0, relabelledCount: 1 })
    // The one label that the import added to an existing mention.
    before.labels = 1
    before.mentions = await query(
      `SELECT external_id, text, name, c.label, l.label AS imported FROM tweet t JOIN classification c ON c.tweet_id = t.id
       JOIN entity e ON e.id = c.entity_id LEFT JOIN imported_label l ON l.tweet_id = t.id AND l.entity_id = e.id
       WHERE (external_id, name) IN (('1', 'Xbox'), ('2', 'Sony')) ORDER BY 1, 2, 3`,
    )
    expect((await change('undoImport', job.id)).importJob.status).toMatch(/^UND/)
    expect(await settled(job.id)).toMatchObject({
      status: 'UNDONE',
      removedCount: 699,
      undoneAt: expect.any(String),
      storedCount: 699,
    })
    expect(await contents()).toEqual(before)
    expect(await countOf('import_mention')).toBe(0)
    await expectExactRollups(database.storage.pool)
    expect((await change('undoImport', job.id)).importJob.status).toBe('UNDONE')
  })

  test('keeps mentions that a call has requested since, and unrelated ones', async () => {
    const job = await importWhole(rowsOf(30))
    const requested = await classify('5', 'I love the number 5', 'xbox')
    const added = await classify('6', 'I love the number 6', 'Sony')
    await change('undoImport', job.id)
    expect(await settled(job.id)).toMatchObject({ status: 'UNDONE', removedCount: 29 })
    const { first, second } = await api.data(
      'query ($requested: ID!, $added: ID!) { first: classification(id: $requested) { tweet { externalId } } second: classification(id: $added) { tweet { externalId classifications { entity { name } } } } }',
      { requested, added },
    )
    expect(first.tweet.externalId).toBe('5')
    expect(second.tweet).toEqual({ externalId: '6', classifications: [{ entity: { name: 'Sony' } }] })
    expect(await countOf('tweet')).toBe(2)
    await expectExactRollups(database.storage.pool)
  })

  test('keeps rows of two imports until both are undone', async () => {
    const first = await importWhole(rowsOf(20))
    const second = await importWhole(rowsOf(30))
    expect(second).toMatchObject({ storedCount: 10, duplicateCount: 20 })
    await change('undoImport', first.id)
    expect(await settled(first.id)).toMatchObject({ status: 'UNDONE', removedCount: 0 })
    expect(await countOf('tweet')).toBe(30)
    await change('undoImport', second.id)
    expect(await settled(second.id)).toMatchObject({ status: 'UNDONE', removedCount: 30 })
    expect(await countOf('tweet')).toBe(0)
    expect(await query("SELECT name FROM entity WHERE key <> ''")).toEqual([])
    await expectExactRollups(database.storage.pool)
    expect(await importWhole(rowsOf(20))).toMatchObject({ storedCount: 20 })
  })

  test('removes mentions of an entity that was merged since, except those that a call requested', async () => {
    const about = (entity: string, from: number, to: number) =>
      `id,entity,text\n${Array.from({ length: to - from }, (_, index) => `${from + index},${entity},I love the number ${from + index}`).join('\n')}\n`
    await classify('3', 'I love the number 3', 'Meta')
    const old = await importWhole(about('Facebook', 0, 10))
    const current = await importWhole(about('Meta', 5, 15))
    const entities = await query<{ id: string; name: string }>('SELECT id, name FROM entity')
    const idOf = (name: string) =>
      Buffer.from(`Entity:${entities.find(entity => entity.name === name)?.id}`).toString('base64')
    const { mergeEntities } = await api.data(
      `mutation ($input: MergeEntitiesInput!) { mergeEntities(input: $input) { movedCount droppedCount userErrors { message } } }`,
      { input: { fromId: idOf('Facebook'), intoId: idOf('Meta'), dryRun: false } },
    )
    // Numbers 5 to 9 and 3 exist for both.
    expect(mergeEntities).toEqual({ movedCount: 4, droppedCount: 6, userErrors: [] })
    await change('undoImport', old.id)
    // 0, 1, 2 and 4 are only its own; 5 to 9 were also brought by the other import, and 3 was requested.
    expect(await settled(old.id)).toMatchObject({ status: 'UNDONE', removedCount: 4 })
    expect(await countOf('tweet')).toBe(11)
    await expectExactRollups(database.storage.pool)
    await change('undoImport', current.id)
    expect(await settled(current.id)).toMatchObject({ status: 'UNDONE', removedCount: 10 })
    expect(await query('SELECT external_id FROM tweet')).toEqual([{ external_id: '3' }])
    expect(await countOf('import_mention')).toBe(0)
    await expectExactRollups(database.storage.pool)
  })

  test('removes an entity together with aliases that were added since', async () => {
    const job = await importWhole(rowsOf(3))
    const [entity] = await query<{ id: string }>("SELECT id FROM entity WHERE name = 'Xbox'")
    await api.data(
      `mutation ($input: EntityAliasInput!) { addEntityAlias(input: $input) { userErrors { message } } }`,
      { input: { entityId: Buffer.from(`Entity:${entity?.id}`).toString('base64'), alias: 'X Box One' } },
    )
    await change('undoImport', job.id)
    expect(await settled(job.id)).toMatchObject({ status: 'UNDONE', removedCount: 3 })
    expect(await countOf('tweet')).toBe(0)
    await expectExactRollups(database.storage.pool)
  })

  test('loses nothing that is classified concurrently', async () => {
    const job = await importWhole(rowsOf(1500))
    await change('undoImport', job.id)
    const ids: string[] = []
    for (let number = 1490; number > 1400; number -= 3) {
      ids.push(await classify(String(number), `I love the number ${number}`, 'Xbox'))
    }
    expect(await settled(job.id)).toMatchObject({ status: 'UNDONE' })
    for (const id of ids) {
      expect(
        (await api.data('query ($id: ID!) { classification(id: $id) { label } }', { id })).classification,
      ).not.toBeNull()
    }
    expect(await countOf('tweet')).toBe(ids.length)
    await expectExactRollups(database.storage.pool)
  })
})

test('stored entities in a text are found, each with a separate classification', async () => {
  await classify('a', 'hello', 'Xbox')
  await classify('b', 'hello', 'Call of Duty')
  const body = [
    'id,entity,text,sentiment',
    '1,,#CallOfDuty on my xbox is great,Positive',
    '2,,nothing to see,Neutral',
    '3,Sony,better than Xbox,Negative',
    '4,,my Xbox broke,Negative',
    '5,###,xbox,Negative',
  ]
  const job = await importWhole(body.join('\n'), { matchEntities: true })
  expect(job).toMatchObject({ processedCount: 5, storedCount: 4, rejectedCount: 1 })
  expect(
    await query(
      `SELECT external_id AS id, e.name, l.label FROM tweet t JOIN classification c ON c.tweet_id = t.id JOIN entity e ON e.id = c.entity_id
       LEFT JOIN imported_label l ON l.tweet_id = t.id AND l.entity_id = e.id WHERE text <> 'hello' ORDER BY 1, 2`,
    ),
  ).toEqual([
    { id: '1', name: 'Call of Duty', label: null },
    { id: '1', name: 'Xbox', label: null },
    { id: '2', name: '', label: 'NEUTRAL' },
    { id: '3', name: 'Sony', label: 'NEGATIVE' },
    { id: '3', name: 'Xbox', label: null },
    { id: '4', name: 'Xbox', label: 'NEGATIVE' },
  ])
  expect(await importWhole(body.join('\n'), { matchEntities: true })).toMatchObject({
    storedCount: 0,
    duplicateCount: 4,
  })
})

test('an import resumes when its server is stopped and another one starts', async () => {
  const { uploadId } = await upload(rowsOf(4000))
  const { importJob } = await start({ uploadId })
  await expect
    .poll(async () => (await jobOf(importJob.id)).processedCount, { timeout: 20_000, interval: 20 })
    .toBeGreaterThan(0)
  await api.close()
  api = await startServer()
  expect(await settled(importJob.id)).toMatchObject({ status: 'COMPLETED', processedCount: 4000, storedCount: 4000 })
  expect(await countOf('tweet')).toBe(4000)
  await expectExactRollups(database.storage.pool)
})

test('a server without the file leaves the import to the one that has it, and refuses to start another', async () => {
  const { uploadId } = await upload(rowsOf(10))
  const { importJob } = await start({ uploadId, idempotencyKey: 'key' })
  await settled(importJob.id)
  const { uploadId: waiting } = await upload(rowsOf(5000))
  const elsewhere = await mkdtemp(join(tmpdir(), 'pulso-test-'))
  const other = await startApi({ database, environment: { PULSO_DATA_DIR: elsewhere } })
  try {
    const { startImport } = await other.data(
      'mutation ($input: StartImportInput!) { startImport(input: $input) { importJob { id } userErrors { code message } } }',
      { input: { uploadId: waiting, idempotencyKey: 'elsewhere' } },
    )
    expect(startImport).toEqual({
      importJob: null,
      userErrors: [{ code: 'NOT_FOUND', message: expect.stringContaining('is on another machine') }],
    })
    const { importJob: long } = await start({ uploadId: waiting })
    await api.close()
    // Longer than the polling interval of the other server.
    await new Promise(resolve => setTimeout(resolve, 3_000))
    const read = async () =>
      (await other.data('query ($id: ID!) { importJob(id: $id) { status } }', { id: long.id })).importJob.status
    expect(await read()).toBe('QUEUED')
    api = await startServer()
    expect(await settled(long.id)).toMatchObject({ status: 'COMPLETED', storedCount: 4990 })
  } finally {
    await other.close()
    await rm(elsewhere, { recursive: true })
  }
})

test('unused uploads are removed after a day', async () => {
  const { uploadId } = await upload(rowsOf(3))
  await api.close()
  api = await startApi({
    database,
    environment: { PULSO_DATA_DIR: directory },
    wallClock: () => Date.now() + 23 * 60 * 60_000,
  })
  await new Promise(resolve => setTimeout(resolve, 500))
  expect(await uploadFolders()).toEqual([uploadId])
  await api.close()
  api = await startApi({
    database,
    environment: { PULSO_DATA_DIR: directory },
    wallClock: () => Date.now() + 25 * 60 * 60_000,
  })
  await expect.poll(uploadFolders, { timeout: 10_000 }).toEqual([])
  expect((await start({ uploadId })).userErrors).toMatchObject([{ code: 'NOT_FOUND' }])
})

describe('labels of an import', () => {
  const FILE = 'id,entity,text,label\n1,Xbox,good,positive\n2,Xbox,bad,negative\n3,Xbox,so so,\n'
  const drawsOf = () =>
    query(
      `SELECT label, draw_id IS NOT NULL AS "isDrawn", draw_id = (SELECT id FROM import_job) AS "isOfImport", inclusion_probability AS p
       FROM mention_label WHERE annotator = 'file' ORDER BY label`,
    )

  test.each([
    ['ALL_ROWS', { isDrawn: true, isOfImport: true, p: 1 }, 1],
    ['RANDOM_SAMPLE', { isDrawn: true, isOfImport: true, p: null }, 1],
    ['CHOSEN', { isDrawn: false, isOfImport: null, p: null }, 0],
    [null, { isDrawn: false, isOfImport: null, p: null }, 0],
  ])('that cover %s are a draw or not', async (labelCoverage, drawn, draws) => {
    await query('TRUNCATE label_draw CASCADE')
    await importWhole(FILE, { labelCoverage })
    expect(await drawsOf()).toEqual([
      { label: 'POSITIVE', ...drawn },
      { label: 'NEGATIVE', ...drawn },
    ])
    expect(await countOf('label_draw')).toBe(draws)
  })

  test('of people go with the mentions that are undone, and a dry run counts them', async () => {
    const { id } = await importWhole(FILE)
    await classify('2', 'bad', 'Xbox')
    for (const externalId of ['1', '2']) {
      const input = {
        externalId,
        text: externalId === '1' ? 'good' : 'bad',
        entity: 'Xbox',
        annotator: 'ann',
        label: 'NEUTRAL',
      }
      const { setLabel } = await api.data(
        'mutation ($input: SetLabelInput!) { setLabel(input: $input) { userErrors { message } } }',
        { input },
      )
      expect(setLabel.userErrors).toEqual([])
    }
    const { undoImport } = await api.data(
      'mutation ($id: ID!) { undoImport(id: $id, dryRun: true) { mentionCount labelCount userErrors { message } } }',
      { id },
    )
    expect(undoImport).toEqual({ mentionCount: 2, labelCount: 1, userErrors: [] })
    await change('undoImport', id)
    await settled(id)
    expect(await query('SELECT annotator, label FROM mention_label ORDER BY annotator')).toEqual([
      { annotator: 'ann', label: 'NEUTRAL' },
      { annotator: 'file', label: 'NEGATIVE' },
    ])
    expect(await countOf('resolved_label')).toBe(1)
  })

  test('that are given while an import is undone are stored with their mention, or refused', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => `${index},Xbox,text ${index}`)
    const { id } = await importWhole(`id,entity,text\n${rows.join('\n')}\n`)
    // Every other tweet stays, because it has another mention.
    for (let index = 0; index < 300; index += 2) await classify(String(index), `text ${index}`, 'Sony')
    let isUndoing = true
    const answers = { stored: 0, refused: 0 }
    const label = async (index: number) => {
      const input = {
        externalId: String(index),
        text: `text ${index}`,
        entity: 'Xbox',
        annotator: 'ann',
        label: 'NEUTRAL',
      }
      const { setLabel } = await api.data(
        'mutation ($input: SetLabelInput!) { setLabel(input: $input) { label { id } userErrors { code } } }',
        { input },
      )
      if (setLabel.label !== null) answers.stored += 1
      else {
        expect(setLabel.userErrors).toMatchObject([{ code: 'NOT_FOUND' }])
        answers.refused += 1
      }
    }
    const labelling = Promise.all(
      [0, 1, 2].map(async part => {
        for (let index = part; isUndoing || index < 300; index += 3) await label(index % 300)
      }),
    )
    await change('undoImport', id)
    await settled(id)
    isUndoing = false
    await labelling
    expect(answers.refused).toBeGreaterThan(0)
    // No label is left without its mention, and no mention of the import is left.
    for (const table of ['mention_label', 'resolved_label']) expect(await countOf(table)).toBe(0)
  })
})
