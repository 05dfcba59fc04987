import type { Pool } from 'pg'
import { jobLeases, type Runner } from '../../jobs/lease.ts'
import type { ImportCounts } from '../import-file.ts'
import { type ImportOptions, importOptionsSchema } from './import-job.ts'

/** An import job that a runner holds. */
export interface ClaimedImport {
  readonly id: string
  /** The work to do. */
  readonly status: 'RUNNING' | 'CANCELING' | 'UNDOING'
  /** Null for a file that the command line reads. */
  readonly uploadId: string | null
  readonly fileName: string
  readonly options: ImportOptions
  /** Counts of the first rows, which were processed before. */
  readonly done: ImportCounts
}

/** The leases of import jobs. */
export const IMPORT_LEASES = jobLeases({
  table: 'import_job',
  statusType: 'import_status',
  heldStatuses: ['RUNNING', 'CANCELING', 'UNDOING'],
})

const CLAIMED = `id, status, upload_id AS "uploadId", file_name AS "fileName", options, processed AS read, succeeded AS stored,
  duplicates, relabelled, rejected, undated`

type ClaimedRow = Omit<ClaimedImport, 'options' | 'done'> & ImportCounts & { readonly options: unknown }

/** Claims the given import, or the oldest one that this process can run; null if none is open. Undoing needs no upload. */
export async function claimImport(
  pool: Pool,
  runner: Runner,
  uploadIds: readonly string[],
  jobId: string | null,
): Promise<ClaimedImport | null> {
  const row = await IMPORT_LEASES.claim<ClaimedRow>(pool, {
    runner,
    jobId,
    condition: { sql: `status = 'UNDOING' OR upload_id = ANY($4::uuid[])`, values: [uploadIds] },
    returning: CLAIMED,
  })
  if (row === null) return null
  const { read, stored, duplicates, relabelled, rejected, undated, options, ...claimed } = row
  const done = { read, stored, duplicates, relabelled, rejected, undated }
  return { ...claimed, options: importOptionsSchema.parse(options), done }
}

/**
 * $1 now; $2 the failure of a command that no longer renews its lease; $3 the time before which a missing upload is given up; $4 the failure
 * of such an upload; $5 the uploads of this process.
 */
const END_ABANDONED = `
  UPDATE import_job
  SET status = CASE status WHEN 'CANCELING' THEN 'CANCELED' ELSE 'FAILED' END::import_status, completed_at = $1, runner_id = NULL,
    leased_until = NULL, failure = CASE WHEN status = 'CANCELING' THEN NULL WHEN upload_id IS NULL THEN $2 ELSE $4 END
  WHERE status IN ('QUEUED', 'RUNNING', 'CANCELING') AND (leased_until IS NULL OR leased_until < now())
    AND (status = 'CANCELING' OR upload_id IS NULL OR (created_at < $3 AND upload_id <> ALL($5::uuid[])))
  RETURNING id`

const COMMAND_ENDED =
  'The command that ran the import was killed. All counted rows are stored; importing the file again resumes from there.'
const UPLOAD_GONE =
  'No server process has the uploaded file. Send it again; rows that are stored already are not stored twice.'

/** Ends jobs that no process can resume, so that they can be undone. Returns their ids. */
export async function endAbandoned(
  pool: Pool,
  uploadIds: readonly string[],
  sentBefore: Date,
  now: Date,
): Promise<readonly string[]> {
  const values = [now, COMMAND_ENDED, sentBefore, UPLOAD_GONE, uploadIds]
  return (await pool.query<{ id: string }>(END_ABANDONED, values)).rows.map(({ id }) => id)
}
