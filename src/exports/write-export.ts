import type { Pool } from 'pg'
import type { ExportFormat, FormulaMode } from './export-format.ts'
import { type ExportedRow, readExport } from './read-export.ts'
import type { ClassificationExport } from './resolve-export.ts'
import type { RowWriter } from './writers/row-writer.ts'
import { writeCsv } from './writers/write-csv.ts'
import { writeJson, writeNdjson } from './writers/write-json.ts'
import { writeParquet } from './writers/write-parquet.ts'
import { xlsxWriter } from './writers/write-xlsx.ts'

interface ExportProgress {
  /** Classifications that matched the filter. */
  readonly writtenCount: number
  readonly examinedCount: number
}

export interface ExportOptions {
  readonly pool: Pool
  readonly selection: ClassificationExport
  readonly format: ExportFormat
  /** For CSV only; the default is `guard`. */
  readonly formulas?: FormulaMode
  readonly onProgress?: (progress: ExportProgress) => void
  readonly spanSize?: number
}

export const ROW_WRITERS: Readonly<Record<ExportFormat, RowWriter>> = {
  csv: writeCsv,
  ndjson: writeNdjson,
  json: writeJson,
  xlsx: xlsxWriter(),
  parquet: writeParquet,
}

/**
 * An export as a file, in chunks that are read on demand. If the first rows cannot be read, it fails before any chunk. The first chunk may
 * be empty: then the first rows were read, and none of them matched.
 */
export async function* writeExport(options: ExportOptions): AsyncGenerator<string | Buffer> {
  const { selection, format, formulas = 'guard' } = options
  const version = selection.modelVersion.version
  let isFirst = true
  for await (const chunk of ROW_WRITERS[format](spansOf(options), { version, formulas })) {
    if (isFirst || chunk.length > 0) yield chunk
    isFirst = false
  }
}

async function* spansOf(options: ExportOptions): AsyncGenerator<readonly ExportedRow[]> {
  const { pool, selection, onProgress, spanSize } = options
  const limit = selection.limit ?? Number.POSITIVE_INFINITY
  let [writtenCount, examinedCount] = [0, 0]
  for await (const span of readExport(pool, selection, spanSize)) {
    const rows = span.rows.slice(0, limit - writtenCount)
    writtenCount += rows.length
    examinedCount += span.examinedCount
    onProgress?.({ writtenCount, examinedCount })
    yield rows
    if (writtenCount >= limit) return
  }
}
