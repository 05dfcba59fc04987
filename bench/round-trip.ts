import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { textHash } from '../src/classification/tweet-identity.ts'
import { EXPORT_FORMATS, type ExportFormat, type FormulaMode } from '../src/exports/export-format.ts'
import type { ExportedRow } from '../src/exports/read-export.ts'
import { ROW_WRITERS } from '../src/exports/write-export.ts'
import { LABELS } from '../src/labels.ts'
import { openTable } from '../src/tables/open-table.ts'
import type { RowFields } from '../src/tables/row.ts'
import { wholeNumber } from './whole-number.ts'

/*
 * Writes made-up classifications in every format of exports, reads each file as an import does, and compares every cell.
 * `npx tsx bench/round-trip.ts 100000`; ends with 1 if a cell differs.
 */

/** Texts that tools change: formulas, quotes, line ends, other scripts, and characters that XML cannot contain. */
const TEXTS = [
  ...['I love it', '@ana hi', '=1+1', "'@ana", "''", '-5', '+x', '\ttab', '\n=line', '＝wide', '\u200b=hidden'],
  ...['a, "b"; c|d', 'two\r\nlines', 'a\rb', ' blanks ', '<b>&amp;</b> ]]>', '_x0041_', '\u0001\u001f', '007', 'TRUE'],
  ...['1264156154112000001', '1.5E+17', '日本語 😀 e\u0301', '\u{feff}mark', 'null', 'NaN', 'x'.repeat(280)],
]

const START = Date.parse('2026-01-01T00:00:00.000Z')

const rowAt = (index: number): ExportedRow => {
  const text = `${TEXTS[index % TEXTS.length]}${index % 3 === 0 ? '' : ` ${index}`}`
  return {
    id: `00000000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`,
    externalId: index % 2 === 0 ? null : String(1264156154112000001n + BigInt(index)),
    entity: index % 5 === 0 ? null : (['Xbox', 'C#', '=Sum', '007', 'Nestlé'][index % 5] ?? null),
    text,
    author: index % 7 === 0 ? null : (['ana', '@ben', "'=c", '0123'][index % 4] ?? null),
    postedAt: index % 4 === 0 ? null : new Date(START + index * 61_007),
    label: LABELS[index % 4] ?? 'NEUTRAL',
    confidence: (index % 1000) / 1000,
    positive: 1 / 3,
    neutral: 1e-9,
    negative: 0,
    irrelevant: 1,
    isUncertain: index % 2 === 0,
    unknownTokenShare: 0.25,
    isTruncated: false,
    unreadReason: null,
    importedLabel: index % 3 === 0 ? null : (LABELS[index % 4] ?? null),
    humanLabel: null,
    humanLabelAnnotator: null,
    humanLabelOrigin: null,
    annotatorCount: 0,
    createdAt: new Date(START + index),
    countedAt: new Date(START + index * 61_007),
    identity: textHash(String(index)),
  }
}

async function* spansOf(count: number, spanSize = 1000): AsyncGenerator<readonly ExportedRow[]> {
  for (let at = 0; at < count; at += spanSize) {
    yield Array.from({ length: Math.min(spanSize, count - at) }, (_, index) => rowAt(at + index))
  }
}

/** The cells of a row that an import reads, of which none may change. */
const expected = ({ externalId, entity, text, author, postedAt, importedLabel, id, countedAt }: ExportedRow) =>
  JSON.stringify([externalId, entity, text, author, postedAt, importedLabel, id, countedAt])
const read = ({ externalId, entity, text, author, postedAt, label, exported }: RowFields) =>
  JSON.stringify([externalId, entity, text, author, postedAt, label, exported?.classificationId, exported?.countedAt])

/** The number of rows that differ, and the first of them. */
async function compare(path: string, count: number): Promise<readonly [differing: number, first: string]> {
  const table = await openTable(path, process.stdin, {
    format: null,
    columns: null,
    entity: null,
    timezone: 'Europe/Madrid',
    encoding: null,
  })
  let [row, differing, first] = [0, 0, '']
  for await (const portion of table.rows) {
    for (const { fields } of portion) {
      const [want, got] = [expected(rowAt(row)), fields.ok ? read(fields.value) : fields.problem.message]
      if (want !== got) {
        differing += 1
        first ||= `row ${row + 1}: ${want} became ${got}`
      }
      row += 1
    }
  }
  await table.close()
  return row === count ? [differing, first] : [differing + Math.abs(count - row), `${row} rows were read`]
}

async function roundTrip(folder: string, format: ExportFormat, formulas: FormulaMode, count: number): Promise<boolean> {
  const path = join(folder, `${formulas}.${format}`)
  const startedAt = performance.now()
  const chunks = ROW_WRITERS[format](spansOf(count), { version: 'pulso@0123456789ab', formulas })
  await pipeline(Readable.from(chunks, { objectMode: false }), createWriteStream(path))
  const writtenAt = performance.now()
  const [differing, first] = await compare(path, count)
  const [writing, reading] = [writtenAt - startedAt, performance.now() - writtenAt].map(
    ms => `${(ms / 1000).toFixed(1)} s`,
  )
  const size = `${((await stat(path)).size / 2 ** 20).toFixed(1)} MiB`
  console.log(`${format} (${formulas}): ${size}, written in ${writing}, read in ${reading}, ${differing} rows differ`)
  if (differing > 0) console.log(first)
  return differing === 0
}

const count = wholeNumber(process.argv[2] ?? '100000')
const folder = await mkdtemp(join(tmpdir(), 'pulso-round-trip-'))
try {
  for (const format of EXPORT_FORMATS) {
    for (const formulas of format === 'csv' ? (['guard', 'keep'] as const) : (['guard'] as const)) {
      if (!(await roundTrip(folder, format, formulas, count))) process.exitCode = 1
    }
  }
} finally {
  await rm(folder, { recursive: true })
}
