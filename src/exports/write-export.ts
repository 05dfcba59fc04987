import type { Pool } from 'pg'
import { EXPORT_WRITERS, type ExportFormat } from './export-format.ts'
import { readExport } from './read-export.ts'
import type { ClassificationExport } from './resolve-export.ts'

interface ExportProgress {
  /** Classifications that matched the filter. */
  readonly writtenCount: number
  readonly examinedCount: number
}

export interface ExportOptions {
  readonly pool: Pool
  readonly selection: ClassificationExport
  readonly format: ExportFormat
  readonly onProgress?: (progress: ExportProgress) => void
  readonly spanSize?: number
}

/**
 * An export as text, in chunks that are read on demand. The first chunk already has rows, so that an early failure occurs before any output.
 */
export async function* writeExport(options: ExportOptions): AsyncGenerator<string> {
  const { pool, selection, format, onProgress, spanSize } = options
  const { head, line } = EXPORT_WRITERS[format]
  let [unwrittenHead, writtenCount, examinedCount] = [head, 0, 0]
  for await (const span of readExport(pool, selection, spanSize)) {
    const text = unwrittenHead + span.rows.map(row => line(row, selection.modelVersion.version)).join('')
    unwrittenHead = ''
    writtenCount += span.rows.length
    examinedCount += span.examinedCount
    onProgress?.({ writtenCount, examinedCount })
    if (text !== '') yield text
  }
}
