import type { FileMetaData, SchemaElement } from 'hyparquet'
import { UsageError } from '../../problem/problem.ts'
import type { RandomAccessFile } from './random-access-file.ts'
import type { ContainerTable, TableRows } from './table-rows.ts'

/** A group of rows is unpacked at once. */
const MAX_GROUP_BYTES = 512 * 1024 * 1024
const PORTION_ROWS = 1000

/**
 * Opens a Parquet file; groups of rows are read one after the other. Values of a structure are columns by their
 * paths; a list is written as JSON. Throws a `UsageError` for a file that cannot be read.
 */
export async function openParquet(file: RandomAccessFile): Promise<ContainerTable> {
  const { parquetMetadataAsync } = await import('hyparquet')
  const buffer = bufferOf(file)
  const metadata = await parquetMetadataAsync(buffer).catch((error: unknown) => {
    throw damaged(file, error)
  })
  const largest = Math.max(0, ...metadata.row_groups.map(({ total_byte_size: size }) => Number(size)))
  if (largest > MAX_GROUP_BYTES) {
    throw new UsageError(
      `${file.name} has a row group of ${Math.ceil(largest / 2 ** 20)} MiB, and at most ${MAX_GROUP_BYTES / 2 ** 20} MiB are read; ` +
        'write it with smaller row groups.',
    )
  }
  return { rows: rowsOf(file, buffer, metadata), notices: [] }
}

const bufferOf = (file: RandomAccessFile) => ({
  byteLength: file.sizeBytes,
  slice: async (start: number, end = file.sizeBytes): Promise<ArrayBuffer> => {
    const from = start < 0 ? file.sizeBytes + start : start
    const bytes = await file.readAt(from, end - from)
    return new Uint8Array(bytes).buffer
  },
})

async function* rowsOf(file: RandomAccessFile, buffer: ReturnType<typeof bufferOf>, metadata: FileMetaData): TableRows {
  const { parquetRead } = await import('hyparquet')
  const { compressors } = await import('hyparquet-compressors')
  const columns = columnsOf(metadata.schema)
  yield [{ line: 1, cells: columns.map(({ path }) => path.join('.')) }]
  let rowStart = 0
  for (const { num_rows: size } of metadata.row_groups) {
    const rowEnd = rowStart + Number(size)
    let rows: readonly (readonly unknown[])[] = []
    try {
      await parquetRead({
        file: buffer,
        metadata,
        rowStart,
        rowEnd,
        compressors,
        parsers: { stringFromBytes: bytes => UTF_8.decode(bytes), dateFromDays: dayText },
        onComplete: read => {
          rows = read
        },
      })
    } catch (error) {
      throw damaged(file, error)
    }
    for (let at = 0; at < rows.length; at += PORTION_ROWS) {
      yield rows.slice(at, at + PORTION_ROWS).map((row, index) => ({
        line: rowStart + at + index + 2,
        cells: columns.map(column => cellText(valueIn(row, column), column.element)),
      }))
    }
    rowStart = rowEnd
  }
}

/** A byte-order mark at the beginning of a text is part of it. */
const UTF_8 = new TextDecoder('utf-8', { ignoreBOM: true })

function dayText(days: number): string {
  const day = new Date(days * 86_400_000)
  return Number.isNaN(day.getTime()) ? '' : day.toISOString().slice(0, 10)
}

interface Column {
  /** Of a nested value, such as `user.screen_name`. */
  readonly path: readonly string[]
  /** The position of its outermost value in a row. */
  readonly index: number
  readonly element: SchemaElement
}

/** The columns of a schema, which lists each element before its children. Lists and maps are one column. */
function columnsOf([root, ...elements]: readonly SchemaElement[]): readonly Column[] {
  const columns: Column[] = []
  let at = 0
  const visit = (path: readonly string[], index: number, isWithin: boolean) => {
    const element = elements[at]
    at += 1
    if (element === undefined) return
    const own = [...path, element.name]
    const count = element.num_children ?? 0
    const isWhole = count === 0 || element.converted_type !== undefined || element.logical_type !== undefined
    if (isWhole && !isWithin) columns.push({ path: own, index, element })
    for (let child = 0; child < count; child++) visit(own, index, isWithin || isWhole)
  }
  for (let index = 0; index < (root?.num_children ?? 0); index++) visit([], index, false)
  return columns
}

function valueIn(row: readonly unknown[], { path, index }: Column): unknown {
  let value = row[index]
  for (const name of path.slice(1)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return null
    value = (value as Record<string, unknown>)[name]
  }
  return value
}

function cellText(value: unknown, column: SchemaElement): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (column.logical_type?.type === 'TIME') return timeOfDayText(value, column.logical_type.unit)
  if (typeof value === 'number') return numberText(value)
  if (value instanceof Date) return timeText(value, column)
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8')
  if (typeof value === 'object') return JSON.stringify(value, jsonValue)
  return String(value)
}

const jsonValue = (_key: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value)

/** A floating-point number above 2^53 was rounded, which an exponent shows. */
function numberText(value: number): string {
  if (!Number.isFinite(value)) return ''
  return Math.abs(value) > Number.MAX_SAFE_INTEGER ? value.toExponential() : String(value)
}

/** A time of a column that is not in UTC is a local one, of a zone that the file does not name. */
function timeText(time: Date, { logical_type: type }: SchemaElement): string {
  if (Number.isNaN(time.getTime())) return ''
  const text = time.toISOString()
  return type?.type === 'TIMESTAMP' && !type.isAdjustedToUTC ? text.slice(0, -1) : text
}

const PER_MILLISECOND: Readonly<Record<string, number>> = { MILLIS: 1, MICROS: 1000, NANOS: 1_000_000 }

/** A time of day, which Parquet counts from midnight. */
function timeOfDayText(value: unknown, unit: string): string {
  const milliseconds = Number(value) / (PER_MILLISECOND[unit] ?? 1)
  const time = new Date(milliseconds)
  return Number.isNaN(time.getTime()) ? String(value) : time.toISOString().slice(11, -1)
}

const damaged = (file: RandomAccessFile, error: unknown) => {
  if ((error as NodeJS.ErrnoException).code !== undefined) return error
  return new UsageError(`${file.name} cannot be read as a Parquet file (${firstLine(error)}); write it again.`)
}

/** An error of the language itself says nothing to the user. */
const firstLine = (error: unknown) =>
  error instanceof TypeError || error instanceof RangeError
    ? 'its parts do not fit together'
    : (error as Error).message.split('\n', 1)[0]?.slice(0, 200)
