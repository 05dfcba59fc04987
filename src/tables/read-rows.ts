import { UsageError } from '../problem/problem.ts'
import { afterPreamble, beginTable, preambleNotice } from './begin-table.ts'
import {
  type ColumnMap,
  type ColumnPlan,
  fieldOf,
  numberedColumns,
  planFromHeader,
  planFromOption,
  shownNames,
  withExportColumns,
} from './columns.ts'
import { openContainer } from './containers/open-container.ts'
import { exportColumnUse, isOwnExport, unguardRow } from './exported-tweet.ts'
import type { InputFile } from './input-file.ts'
import { expandObjects as expand } from './json/expand-objects.ts'
import { KnownFormatReader } from './json/known/known-format-reader.ts'
import { readJsonDocuments } from './json/split-json.ts'
import type { LabelMap } from './label-map.ts'
import { looksLikeHeader } from './looks-like-header.ts'
import { columnCountOf, observeQuoting, QUOTED } from './quoting.ts'
import type { RawRecord } from './raw-record.ts'
import { readDelimited } from './read-delimited.ts'
import { readNdjson } from './read-ndjson.ts'
import { readUnquoted } from './read-unquoted.ts'
import { REJECTS_HEADER } from './rejects-file.ts'
import { Remarks } from './remarks.ts'
import type { ReadRow, RowDefaults } from './row.ts'
import { OBJECT_NAMES, readCells, readObject, separateKeys, type UnderstoodRow } from './row-readers.ts'
import { areScores, isScoreColumn } from './score-column.ts'
import { planSentiment140, planSentiment140Header } from './sentiment140.ts'
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
  const planned = plannedColumns(options)
  const start = await beginTable(chunks, file, options, planned?.names.length ?? null)
  const { format, head, all, firstLine, preambleLines } = start
  const remarks = new Remarks()
  if (format.kind !== 'delimited') {
    if (planned !== null)
      throw new UsageError(`${file} contains JSON objects, which name their values themselves; remove --columns.`)
    return readObjects(format.kind === 'json' ? readJsonDocuments(all) : readNdjson(all, firstLine), options, remarks)
  }
  const columnCount = planned?.names.length ?? columnCountOf(head, format)
  const reading = afterPreamble(options, preambleLines)
  const quoting =
    again === null
      ? QUOTED
      : await observeQuoting((await beginTable(again(), file, reading, columnCount)).all, format, columnCount)
  const portions =
    quoting.writing === 'quoted'
      ? readDelimited(all, format, options.maxRecordBytes, firstLine)
      : readUnquoted(all, format, quoting, columnCount, options.maxRecordBytes, firstLine)
  const isScore = (index: number) => isScoreColumn(head, format, index)
  const notices = preambleLines === 0 ? [] : [preambleNotice(file, preambleLines)]
  return readCellRows(portions, { planned, isScore, file, options, notices })
}

/** Reads the table in a workbook or a Parquet file, as `readRows` does. */
export async function readContainer(file: InputFile, options: ReadOptions): Promise<RowReader> {
  const planned = plannedColumns(options)
  const { rows, notices } = await openContainer(file, options)
  const { first, rest } = await takePortion(rows)
  const values = (index: number) =>
    first.slice(1).flatMap(record => ('cells' in record ? record.cells[index]?.trim() || [] : []))
  const isScore = (index: number) => areScores(values(index))
  return readCellRows(rest, { planned, isScore, file: file.name, options, notices })
}

interface CellReading extends Omit<Planning, 'first'> {
  /** How the table was found, for the user. */
  readonly notices: readonly string[]
}

/** Reads rows of cells, the first of which may be a header. */
async function readCellRows(portions: AsyncGenerator<Portion>, reading: CellReading): Promise<RowReader> {
  const { options, notices: found } = reading
  const remarks = new Remarks()
  const { first, rest } = await takeFirst(portions)
  const { plan, hasHeader, notices, labels } = planTable({ ...reading, first })
  const defaults = labels !== undefined && (options.labels?.size ?? 0) === 0 ? { ...options, labels } : options
  // Undoes our own protection against spreadsheet formulas.
  const header = hasHeader ? cellsOf(first) : []
  const isOwn = isGuarded(plan.names) || isGuarded(header)
  const original = originalCells(isOwn, header, plan)
  const ignored = isOwn ? plan.ignored.filter(name => !isOurs(name)) : plan.ignored
  return {
    names: plan.names,
    hasHeader,
    columnNotices: [...found, ...notices],
    ignoredColumns: () => ignored,
    rowNotices: () => remarks.sentences(),
    rows: number(
      withoutRepeatedHeaders(hasHeader || first === null ? rest : putBack(first, rest), header, remarks),
      cells => readCells(original(cells), plan, defaults, remarks),
    ),
  }
}

/** The columns that the user listed; null if the file names them. */
function plannedColumns({ columns, map }: ReadOptions): ColumnPlan | null {
  if (columns !== null && hasEntries(map)) {
    throw new UsageError('--columns and --map exclude each other: give the columns in order, or by their names.')
  }
  return columns === null ? null : planFromOption(columns)
}

