import { UsageError } from '../problem/problem.ts'
import { afterPreamble, beginTable, preambleNotice, SAMPLE_BYTES } from './begin-table.ts'
import {
  type ColumnMap,
  FIELDS,
  fieldOf,
  headerName,
  type MappedField,
  numberedColumns,
  recognisedFields,
} from './columns.ts'
import { openContainer } from './containers/open-container.ts'
import { decodeText } from './decode-text.ts'
import { type ExportColumnUse, exportColumnUse, isOwnExport } from './exported-tweet.ts'
import type { InputFile } from './input-file.ts'
import { expandObjects, type ObjectCells } from './json/expand-objects.ts'
import { KnownFormatReader } from './json/known/known-format-reader.ts'
import { readJsonDocuments } from './json/split-json.ts'
import { writtenValue } from './json/written-value.ts'
import { peek } from './peek.ts'
import { columnCountOf, observeQuoting } from './quoting.ts'
import { MAX_RECORD_BYTES, type RawRecord } from './raw-record.ts'
import { readDelimited } from './read-delimited.ts'
import { readNdjson } from './read-ndjson.ts'
import { readUnquoted } from './read-unquoted.ts'
import { areScores, isScoreColumn } from './score-column.ts'
import { planSentiment140, planSentiment140Header } from './sentiment140.ts'
import { type ColumnSuggestion, suggestFor } from './suggestions.ts'
import type { InputFormat } from './table-format.ts'

interface TableColumn {
  /** From the file's header or its objects; otherwise `column_1` and so on. */
  readonly name: string
  /** The detected field; null for an ignored column. */
  readonly field: MappedField | null
  /** The use of a column of our own exports that is no field; absent for others. */
  readonly use?: ExportColumnUse
}

/** The beginning of a file, for a preview. */
export interface TableHead {
  readonly format: InputFormat
  readonly columns: readonly TableColumn[]
  /** The first row names the columns. Objects name their values themselves, and have no header. */
  readonly hasHeader: boolean
  /** The first rows, in the order of `columns`. */
  readonly sampleRows: readonly (readonly string[])[]
  /** What the first rows suggest, by the index of the column. */
  readonly suggestions: readonly (ColumnSuggestion & { readonly column: number })[]
  /** The program that wrote the file, if it is recognised. */
  readonly knownFormat: string | null
  /** How the table was found; complete sentences. */
  readonly notices: readonly string[]
}

/** What a user says about a file before its columns are known. */
export interface HeadOptions {
  /** Null detects it. */
  readonly format: InputFormat | null
  /** Lines before the table. */
  readonly skipLines?: number
  /** Whether the first row names the columns; null detects it. */
  readonly hasHeader?: boolean | null
  /** Columns by their names. */
  readonly map?: ColumnMap | null
}

const SAMPLE_ROWS = 5
/** Suggestions are made from more rows than are shown. */
const EXAMINED_ROWS = 300
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
  if (file.container !== null) return headOfContainer(file, file.container, options)
  let maxBytes = MAX_READ_BYTES
  const chunks = beginningOf(decodeText(file.read(), encoding), () => maxBytes)
  const decoded = await peek(chunks, bytes => bytes.length >= SAMPLE_BYTES)
  try {
    if (decoded.head.length === 0) throw new UsageError(`${file.name} is empty.`)
    if (decoded.head.includes(0)) throw new UsageError(`${file.name} is not text, so it cannot be read as a table.`)
    const { format, head, all, firstLine, preambleLines } = await beginTable(decoded.all, file.name, options, null)
    if (format.kind !== 'delimited') {
      // The page of an API is one object.
      maxBytes = MAX_RECORD_BYTES
      const known = new KnownFormatReader()
      const objects = format.kind === 'json' ? readJsonDocuments(all) : readNdjson(all, firstLine)
      return headOfObjects(await firstOf(expandObjects(objects, known), EXAMINED_ROWS), format.kind, known.name)
    }
    const columnCount = columnCountOf(head, format)
    const beginning = beginningOf(decodeText(file.read(), encoding), () => maxBytes)
    const again = await beginTable(beginning, file.name, afterPreamble(options, preambleLines), columnCount)
    const quoting = await observeQuoting(again.all, format, columnCount)
    const portions =
      quoting.writing === 'quoted' ? readDelimited(all, format) : readUnquoted(all, format, quoting, columnCount)
    const rows = (await firstOf(portions, EXAMINED_ROWS + 1)).map(cellsOf)
    const isScore = (index: number) => isScoreColumn(head, format, index)
    const table = headOfRows(rows, format.delimiter === '\t' ? 'tsv' : 'csv', options.hasHeader ?? null, isScore)
    return preambleLines === 0 ? table : { ...table, notices: [preambleNotice(file.name, preambleLines)] }
  } finally {
    await decoded.all.return(undefined)
  }
}

