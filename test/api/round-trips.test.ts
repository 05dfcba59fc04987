import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startApi, type TestApi } from './start-api.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

/** When the undated tweets of the first store were classified: long before "now" of the second one. */
const CLASSIFIED_AT = '2026-03-01T09:30:00.000Z'

const TEXTS = [
  'round trip good',
  '@acme =1+1 "quoted"',
  "'=apostrophe",
  'two\r\nlines',
  '日本語 😀',
  'the same',
  'the same',
]

let directory: string
let first: TestApi
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pulso-test-'))
  first = await startApi({ now: () => new Date(CLASSIFIED_AT), environment: { PULSO_DATA_DIR: directory } })
  const inputs = [
    ...TEXTS.map((text, index) => ({ text, entity: 'RoundTrip', author: index % 2 === 0 ? "'=ana" : null })),
    { text: 'about nothing' },
    { text: 'with an id', entity: 'RoundTrip', externalId: '1264156154112000001' },
    { text: 'with another id', entity: 'RoundTrip', externalId: '1264156154112000002' },
    { text: 'dated', entity: 'RoundTrip', postedAt: '2026-02-01T00:00:00Z' },
  ]
  await first.data('mutation ($inputs: [ClassifyInput!]!) { classifyBatch(inputs: $inputs) { userErrors { code } } }', {
    inputs,
  })
  // One tweet about two entities, in a file without ids.
  await importInto(first, 'text\nAcme is better than RoundTrip\n', 'two.csv', { entity: 'Acme', matchEntities: true })
})
afterAll(async () => {
  await first.close()
  await rm(directory, { recursive: true })
})

