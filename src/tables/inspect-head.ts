import { UsageError } from '../problem/problem.ts'
import { beginTable, SAMPLE_BYTES } from './begin-table.ts'
import { fieldOf, headerName, type MappedField, numberedColumns, recognisedFields } from './columns.ts'
import { decodeText } from './decode-text.ts'
import type { InputFile } from './input-file.ts'
import { peek } from './peek.ts'
import { columnCountOf, observeQuoting } from './quoting.ts'
import type { RawRecord } from './raw-record.ts'
import { readDelimited } from './read-delimited.ts'
import { readNdjson } from './read-ndjson.ts'
import { readUnquoted } from './read-unquoted.ts'
import { isScoreColumn } from './score-column.ts'
import type { InputFormat } from './table-format.ts'

interface TableColumn {
  /** From the file's header or its objects; otherwise `column_1` and so on. */
  readonly name: string
  /** The detected field; null for an ignored column. */
  readonly field: MappedField | null
}

/** The beginning of a file, for a preview. */
export interface TableHead {
  readonly format: InputFormat
  readonly columns: readonly TableColumn[]
  /** The first row names the columns. Objects name their values themselves, and have no header. */
  readonly hasHeader: boolean
  /** The first rows, in the order of `columns`. */
  readonly sampleRows: readonly (readonly string[])[]
}

/** What a user says about a file before its columns are known. */
export interface HeadOptions {
  /** Null detects it. */
  readonly format: InputFormat | null
  /** Lines before the table. */
  readonly skipLines?: number
  /** Whether the first row names the columns; null detects it. */
  readonly hasHeader?: boolean | null
}

const SAMPLE_ROWS = 5
/** Bytes to read for the preview; longer rows are not worth the time. */
const MAX_READ_BYTES = 1024 * 1024
/** Objects may have any keys; a file in which every object has other keys is not a table. */
const MAX_COLUMNS = 100
/** Maximum length of a previewed cell. */
const MAX_CELL_LENGTH = 500

/**
 * Reads the first rows without interpreting their columns, so that a user can map them. Throws a `UsageError` if the
 * file is not a table.
 */
export async function inspectHead(file: InputFile, encoding: string, options: HeadOptions): Promise<TableHead> {
  const chunks = beginningOf(decodeText(file.read(), encoding))
  const decoded = await peek(chunks, bytes => bytes.length >= SAMPLE_BYTES)
  try {
    if (decoded.head.length === 0) throw new UsageError(`${file.name} is empty.`)
    if (decoded.head.includes(0)) throw new UsageError(`${file.name} is not text, so it cannot be read as a table.`)
    const { format, head, all, firstLine } = await beginTable(decoded.all, file.name, options, null)
    if (format.kind === 'ndjson') return headOfObjects(await firstOf(readNdjson(all, firstLine), SAMPLE_ROWS))
    const columnCount = columnCountOf(head, format)
    const again = await beginTable(beginningOf(decodeText(file.read(), encoding)), file.name, options, columnCount)
    const quoting = await observeQuoting(again.all, format, columnCount)
    const portions =
      quoting.writing === 'quoted' ? readDelimited(all, format) : readUnquoted(all, format, quoting, columnCount)
    const rows = (await firstOf(portions, SAMPLE_ROWS + 1)).map(cellsOf)
    const isScore = (index: number) => isScoreColumn(head, format, index)
    return headOfRows(rows, format.delimiter === '\t' ? 'tsv' : 'csv', options.hasHeader ?? null, isScore)
  } finally {
    await decoded.all.return(undefined)
  }
}

function headOfRows(
  rows: readonly (readonly string[])[],
  format: InputFormat,
  isHeaded: boolean | null,
  isScore: (index: number) => boolean,
): TableHead {
  const first = (rows[0] ?? []).slice(0, MAX_COLUMNS)
  const hasHeader = isHeaded ?? first.some(cell => fieldOf(headerName(cell)) !== null)
  const names = hasHeader ? first.map(cell => shown(headerName(cell))) : numberedColumns(first.length)
  const fields = hasHeader ? recognisedFields(first, isScore) : []
  const columns = names.map((name, index) => ({ name, field: fields[index] ?? null }))
  const samples = rows.slice(hasHeader ? 1 : 0, hasHeader ? SAMPLE_ROWS + 1 : SAMPLE_ROWS)
  return { format, columns, hasHeader, sampleRows: samples.map(row => columns.map((_, at) => shown(row[at] ?? ''))) }
}

function headOfObjects(records: readonly RawRecord<Readonly<Record<string, unknown>>>[]): TableHead {
  const objects = records.flatMap(record => ('cells' in record ? [record.cells] : []))
  const names = [...new Set(objects.flatMap(object => Object.keys(object)))].slice(0, MAX_COLUMNS)
  const recognised = recognisedFields(names, () => false)
  return {
    format: 'ndjson',
    columns: names.map((name, index) => ({ name: shown(name), field: recognised[index] ?? null })),
    hasHeader: false,
    sampleRows: objects.map(object =>
      names.map(name => shown(Object.hasOwn(object, name) ? written(object[name]) : '')),
    ),
  }
}

/** A value as the file has it, except for one that is nested too deeply to write. */
function written(value: unknown): string {
  if (typeof value === 'string') return value
  try {
    return JSON.stringify(value)
  } catch (error) {
    if (error instanceof RangeError) return '…'
    throw error
  }
}

const cellsOf = (record: RawRecord<readonly string[]>) => ('cells' in record ? record.cells : [record.raw])

const shown = (cell: string) => (cell.length > MAX_CELL_LENGTH ? `${cell.slice(0, MAX_CELL_LENGTH)}…` : cell)

async function firstOf<T>(portions: AsyncGenerator<readonly T[]>, count: number): Promise<readonly T[]> {
  const items: T[] = []
  for await (const portion of portions) {
    items.push(...portion.slice(0, count - items.length))
    if (items.length >= count) break
  }
  return items
}

async function* beginningOf(chunks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  let readBytes = 0
  for await (const chunk of chunks) {
    yield chunk
    readBytes += chunk.length
    if (readBytes >= MAX_READ_BYTES) return
  }
}