async function headOfContainer(file: InputFile, format: InputFormat, options: HeadOptions): Promise<TableHead> {
  const { rows, notices } = await openContainer(file, { ...options, columns: null })
  const first = (await firstOf(rows, EXAMINED_ROWS + 1)).map(cellsOf)
  if (first.length === 0) throw new UsageError(`${file.name} has no table.`)
  const isScore = (index: number) => areScores(first.slice(1).flatMap(cells => cells[index]?.trim() || []))
  return { ...headOfRows(first, format, options.hasHeader ?? null, isScore), notices }
}

function headOfRows(
  rows: readonly (readonly string[])[],
  format: InputFormat,
  isHeaded: boolean | null,
  isScore: (index: number) => boolean,
): TableHead {
  const first = (rows[0] ?? []).slice(0, MAX_COLUMNS)
  const headless = isHeaded === null ? planSentiment140(first) : null
  const known = headless ?? (isHeaded === false ? null : planSentiment140Header(first))
  if (known !== null) {
    const { names, at } = known.plan
    const hasHeader = headless === null
    const columns = names.map((name, index) => ({ name, field: FIELDS.find(field => at[field] === index) ?? null }))
    const samples = rows.slice(hasHeader ? 1 : 0).slice(0, SAMPLE_ROWS)
    const sampleRows = samples.map(row => columns.map((_, index) => shown(row[index] ?? '')))
    return {
      format,
      columns,
      hasHeader,
      sampleRows,
      suggestions: [],
      knownFormat: 'Sentiment140',
      notices: known.notices,
    }
  }
  const hasHeader = isHeaded ?? first.some(cell => fieldOf(headerName(cell)) !== null)
  const names = hasHeader ? first.map(cell => shown(headerName(cell))) : numberedColumns(first.length)
  const fields = hasHeader ? recognisedFields(first, isScore) : []
  const isOwn = isOwnExport(names)
  const columns = names.map((name, index) => columnOf(name, fields[index] ?? null, isOwn))
  const data = hasHeader ? rows.slice(1) : rows
  const sampleRows = data.slice(0, SAMPLE_ROWS).map(row => columns.map((_, at) => shown(row[at] ?? '')))
  const suggestions = suggestionsFor(columns, column => data.map(row => row[column] ?? ''))
  return { format, columns, hasHeader, sampleRows, suggestions, knownFormat: null, notices: [] }
}

/** Of a known format, only the values that an import reads. */
function headOfObjects(
  records: readonly RawRecord<ObjectCells>[],
  format: InputFormat,
  knownFormat: string | null,
): TableHead {
  const objects = records.flatMap(record => ('cells' in record ? [record.cells.cells] : []))
  const isUsed = (name: string) =>
    knownFormat === null || objects.some(object => Object.hasOwn(object, name) && object[name] !== null)
  const names = [...new Set(objects.flatMap(object => Object.keys(object)))].filter(isUsed).slice(0, MAX_COLUMNS)
  const recognised = recognisedFields(names, () => false)
  const isOwn = isOwnExport(names)
  const columns = names.map((name, index) => columnOf(shown(name), recognised[index] ?? null, isOwn))
  const cellOf = (object: (typeof objects)[number], name: string) =>
    shown(Object.hasOwn(object, name) && object[name] !== null ? writtenValue(object[name]) : '')
  return {
    format,
    knownFormat,
    notices: [],
    columns,
    suggestions: suggestionsFor(columns, column => objects.map(object => cellOf(object, names[column] ?? ''))),
    hasHeader: false,
    sampleRows: objects
      .slice(0, SAMPLE_ROWS)
      .map(object => names.map(name => shown(Object.hasOwn(object, name) ? writtenValue(object[name]) : ''))),
  }
}

const columnOf = (name: string, field: MappedField | null, isOwn: boolean): TableColumn => {
  const use = isOwn && field === null ? exportColumnUse(name) : null
  return use === null ? { name, field } : { name, field, use }
}

/** Of columns that a field or a label may be; an id or a text has no suggestions. */
function suggestionsFor(
  columns: readonly TableColumn[],
  cellsIn: (column: number) => readonly string[],
): TableHead['suggestions'] {
  return columns.flatMap(({ name, field, use }, column) => {
    if (name === '' || use !== undefined || (field !== null && field !== 'postedAt' && field !== 'label')) return []
    const suggestion = suggestFor(cellsIn(column))
    return suggestion === null ? [] : [{ column, ...suggestion }]
  })
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

async function* beginningOf(chunks: AsyncGenerator<Buffer>, maxBytes: () => number): AsyncGenerator<Buffer> {
  let readBytes = 0
  for await (const chunk of chunks) {
    yield chunk
    readBytes += chunk.length
    if (readBytes >= maxBytes()) return
  }
}
