import { type ExportFormat, PACKED_FORMATS } from '../exports/export-format.ts'
import { UsageError } from '../problem/problem.ts'

/** The endings of each format. */
const ENDINGS: Readonly<Record<string, ExportFormat>> = {
  csv: 'csv',
  txt: 'csv',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  json: 'json',
  xlsx: 'xlsx',
  parquet: 'parquet',
}

interface FileFormat<Format extends ExportFormat> {
  readonly format: Format
  readonly isGzipped: boolean
}

/**
 * The format of an export: as asked, or else by the name of its file, or else the first. Throws a `UsageError` for an ending
 * that is not the format, because programs choose how to read a file by its name.
 */
export function exportFileFormat<Format extends ExportFormat = ExportFormat>(
  asked: Format | null,
  path: string | null,
  formats: readonly Format[],
): FileFormat<Format> {
  const isGzipped = /\.gz$/i.test(path ?? '')
  const [, ending] = /\.([a-z][a-z0-9]{0,9})$/i.exec((path ?? '').replace(/\.gz$/i, '')) ?? []
  const known = ending === undefined ? null : (ENDINGS[ending.toLowerCase()] ?? null)
  const named = formats.find(format => format === known) ?? null
  if (ending !== undefined && named === null && asked === null) {
    throw new UsageError(
      `--out ${path}: .${ending} is not a format of exports; use ${formats.map(format => `.${format}`).join(', ')}, or name one with --format.`,
    )
  }
  if (asked !== null && known !== null && asked !== known && ending?.toLowerCase() !== 'txt') {
    throw new UsageError(`--out ${path} names a file of another format than --format ${asked}; make them the same.`)
  }
  const format = asked ?? named ?? formats[0]
  if (format === undefined) throw new Error('An export needs a format.')
  if (isGzipped && PACKED_FORMATS.includes(format)) {
    throw new UsageError(`--out ${path}: a file in the format ${format} is compressed already; omit .gz.`)
  }
  return { format, isGzipped }
}
