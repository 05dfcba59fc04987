import { parquetReadObjects } from 'hyparquet'
import { describe, expect, test } from 'vitest'
import { tweetKey } from '../../src/classification/tweet-identity.ts'
import { EXPORT_COLUMNS } from '../../src/exports/export-columns.ts'
import type { ExportedRow } from '../../src/exports/read-export.ts'
import type { RowWriter } from '../../src/exports/writers/row-writer.ts'
import { writeCsv } from '../../src/exports/writers/write-csv.ts'
import { writeJson } from '../../src/exports/writers/write-json.ts'
import { writeParquet } from '../../src/exports/writers/write-parquet.ts'
import { xlsxWriter } from '../../src/exports/writers/write-xlsx.ts'
import { fieldOf } from '../../src/tables/columns.ts'
import { openXlsx } from '../../src/tables/containers/read-xlsx.ts'
import { exportColumnUse } from '../../src/tables/exported-tweet.ts'

const TEXTS = [
  ...['=1+1', '@ana hi', "'@ana", '', ' two  blanks ', 'a\tb\nc\r\nd\re', '<b>&amp;"\'</b> ]]>', '日本語 😀 e\u0301'],
  ...[
    '_x0041_ and _x005F_',
    '\u0001\u0007\u001f',
    '1264156154112000001',
    '007',
    'TRUE',
    '\u{feff}x',
    'x'.repeat(10_000),
  ],
]

const ROWS: readonly ExportedRow[] = TEXTS.map((text, index) => ({
  id: `00000000-0000-0000-0000-${String(index).padStart(12, '0')}`,
  externalId: index % 2 === 0 ? String(1264156154112000001n + BigInt(index)) : null,
  entity: index % 3 === 0 ? null : '007',
  text,
  author: index % 5 === 0 ? '=ana' : null,
  postedAt: index % 2 === 0 ? new Date(Date.UTC(2026, 2, 29, 1, 30, index, index)) : null,
  label: 'POSITIVE',
  confidence: 0.1 + index / 1000,
  positive: 1 / 3,
  neutral: 1e-9,
  negative: 0,
  irrelevant: 1,
  isUncertain: index % 2 === 1,
  unknownTokenShare: 0.5,
  isTruncated: false,
  unreadReason: index % 6 === 0 ? 'UNREADABLE' : null,
  importedLabel: index % 4 === 0 ? 'NEGATIVE' : null,
  humanLabel: index % 4 === 0 ? 'POSITIVE' : null,
  humanLabelAnnotator: index % 4 === 0 ? '=ann' : null,
  humanLabelOrigin: index % 4 === 0 ? 'PAGE' : null,
  annotatorCount: index % 4 === 0 ? 2 : 0,
  createdAt: new Date('2026-11-24T10:00:00.123Z'),
  countedAt: new Date('1970-01-01T00:00:01.001Z'),
  identity: String(index % 10).repeat(64),
}))

async function* inSpans(rows: readonly ExportedRow[], size: number) {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size)
}

async function written(
  writer: RowWriter,
  rows = ROWS,
  size = 3,
  formulas: 'guard' | 'keep' = 'guard',
): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of writer(inSpans(rows, size), { version: 'pulso@0', formulas }))
    chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

const fileOf = (bytes: Buffer) => ({
  name: 'export',
  sizeBytes: bytes.length,
  readAt: async (position: number, length: number) => bytes.subarray(position, position + length),
})

const valuesOf = (row: ExportedRow) => EXPORT_COLUMNS.map(({ read }) => read(row, 'pulso@0'))