function readObjects(
  portions: AsyncGenerator<readonly RawRecord<Readonly<Record<string, unknown>>>[]>,
  options: ReadOptions,
  remarks: Remarks,
): RowReader {
  const map = options.map ?? {}
  const mapped = new Set<string>(Object.values(map))
  const ignored = new Set<string>()
  const known = new KnownFormatReader()
  let knownRows = 0
  const noteIgnored = (cells: Readonly<Record<string, unknown>>) => {
    const keys = Object.keys(cells)
    const apart = new Set(separateKeys(keys, map).map(([, key]) => key))
    const isOwn = isOwnExport(keys)
    for (const key of keys) {
      if (ignored.size >= MAX_IGNORED_KEYS) return
      if (isOwn && isOurs(key)) continue
      const field = fieldOf(key)
      if ((field === null || field === 'score') && !mapped.has(key) && !apart.has(key)) ignored.add(key)
    }
  }
  return {
    names: OBJECT_NAMES,
    hasHeader: false,
    columnNotices: [],
    ignoredColumns: () => [...ignored],
    rowNotices: () => [...knownFormatNotice(known.name, knownRows), ...remarks.sentences()],
    rows: number(expand(portions, known), ({ cells, source, isKnown }) => {
      if (isKnown) knownRows += 1
      else noteIgnored(cells)
      return readObject(cells, source, map, options, remarks)
    }),
  }
}

const knownFormatNotice = (name: string | null, rows: number) =>
  name === null ? [] : [`${name}: ${rows.toLocaleString('en')} ${rows === 1 ? 'tweet' : 'tweets'}.`]

/** How the cells of a row were before a tool wrote them. */
function originalCells(
  isOwn: boolean,
  header: readonly string[],
  plan: ColumnPlan,
): (cells: readonly string[]) => readonly string[] {
  if (isOwn) return cells => unguardRow(cells, plan)
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
  /** Whether a column contains scores from -2 to 2. */
  readonly isScore: (index: number) => boolean
  /** The columns that the user listed; null if the file or a map names them. */
  readonly planned: ColumnPlan | null
  readonly file: string
  readonly options: ReadOptions
}

interface PlannedTable {
  readonly plan: ColumnPlan
  readonly hasHeader: boolean
  readonly notices: readonly string[]
  /** The meaning of the labels of a known table. */
  readonly labels?: LabelMap
}

/** Decides which columns a table has, and whether its first row names them. */
function planTable({ first, isScore, planned, file, options }: Planning): PlannedTable {
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
    const plan = hasHeader ? withExportColumns(planned, cells) : planned
    const known = planned.at.label === 0 ? (hasHeader ? planSentiment140Header(cells) : planSentiment140(cells)) : null
    if (known !== null) return { plan, hasHeader, notices: known.notices, labels: known.labels }
    return { plan, hasHeader, notices: isDetected ? [notice] : [] }
  }
  // An empty file needs no columns.
  if (first === null) return { plan: { names: ['text'], at: { text: 0 }, ignored: [] }, hasHeader: false, notices: [] }
  if ('problem' in first) {
    throw new UsageError(`${file} has no readable header in line ${first.line}: ${first.problem.message}`)
  }
  const sentiment140 = hasEntries(map) || options.hasHeader === true ? null : planSentiment140(cells)
  if (sentiment140 !== null) return { ...sentiment140, hasHeader: false }
  if (options.hasHeader === false) {
    if (hasEntries(map))
      return { plan: planFromHeader(numberedColumns(cells.length), file, map), hasHeader: false, notices: [] }
    throw new UsageError(
      `The first row of ${file} does not name its columns; list all ${cells.length} of them, as in --columns id,entity,sentiment,text.`,
    )
  }
  const headed = hasEntries(map) ? null : planSentiment140Header(cells)
  if (headed !== null) return { ...headed, hasHeader: true }
  return { plan: planFromHeader(cells, file, map, isScore), hasHeader: true, notices: [] }
}

const hasEntries = (map: ColumnMap | null | undefined) => Object.keys(map ?? {}).length > 0

const cellsOf = (record: RawRecord<readonly string[]> | null) =>
  record !== null && 'cells' in record ? record.cells : []

/** A column that we write ourselves, and need not read. */
const isOurs = (name: string) => exportColumnUse(name) !== null || [...REJECTS_HEADER, 'raw'].includes(name)

/** A rejects file or an export, even with some of its columns removed. */
const isGuarded = (names: readonly string[]) =>
  REJECTS_HEADER.every((name, index) => names[index] === name) || isOwnExport(names)

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

/** The first portion with a record, and all rows with it. */
async function takePortion(portions: AsyncGenerator<Portion>) {
  const next = await portions.next()
  const first = next.done === true ? [] : next.value
  async function* rest(): AsyncGenerator<Portion> {
    yield first
    yield* portions
  }
  return { first, rest: rest() }
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
