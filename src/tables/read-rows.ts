import { UsageError } from '../problem/problem.ts'
import { beginTable } from './begin-table.ts'
import {
  type ColumnMap,
  type ColumnPlan,
  fieldOf,
  numberedColumns,
  planFromHeader,
  planFromOption,
  shownNames,
} from './columns.ts'
import { looksLikeHeader } from './looks-like-header.ts'
import { columnCountOf, observeQuoting, QUOTED } from './quoting.ts'
import type { RawRecord } from './raw-record.ts'
import { readDelimited } from './read-delimited.ts'
import { readNdjson } from './read-ndjson.ts'
import { readUnquoted } from './read-unquoted.ts'
import { REJECTS_HEADER } from './rejects-file.ts'
import { Remarks } from './remarks.ts'
import type { ReadRow, RowDefaults } from './row.ts'
import { OBJECT_NAMES, readCells, readObject, type UnderstoodRow } from './row-readers.ts'
import { isScoreColumn } from './score-column.ts'
import type { DelimitedFormat } from './split-records.ts'
import { EXPORT_MARK, unguardCell } from './spreadsheet-safety.ts'
import type { InputFormat } from './table-format.ts'

export interface ReadOptions extends RowDefaults {
  /** Null detects the format by content and name. */
  readonly format: InputFormat | null
  /** As in `--columns id,entity,sentiment,text`, for a file without a header; null if the first row is a header. */
  readonly columns: string | null
  /** Columns by their names in the header. Other known names of the header are recognised as well. */
  readonly map?: ColumnMap | null
  /** Whether the first row is a header, which `columns` replaces; absent or null detects it. */
  readonly hasHeader?: boolean | null
  /** Lines before the table, such as the title of a report. */
  readonly skipLines?: number
  /** A longer delimited row is rejected, because splitting it would block the thread. */
  readonly maxRecordBytes?: number
}

/** The rows of one file, in order, in portions as they arrive. */
export interface RowReader {
  /** The file's column names. */
  readonly names: readonly string[]
  readonly hasHeader: boolean
  /** How the columns are read, for the user; complete sentences. */
  readonly columnNotices: readonly string[]
  /** Columns that are not recognised, so far: objects may have further keys in later lines. */
  ignoredColumns(): readonly string[]
  /** What was remarkable about the rows read so far; complete sentences. */
  rowNotices(): readonly string[]
  readonly rows: AsyncGenerator<readonly ReadRow[]>
}

/** Objects may have any keys; more of them are not worth a sentence. */
const MAX_IGNORED_KEYS = 100

/**
 * Reads a table in constant memory. Throws a `UsageError` if its columns cannot be determined; after that, each invalid
 * row is a problem of its own.
 * @param chunks UTF-8 without a byte-order mark.
 * @param file Its name, for messages and for its extension.
 * @param again Reads the same chunks from the start; null for a stream.
 */
export async function readRows(
  chunks: AsyncIterable<Buffer>,
  file: string,
  options: ReadOptions,
  again: (() => AsyncIterable<Buffer>) | null,
): Promise<RowReader> {
  const planned = options.columns === null ? null : planFromOption(options.columns)
  if (planned !== null && hasEntries(options.map)) {
    throw new UsageError('--columns and --map exclude each other: give the columns in order, or by their names.')
  }
  const start = await beginTable(chunks, file, options, planned?.names.length ?? null)
  const { format, head, all, firstLine } = start
  const remarks = new Remarks()
  if (format.kind === 'ndjson') {
    if (planned !== null)
      throw new UsageError(`${file} contains JSON objects, which name their values themselves; remove --columns.`)
    return readObjects(readNdjson(all, firstLine), options, remarks)
  }
  const columnCount = planned?.names.length ?? columnCountOf(head, format)
  const quoting =
    again === null
      ? QUOTED
      : await observeQuoting((await beginTable(again(), file, options, columnCount)).all, format, columnCount)
  const portions =
    quoting.writing === 'quoted'
      ? readDelimited(all, format, options.maxRecordBytes, firstLine)
      : readUnquoted(all, format, quoting, columnCount, options.maxRecordBytes, firstLine)
  const { first, rest } = await takeFirst(portions)
  const { plan, hasHeader, notices } = planTable({ first, head, format, planned, file, options })
  // Undoes our own protection against spreadsheet formulas.
  const header = hasHeader ? cellsOf(first) : []
  const isOwn = isGuarded(plan.names) || isGuarded(header)
  const original = originalCells(isOwn, header)
  const ignored = isOwn ? [] : plan.ignored
  return {
    names: plan.names,
    hasHeader,
    columnNotices: notices,
    ignoredColumns: () => ignored,
    rowNotices: () => remarks.sentences(),
    rows: number(
      withoutRepeatedHeaders(hasHeader || first === null ? rest : putBack(first, rest), header, remarks),
      cells => readCells(original(cells), plan, options, remarks),
    ),
  }
}

function readObjects(
  portions: AsyncGenerator<readonly RawRecord<Readonly<Record<string, unknown>>>[]>,
  options: ReadOptions,
  remarks: Remarks,
): RowReader {
  const map = options.map ?? {}
  const mapped = new Set(Object.values(map).map(path => path.split('.')[0]))
  const ignored = new Set<string>()
  return {
    names: OBJECT_NAMES,
    hasHeader: false,
    columnNotices: [],
    ignoredColumns: () => [...ignored],
    rowNotices: () => remarks.sentences(),
    rows: number(portions, object => {
      for (const key of Object.keys(object)) {
        if (ignored.size >= MAX_IGNORED_KEYS) break
        const field = fieldOf(key)
        if ((field === null || field === 'score') && !mapped.has(key)) ignored.add(key)
      }
      return readObject(object, map, options, remarks)
    }),
  }
}