describe('XLSX', () => {
  const cellsOf = async (bytes: Buffer) => {
    const sheets = await openXlsx(fileOf(bytes))
    return Promise.all(
      sheets.map(async sheet => {
        const rows: (readonly string[])[] = []
        for await (const portion of sheet.rows()) for (const row of portion) if ('cells' in row) rows.push(row.cells)
        return { name: sheet.name, rows }
      }),
    )
  }
  const shown = (value: unknown) =>
    value instanceof Date ? value.toISOString().slice(0, -1) : value === null ? '' : String(value)
  // A sheet has no empty cells at the end of a row.
  const withoutEmptyEnd = (cells: readonly string[]) => cells.slice(0, cells.findLastIndex(cell => cell !== '') + 1)
  const expected = (rows: readonly ExportedRow[]) => [
    EXPORT_COLUMNS.map(({ name }) => name),
    ...rows.map(row => withoutEmptyEnd(valuesOf(row).map(value => shown(value)))),
  ]

  test('has every cell as it was', async () => {
    expect(await cellsOf(await written(xlsxWriter()))).toEqual([{ name: 'classifications', rows: expected(ROWS) }])
  })

  test('continues on another sheet when one is full', async () => {
    const sheets = await cellsOf(await written(xlsxWriter(7)))
    expect(sheets.map(({ name }) => name)).toEqual(['classifications', 'classifications 2', 'classifications 3'])
    expect(sheets.map(({ rows }) => rows)).toEqual([
      expected(ROWS.slice(0, 6)),
      expected(ROWS.slice(6, 12)),
      expected(ROWS.slice(12)),
    ])
    expect(await cellsOf(await written(xlsxWriter(5), ROWS.slice(0, 4)))).toHaveLength(1)
    expect(await cellsOf(await written(xlsxWriter(5), []))).toEqual([{ name: 'classifications', rows: expected([]) }])
  })

  test('fails before its first byte if the first rows cannot be read, and breaks off later', async () => {
    async function* failing(rows: number) {
      for (let at = 0; at < rows; at++) yield ROWS
      throw new Error('The database is gone.')
    }
    const options = { version: 'v', formulas: 'guard' } as const
    await expect(xlsxWriter()(failing(0), options).next()).rejects.toThrow('The database is gone.')
    const all = async () => {
      for await (const _ of xlsxWriter()(failing(20), options));
    }
    await expect(all()).rejects.toThrow('The database is gone.')
  })

  test('reads no further if its consumer stops', async () => {
    let [isClosed, spans] = [false, 0]
    async function* endless() {
      try {
        for (;;) {
          spans += 1
          yield ROWS
        }
      } finally {
        isClosed = true
      }
    }
    for await (const _ of xlsxWriter()(endless(), { version: 'v', formulas: 'guard' })) break
    expect(isClosed).toBe(true)
    expect(spans).toBeLessThan(1000)
  })
})

describe('Parquet', () => {
  test('has every value with its type', async () => {
    const bytes = await written(writeParquet)
    const file = new Uint8Array(bytes).buffer
    const rows = await parquetReadObjects({ file, parsers: { stringFromBytes: bytes => UTF_8.decode(bytes) } })
    expect(rows).toEqual(
      ROWS.map(row => Object.fromEntries(EXPORT_COLUMNS.map(({ name, read }) => [name, read(row, 'pulso@0')]))),
    )
  })

  test('without rows has its columns', async () => {
    const file = new Uint8Array(await written(writeParquet, [])).buffer
    expect(await parquetReadObjects({ file })).toEqual([])
  })
})

/** A byte-order mark at the beginning of a text is part of it. */
const UTF_8 = new TextDecoder('utf-8', { ignoreBOM: true })

test('a JSON array has an object for each row', async () => {
  const keys = EXPORT_COLUMNS.map(({ name }) => name)
  for (const rows of [ROWS, []]) {
    const parsed = JSON.parse(String(await written(writeJson, rows)))
    expect(parsed).toHaveLength(rows.length)
    for (const [index, row] of parsed.entries()) {
      expect(Object.keys(row)).toEqual(keys)
      expect(row.text).toBe(TEXTS[index])
    }
  }
})

test.each([
  ['guard', ["'=1+1", "'@ana hi", "''@ana"]],
  ['keep', ['=1+1', '@ana hi', "'@ana"]],
] as const)('CSV with formulas=%s has %j', async (mode, texts) => {
  const lines = String(await written(writeCsv, ROWS.slice(0, 3), 3, mode)).split('\n')
  expect(lines.slice(1, 4).map(line => line.split(',')[3])).toEqual(texts)
})

test('the key of a tweet is the same whatever its text begins with', () => {
  expect(tweetKey('0'.repeat(64), "''@ana", null).slice(0, -4)).toBe(
    tweetKey('0'.repeat(64), '@ana', "'@").slice(0, -4),
  )
})

test('an import knows what every column of an export is for', () => {
  const unknown = EXPORT_COLUMNS.map(({ name }) => name).filter(
    name => fieldOf(name) === null && exportColumnUse(name) === null,
  )
  expect(unknown).toEqual([])
})
