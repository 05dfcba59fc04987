import type { Pool } from 'pg'
import { rejectsHeader, rejectsLine } from '../../tables/rejects-file.ts'

const PAGE_SIZE = 1000

interface RejectRow {
  readonly ordinal: number
  readonly line: number
  readonly code: string
  readonly message: string
  readonly cells: readonly string[]
  readonly raw: string | null
}

const PAGE = `
  SELECT ordinal, line, code, message, cells, raw FROM import_reject
  WHERE import_id = $1 AND ordinal > $2 ORDER BY ordinal LIMIT $3`

/** The rejected rows of an import in the format of the command line's rejects file, in chunks of lines. Null if the import does not exist. */
export async function readRejectsFile(
  pool: Pool,
  importId: string,
): Promise<{ readonly name: string; readonly lines: AsyncGenerator<string> } | null> {
  const { rows } = await pool.query<{ fileName: string; columns: string[] }>(
    'SELECT file_name AS "fileName", columns FROM import_job WHERE id = $1',
    [importId],
  )
  const [job] = rows
  if (job === undefined) return null
  return { name: `${job.fileName}.rejects.csv`, lines: linesOf(pool, importId, job.columns) }
}

async function* linesOf(pool: Pool, importId: string, columns: readonly string[]): AsyncGenerator<string> {
  yield rejectsHeader(columns)
  for (let after = 0; ; ) {
    const { rows } = await pool.query<RejectRow>({
      name: 'read rejects',
      text: PAGE,
      values: [importId, after, PAGE_SIZE],
    })
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows.map(row => rejectsLine(columns, row, row)).join('')
    after = last.ordinal
  }
}