/** How the cells of a row were before a tool wrote them. */
function originalCells(isOwn: boolean, header: readonly string[]): (cells: readonly string[]) => readonly string[] {
  if (isOwn) return cells => cells.map(unguardCell)
  // A blank before a quoted cell, as in `id, "text"`, is not part of it.
  if (header.some(cell => QUOTED_AFTER_BLANK.test(cell))) {
    return cells =>
      cells.map(cell => (QUOTED_AFTER_BLANK.test(cell) ? cell.trim().slice(1, -1).replaceAll('""', '"') : cell))
  }
  return cells => cells
}

const QUOTED_AFTER_BLANK = /^\s+"(?:[^"]|"")*"\s*$/

interface Planning {
  /** The first record; null if there is none. */
  readonly first: RawRecord<readonly string[]> | null
  readonly head: Buffer
  readonly format: DelimitedFormat
  /** The columns that the user listed; null if the file or a map names them. */
  readonly planned: ColumnPlan | null
  readonly file: string
  readonly options: ReadOptions
}

interface PlannedTable {
  readonly plan: ColumnPlan
  readonly hasHeader: boolean
  readonly notices: readonly string[]
}

/** Decides which columns a table has, and whether its first row names them. */
function planTable({ first, head, format, planned, file, options }: Planning): PlannedTable {
  const map = options.map ?? {}
  const cells = cellsOf(first)
  if (planned !== null) {
    const hasHeader = options.hasHeader ?? looksLikeHeader(cells, planned)
    const isDetected = hasHeader && (options.hasHeader ?? null) === null
    if (hasHeader && cells.length > 0 && cells.length !== planned.names.length) {
      throw new UsageError(
        `${file} has ${cells.length} columns (${shownNames(cells)}), but ${planned.names.length} are named; use - for a column to ignore.`,
      )
    }
    const notice = `The first line of ${file} is a header and no row (${shownNames(cells)}); --no-header reads it as a row.`
    return { plan: planned, hasHeader, notices: isDetected ? [notice] : [] }
  }
  // An empty file needs no columns.
  if (first === null) return { plan: { names: ['text'], at: { text: 0 }, ignored: [] }, hasHeader: false, notices: [] }
  if ('problem' in first) {
    throw new UsageError(`${file} has no readable header in line ${first.line}: ${first.problem.message}`)
  }
  if (options.hasHeader === false) {
    if (hasEntries(map))
      return { plan: planFromHeader(numberedColumns(cells.length), file, map), hasHeader: false, notices: [] }
    throw new UsageError(
      `The first row of ${file} does not name its columns; list all ${cells.length} of them, as in --columns id,entity,sentiment,text.`,
    )
  }
  const isScore = (index: number) => isScoreColumn(head, format, index)
  return { plan: planFromHeader(cells, file, map, isScore), hasHeader: true, notices: [] }
}

const hasEntries = (map: ColumnMap | null | undefined) => Object.keys(map ?? {}).length > 0

const cellsOf = (record: RawRecord<readonly string[]> | null) =>
  record !== null && 'cells' in record ? record.cells : []

/** A rejects file or an export, even with some of its columns removed. */
const isGuarded = (names: readonly string[]) =>
  REJECTS_HEADER.every((name, index) => names[index] === name) || names.includes(EXPORT_MARK)

type Portion = readonly RawRecord<readonly string[]>[]

/** The first record, null if there is none, and all that follow. */
async function takeFirst(portions: AsyncGenerator<Portion>) {
  for (let next = await portions.next(); next.done !== true; next = await portions.next()) {
    const [first, ...others] = next.value
    if (first === undefined) continue
    async function* rest(): AsyncGenerator<Portion> {
      yield others
      yield* portions
    }
    return { first, rest: rest() }
  }
  return { first: null, rest: portions }
}

async function* putBack(first: Portion[number], rest: AsyncGenerator<Portion>): AsyncGenerator<Portion> {
  yield [first]
  yield* rest
}

/** Concatenated files repeat their header; a text alone may equal it. */
async function* withoutRepeatedHeaders(
  portions: AsyncGenerator<Portion>,
  header: readonly string[],
  remarks: Remarks,
): AsyncGenerator<Portion> {
  if (header.length < 2) {
    yield* portions
    return
  }
  const shown = (cell: string | undefined) => cell?.replace(/^\u{feff}/u, '').trim()
  const [first, last] = [shown(header[0]), header.length - 1]
  const isHeader = (record: Portion[number]) =>
    'cells' in record &&
    record.cells.length === last + 1 &&
    shown(record.cells[0]) === first &&
    header.every((cell, index) => shown(record.cells[index]) === shown(cell))
  for await (const portion of portions) {
    yield portion.filter(record => {
      const isRepeated = isHeader(record)
      if (isRepeated) remarks.repeatedHeader()
      return !isRepeated
    })
  }
}

async function* number<Cells>(
  portions: AsyncGenerator<readonly RawRecord<Cells>[]>,
  understand: (cells: Cells) => UnderstoodRow,
): AsyncGenerator<readonly ReadRow[]> {
  let row = 0
  for await (const portion of portions) {
    const rows = portion.map((record): ReadRow => {
      row += 1
      if ('problem' in record) {
        return { line: record.line, row, cells: [], raw: record.raw, fields: { ok: false, problem: record.problem } }
      }
      return { line: record.line, row, raw: null, ...understand(record.cells) }
    })
    if (rows.length > 0) yield rows
  }
}
