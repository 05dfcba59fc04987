import { UsageError } from '../problem/problem.ts'
import { type ColumnPlan, planFromHeader, planFromOption } from './columns.ts'
import { peek } from './peek.ts'
import type { RawRecord } from './raw-record.ts'
import { readDelimited } from './read-delimited.ts'
import { readNdjson } from './read-ndjson.ts'
import { REJECTS_HEADER } from './rejects-file.ts'
import type { ReadRow, RowDefaults } from './row.ts'
import { OBJECT_NAMES, readCells, readObject, type UnderstoodRow } from './row-readers.ts'
import { EXPORT_MARK, unguardCell } from './spreadsheet-safety.ts'
import { detectTableFormat, type InputFormat } from './table-format.ts'

export interface ReadOptions extends RowDefaults {
  /** Null detects the format by content and name. */
  readonly format: InputFormat | null
  /** As in `--columns id,entity,sentiment,text`, for a file without a header; null if the first row is a header. */
  readonly columns: string | null
  /** The first row is a header that `columns` replaces; ignored without `columns`. */
  readonly hasHeader?: boolean
  /** A longer delimited row is rejected, because splitting it would block the thread. */
  readonly maxRecordBytes?: number
}

/** The rows of one file, in order, in portions as they arrive. */
export interface RowReader {
  /** The file's column names. */
  readonly names: readonly string[]
  readonly rows: AsyncGenerator<readonly ReadRow[]>
}

/** Enough to detect the line ends of a file. */
const SAMPLE_BYTES = 64 * 1024

/**
 * Reads a table in constant memory. Throws a `UsageError` if its columns cannot be determined; after that, each invalid
 * row is a problem of its own.
 * @param chunks UTF-8 without a byte-order mark.
 * @param file Its name, for messages and for its extension.
 */
export async function readRows(chunks: AsyncIterable<Buffer>, file: string, options: ReadOptions): Promise<RowReader> {
  const planned = options.columns === null ? null : planFromOption(options.columns)
  const { head, all } = await peek(chunks, isSampleEnough)
  const format = detectTableFormat(
    head.toString('utf8', 0, SAMPLE_BYTES),
    file,
    options.format,
    planned?.names.length ?? null,
  )
  if (format.kind === 'ndjson') {
    if (planned !== null)
      throw new UsageError(`${file} contains JSON objects, which name their values themselves; remove --columns.`)
    return { names: OBJECT_NAMES, rows: number(readNdjson(all), object => readObject(object, options)) }
  }
  const portions = readDelimited(all, format, options.maxRecordBytes)
  const isHeaded = planned === null || options.hasHeader === true
  const { first, rest } = isHeaded ? await takeFirst(portions) : { first: null, rest: portions }
  const plan = planned ?? planFrom(first, file)
  // Undoes our own protection against spreadsheet formulas.
  const header = first !== null && 'cells' in first ? first.cells : []
  const original =
    isGuarded(plan.names) || isGuarded(header)
      ? (cells: readonly string[]) => cells.map(unguardCell)
      : (cells: readonly string[]) => cells
  return { names: plan.names, rows: number(rest, cells => readCells(original(cells), plan, options)) }
}

/**
 * A short first chunk, as from a terminal, is enough if it contains a complete line, so that the first row is not
 * delayed.
 */
const isSampleEnough = (head: Buffer) => head.length >= SAMPLE_BYTES || head.includes('\n') || head.includes('\r')

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

/** An empty file needs no columns. */
function planFrom(header: Portion[number] | null, file: string): ColumnPlan {
  if (header === null) return { names: ['text'], at: { text: 0 } }
  if (!('problem' in header)) return planFromHeader(header.cells, file)
  throw new UsageError(`${file} has no readable header in line ${header.line}: ${header.problem.message}`)
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
