import type { Pool } from 'pg'
import { LostJobError, type Runner } from '../../jobs/runner.ts'
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

/**
 * $1 runner, $2 milliseconds, $3 uploads that are at hand, $4 the import that is wanted, or null for any. An import whose runner fell
 * silent is free again; clocks are the database's alone.
 */
const CLAIM = `
  UPDATE import_job AS job
  SET status = CASE job.status WHEN 'QUEUED' THEN 'RUNNING' ELSE job.status END, runner_id = $1,
    leased_until = now() + $2 * interval '1 millisecond'
  WHERE id = (
    SELECT id FROM import_job
    WHERE status IN ('QUEUED', 'RUNNING', 'CANCELING', 'UNDOING') AND (status = 'UNDOING' OR upload_id = ANY($3::uuid[]))
      AND (leased_until IS NULL OR leased_until < now() OR runner_id = $1) AND ($4::uuid IS NULL OR id = $4)
    ORDER BY created_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING id, status, upload_id AS "uploadId", file_name AS "fileName", options, processed AS read, succeeded AS stored,
    duplicates, rejected`

type ClaimedRow = Omit<ClaimedImport, 'options' | 'done'> & ImportCounts & { readonly options: unknown }

/** The wanted import, or the oldest that nobody works on and that can be worked on here; null where there is none to be had. */
export async function claimImport(
  pool: Pool,
  runner: Runner,
  uploadIds: readonly string[],
  wanted: string | null,
): Promise<ClaimedImport | null> {
  const { rows } = await pool.query<ClaimedRow>(CLAIM, [runner.id, runner.leaseMs, uploadIds, wanted])
  const [row] = rows
  if (row === undefined) return null
  const { read, stored, duplicates, rejected, options, ...claimed } = row
  return { ...claimed, options: importOptionsSchema.parse(options), done: { read, stored, duplicates, rejected } }
}

/** Tells that the runner still lives, while it has nothing to write. Throws `LostJobError`. */
export async function renewLease(pool: Pool, importId: string, { id, leaseMs }: Runner): Promise<void> {
  const { rowCount } = await pool.query(
    `UPDATE import_job SET leased_until = now() + $3 * interval '1 millisecond'
     WHERE id = $1 AND runner_id = $2 AND status IN ('RUNNING', 'CANCELING', 'UNDOING')`,
    [importId, id, leaseMs],
  )
  if (rowCount !== 1) throw new LostJobError()
}

/** Renews the lease now and then until the function that it returns is called. */
export function keepLease(pool: Pool, importId: string, runner: Runner): () => void {
  const heartbeat = setInterval(() => {
    renewLease(pool, importId, runner).catch(() => {})
  }, runner.leaseMs / 3)
  return () => clearInterval(heartbeat)
}

/** Gives the import back, so that whoever comes next goes on with it at once. */
export const releaseImport = (pool: Pool, importId: string, { id }: Runner) =>
  pool.query(
    `UPDATE import_job SET status = CASE status WHEN 'RUNNING' THEN 'QUEUED' ELSE status END, runner_id = NULL, leased_until = NULL
     WHERE id = $1 AND runner_id = $2`,
    [importId, id],
  )

export interface ImportEnd {
  readonly status: 'COMPLETED' | 'CANCELED' | 'FAILED'
  /** One sentence; null unless it failed. */
  readonly failure: string | null
  readonly now: Date
}

/** Ends the work on an import. What it stored can be undone from now on. */
export const endImport = (pool: Pool, importId: string, { id }: Runner, { status, failure, now }: ImportEnd) =>
  pool.query(
    `UPDATE import_job
     SET status = $3, failure = $4, completed_at = $5, runner_id = NULL, leased_until = NULL,
       total = CASE WHEN $3::import_status = 'COMPLETED' THEN processed END
     WHERE id = $1 AND runner_id = $2 AND status IN ('RUNNING', 'CANCELING', 'UNDOING')`,
    [importId, id, status, failure, now],
  )

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