async function importInto(api: TestApi, body: string | Buffer, name: string, input: Record<string, unknown> = {}) {
  const response = await fetch(`${api.url}/imports?name=${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(Buffer.from(body)),
  })
  const { uploadId, error } = (await response.json()) as { uploadId: string; error?: string }
  if (error !== undefined) throw new Error(error)
  const { startImport } = await api.data(
    `mutation ($input: StartImportInput!) { startImport(input: $input) { importJob { id } userErrors { message } } }`,
    { input: { uploadId, idempotencyKey: String(Math.random()), ...input } },
  )
  expect(startImport.userErrors).toEqual([])
  return vi.waitFor(
    async () => {
      const { importJob } = await api.data(
        'query ($id: ID!) { importJob(id: $id) { status storedCount duplicateCount rejectedCount } }',
        { id: startImport.importJob.id },
      )
      expect(importJob.status).toBe('COMPLETED')
      return [importJob.storedCount, importJob.duplicateCount, importJob.rejectedCount]
    },
    { timeout: 60_000 },
  )
}

const exported = async (api: TestApi, format: string) =>
  Buffer.from(await (await fetch(`${api.url}/exports/classifications.${format}`)).arrayBuffer())

const TWEETS = `
  SELECT t.text, t.external_id, t.author, t.posted_at, c.counted_at, e.name, count(*) OVER (PARTITION BY t.id) AS mentions
  FROM tweet t JOIN classification c ON c.tweet_id = t.id JOIN entity e ON e.id = c.entity_id
  ORDER BY t.text, e.name, t.author`
const tweetsOf = async (api: TestApi) => (await api.database.storage.pool.query(TWEETS)).rows
const countTweets = async (api: TestApi) =>
  (await api.database.storage.pool.query('SELECT count(*)::int AS count FROM tweet')).rows[0].count

const FORMATS = ['csv', 'ndjson', 'json', 'xlsx', 'parquet', 'csv?formulas=keep']

const ROWS = TEXTS.length + 4 + 2
interface Cells extends Record<string, string> {
  external_id: string
  text: string
}

const cellsOf = async (api: TestApi) => parse(await exported(api, 'csv'), { columns: true, bom: true }) as Cells[]

function csvOf(rows: readonly Record<string, string>[]): string {
  const names = Object.keys(rows[0] ?? {})
  const lines = [names, ...rows.map(row => names.map(name => row[name] ?? ''))]
  return lines.map(cells => `${cells.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`).join('')
}

/** What a program does to a CSV export between two imports. */
const THROUGH: Record<string, (rows: Cells[]) => Record<string, string>[]> = {
  'a spreadsheet, which rounds ids': rows =>
    rows.map(row => ({ ...row, external_id: row.external_id && '1.26415615411200E+18' })),
  'a program that sorts rows': rows => rows.toReversed(),
  'a program that unifies line ends': rows => rows.map(row => ({ ...row, text: row.text.replaceAll('\r\n', '\n') })),
  'a program that removes ids': rows => rows.map(({ external_id, ...row }) => row),
  'an earlier release, which wrote no keys': rows => rows.map(({ tweet_key, counted_at, ...row }) => row),
  'an earlier release and a spreadsheet': rows =>
    rows.map(({ tweet_key, counted_at, ...row }) => ({ ...row, external_id: row.external_id && '1.26E+18' })),
}

describe('an export', () => {
  test.each(FORMATS)('as %s adds nothing to its own store, however often', async format => {
    const before = await tweetsOf(first)
    for (const _ of [1, 2, 3]) {
      expect(await importInto(first, await exported(first, format), `export.${format.split('?')[0]}`)).toEqual([
        0,
        ROWS,
        0,
      ])
    }
    expect(await tweetsOf(first)).toEqual(before)
  })

  test.each(Object.entries(THROUGH))('adds nothing after %s', async (_, change) => {
    const rows = await cellsOf(first)
    const body = csvOf(change(rows))
    expect(await importInto(first, body, 'changed.csv')).toEqual([0, ROWS, 0])
  })

  test('adds the rows whose text was edited, once', async () => {
    const copy = await startApi({ environment: { PULSO_DATA_DIR: directory } })
    try {
      await importInto(copy, await exported(first, 'csv'), 'export.csv')
      const rows = await cellsOf(copy)
      const edited = csvOf(rows.map(row => (row.text === 'the same' ? { ...row, text: 'edited' } : row)))
      expect(await importInto(copy, edited, 'edited.csv')).toEqual([2, ROWS - 2, 0])
      expect(await importInto(copy, edited.replace('posted_at', 'Posted at'), 'again.csv')).toEqual([0, ROWS, 0])
    } finally {
      await copy.close()
    }
  })

  test.each(FORMATS)('as %s restores an empty store: the same tweets at the same times', async format => {
    const second = await startApi({ environment: { PULSO_DATA_DIR: directory } })
    try {
      const body = await exported(first, format)
      expect(await importInto(second, body, `export.${format.split('?')[0]}`)).toEqual([ROWS, 0, 0])
      expect(await tweetsOf(second)).toEqual(await tweetsOf(first))
      expect(await countTweets(second)).toBe(ROWS - 1)
      // There and back again, and once more.
      expect(await importInto(first, await exported(second, format), `back.${format.split('?')[0]}`)).toEqual([
        0,
        ROWS,
        0,
      ])
      expect(await importInto(second, await exported(first, format), `again.${format.split('?')[0]}`)).toEqual([
        0,
        ROWS,
        0,
      ])
    } finally {
      await second.close()
    }
  })

  test('of an earlier release restores the times of undated tweets', async () => {
    const second = await startApi({ environment: { PULSO_DATA_DIR: directory } })
    try {
      const rows = await cellsOf(first)
      const old = csvOf(rows.map(({ tweet_key, counted_at, ...row }) => row))
      expect(await importInto(second, old, 'old.csv')).toEqual([ROWS, 0, 0])
      expect(await importInto(second, `${old}\n`, 'old-again.csv')).toEqual([0, ROWS, 0])
      const times = (await tweetsOf(second)).map(({ text, posted_at, counted_at }) => ({ text, posted_at, counted_at }))
      expect(times).toEqual(
        (await tweetsOf(first)).map(({ text, posted_at, counted_at }) => ({ text, posted_at, counted_at })),
      )
    } finally {
      await second.close()
    }
  })
})
