import type { Pool } from 'pg'
import { jobLeases, type Runner } from '../../jobs/lease.ts'
import type { ImportCounts } from '../import-file.ts'
import { type ImportOptions, importOptionsSchema } from './import-job.ts'

/** An import in the hands of one runner. */
export interface ClaimedImport {
  readonly id: string
  /** What is to be done with it. */
  readonly status: 'RUNNING' | 'CANCELING' | 'UNDOING'
  /** Null for a file of the command line. */
  readonly uploadId: string | null
  readonly fileName: string
  readonly options: ImportOptions
  /** Of the first rows, which were done before. */
  readonly done: ImportCounts
}

/** The leases of imports. */
export const IMPORT_LEASES = jobLeases({
  table: 'import_job',
  statusType: 'import_status',
  heldStatuses: ['RUNNING', 'CANCELING', 'UNDOING'],
})

const CLAIMED = `id, status, upload_id AS "uploadId", file_name AS "fileName", options, processed AS read, succeeded AS stored,
  duplicates, rejected`

type ClaimedRow = Omit<ClaimedImport, 'options' | 'done'> & ImportCounts & { readonly options: unknown }

/** Takes the wanted import, or the oldest one that this process can run; null if there is none. Undoing needs no upload. */
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
  const { read, stored, duplicates, rejected, options, ...claimed } = row
  return { ...claimed, options: importOptionsSchema.parse(options), done: { read, stored, duplicates, rejected } }
}

/**
 * $1 now; $2 the failure of a command that fell silent; $3 how long ago an upload may have been sent; $4 the failure where it is nowhere;
 * $5 uploads that are at hand.
 */
const END_ABANDONED = `
  UPDATE import_job
  SET status = CASE status WHEN 'CANCELING' THEN 'CANCELED' ELSE 'FAILED' END::import_status, completed_at = $1, runner_id = NULL,
    leased_until = NULL, failure = CASE WHEN status = 'CANCELING' THEN NULL WHEN upload_id IS NULL THEN $2 ELSE $4 END
  WHERE status IN ('QUEUED', 'RUNNING', 'CANCELING') AND (leased_until IS NULL OR leased_until < now())
    AND (status = 'CANCELING' OR upload_id IS NULL OR (created_at < $3 AND upload_id <> ALL($5::uuid[])))
  RETURNING id`

const COMMAND_ENDED =
  'The command that ran it ended without saying so. What is counted is stored; importing the file again goes on from there.'
const UPLOAD_GONE =
  'The uploaded file is on no server process that could read it. Send it again; what was stored is not stored twice.'

/** Ends what nobody can go on with, so that it can be undone. Returns the ids. */
export async function endAbandoned(
  pool: Pool,
  uploadIds: readonly string[],
  sentBefore: Date,
  now: Date,
): Promise<readonly string[]> {
  const values = [now, COMMAND_ENDED, sentBefore, UPLOAD_GONE, uploadIds]
  return (await pool.query<{ id: string }>(END_ABANDONED, values)).rows.map(({ id }) => id)
}
