import type { Pool } from 'pg'
import { EXPORT_WRITERS, type ExportFormat } from './export-format.ts'
import { readExport } from './read-export.ts'
import type { ClassificationExport } from './resolve-export.ts'

/** Progress of an export. */
interface ExportProgress {
  /** Classifications that passed the filter. */
  readonly written: number
  readonly looked: number
}

export interface ExportOptions {
  readonly pool: Pool
  readonly question: ClassificationExport
  readonly format: ExportFormat
  readonly onProgress?: (progress: ExportProgress) => void
  readonly spanSize?: number
}

/** An export as text, piece by piece. Reads no further than its consumer. The first piece has rows, so that an immediate error precedes it. */
export async function* writeExport(options: ExportOptions): AsyncGenerator<string> {
  const { pool, question, format, onProgress, spanSize } = options
  const { head, line } = EXPORT_WRITERS[format]
  let [open, written, looked] = [head, 0, 0]
  for await (const span of readExport(pool, question, spanSize)) {
    const text = open + span.rows.map(row => line(row, question.modelVersion.version)).join('')
    open = ''
    written += span.rows.length
    looked += span.looked
    onProgress?.({ written, looked })
    if (text !== '') yield text
  }
}
