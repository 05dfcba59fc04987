import type { Pool, PoolClient } from 'pg'
import { LostJobError, type Runner } from '../../jobs/lease.ts'
import type { Problem } from '../../problem/problem.ts'
import { inTransaction } from '../../storage/transaction.ts'
import type { InspectedTable } from '../../tables/open-table.ts'
import type { RejectedRow, RejectsFile } from '../../tables/rejects-file.ts'
import type { ImportCounts } from '../import-file.ts'
import { inApiWords } from './in-api-words.ts'
import { storableText } from './storable-text.ts'

/** Called with the id of an import after each committed change of it. */
export type AnnounceImport = (importId: string) => void

/** Stores the progress and the rejected rows of an import. */
export interface ProgressRecord extends Pick<RejectsFile, 'add'> {
  /**
   * Commits the counts together with the rows rejected so far. Throws `LostJobError` if another process runs the import, or if it has ended.
   */
  save(counts: ImportCounts, takenBytes: number): Promise<void>
}

export interface RecordOptions {
  readonly pool: Pool
  readonly importId: string
  readonly runner: Runner
  /** Facts about the file are stored with the counts. */
  readonly table: Pick<InspectedTable, 'notices' | 'ignoredColumns' | 'rowNotices'>
  /** The number of rows that were rejected before. */
  readonly rejectedBefore: number
  /** Called after each batch while the import is being canceled. */
  readonly onCancel: () => void
  readonly announce: AnnounceImport
}

const ADVANCE = `
  UPDATE import_job
  SET processed = $4, succeeded = $5, duplicates = $6, rejected = $7, taken_bytes = $8, worked_ms = worked_ms + $9,
    notices = $10, ignored_columns = $11, relabelled = $12, undated = $13,
    leased_until = now() + $3 * interval '1 millisecond'
  WHERE id = $1 AND runner_id = $2 AND status IN ('RUNNING', 'CANCELING') RETURNING status`

const REJECT = `
  INSERT INTO import_reject (import_id, ordinal, line, code, message, field, cells, raw)
  SELECT $1, ordinal, line, code, message, ARRAY(SELECT jsonb_array_elements_text(field)), ARRAY(SELECT jsonb_array_elements_text(cells)), raw
  FROM unnest($2::int[], $3::int[], $4::text[], $5::text[], $6::jsonb[], $7::jsonb[], $8::text[])
    AS given (ordinal, line, code, message, field, cells, raw)`

/** Rejected rows of an import that are kept; the others are counted. A file of another kind may consist of nothing else. */
const MAX_KEPT_REJECTS = 10_000

const REST_IS_COUNTED = `Only the first ${MAX_KEPT_REJECTS.toLocaleString('en')} rejected rows are kept; the others are counted.`

type Rejected = RejectedRow & Pick<Problem, 'code' | 'message' | 'field'>

export function recordProgress(options: RecordOptions): ProgressRecord {
  const { pool, importId, runner, table, onCancel, announce } = options
  let rejectedBefore = options.rejectedBefore
  let rejectedCount = rejectedBefore
  let pending: Rejected[] = []
  let savedAt = performance.now()
  return {
    async add({ line, cells, raw }, { code, message, field }) {
      rejectedCount += 1
      if (rejectedCount <= MAX_KEPT_REJECTS) pending.push({ line, cells, raw, code, message, field })
    },
    async save({ read, stored, duplicates, relabelled, rejected, undated }, takenBytes) {
      const now = performance.now()
      const values = [
        importId,
        runner.id,
        runner.leaseMs,
        read,
        stored,
        duplicates,
        rejected,
        takenBytes,
        now - savedAt,
        [...table.notices, ...table.rowNotices(), ...(rejected > MAX_KEPT_REJECTS ? [REST_IS_COUNTED] : [])]
          .map(inApiWords)
          .map(storableText),
        table.ignoredColumns().map(storableText),
        relabelled,
        undated,
      ]
      const status = await inTransaction(pool, async client => {
        const { rows } = await client.query<{ status: string }>({ name: 'advance import', text: ADVANCE, values })
        if (rows[0] === undefined) throw new LostJobError()
        await writeRejects(client, importId, rejectedBefore, pending)
        return rows[0].status
      })
      rejectedBefore = rejectedCount
      pending = []
      savedAt = now
      announce(importId)
      if (status === 'CANCELING') onCancel()
    },
  }
}

async function writeRejects(
  client: PoolClient,
  importId: string,
  before: number,
  rejected: readonly Rejected[],
): Promise<void> {
  if (rejected.length === 0) return
  const values = [
    importId,
    rejected.map((_, index) => before + index + 1),
    rejected.map(({ line }) => line),
    rejected.map(({ code }) => code),
    rejected.map(({ message }) => storableText(message)),
    rejected.map(({ field }) => JSON.stringify(field ?? [])),
    rejected.map(({ cells }) => JSON.stringify(cells.map(storableText))),
    rejected.map(({ raw }) => (raw === null ? null : storableText(raw))),
  ]
  await client.query({ name: 'write rejects', text: REJECT, values })
}
