import { EXPORT_FORMATS, type ExportFormat, PACKED_FORMATS } from '../exports/export-format.ts'
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

interface FileFormat {
  readonly format: ExportFormat
  readonly isGzipped: boolean
}

/**
 * The format of an export: as asked, or else by the name of its file. A name without an ending is CSV. Throws a `UsageError` for an ending
 * that is not the format, because programs choose how to read a file by its name.
 */
export function exportFileFormat(asked: ExportFormat | null, path: string | null): FileFormat {
  const isGzipped = /\.gz$/i.test(path ?? '')
  const [, ending] = /\.([a-z][a-z0-9]{0,9})$/i.exec((path ?? '').replace(/\.gz$/i, '')) ?? []
  const named = ending === undefined ? null : (ENDINGS[ending.toLowerCase()] ?? null)
  if (ending !== undefined && named === null && asked === null) {
    throw new UsageError(
      `--out ${path}: .${ending} is not a format of exports; use ${LISTED}, or name one with --format.`,
    )
  }
  if (asked !== null && named !== null && asked !== named && ending?.toLowerCase() !== 'txt') {
    throw new UsageError(`--out ${path} names a file of another format than --format ${asked}; make them the same.`)
  }
  const format = asked ?? named ?? 'csv'
  if (isGzipped && PACKED_FORMATS.includes(format)) {
    throw new UsageError(`--out ${path}: a file in the format ${format} is compressed already; omit .gz.`)
  }
  return { format, isGzipped }
}

const LISTED = EXPORT_FORMATS.map(format => `.${format}`).join(', ')
