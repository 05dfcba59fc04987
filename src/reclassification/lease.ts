import type { Pool, PoolClient } from 'pg'
import { LostJobError, type Runner } from '../jobs/runner.ts'

/** A job in the hands of one runner. */
export interface ClaimedJob {
  readonly id: string
  readonly modelVersionId: string
  /** Name and hash of the version. */
  readonly version: string
  readonly processed: number
  /** Null before it was counted. */
  readonly total: number | null
  readonly cursor: PairKey
}

/** A tweet asked about an entity. */
export interface PairKey {
  readonly tweetId: string
  readonly entityId: string
}

/** Before every key. */
const START = '00000000-0000-0000-0000-000000000000'

/**
 * $1 runner, $2 milliseconds, $3 the job that is wanted, or null for any. A job whose runner fell silent is free again; clocks are the
 * database's alone.
 */
const CLAIM = `
  UPDATE reclassification AS job
  SET status = 'RUNNING', runner_id = $1, leased_until = now() + $2 * interval '1 millisecond'
  FROM model_version AS model
  WHERE model.id = job.model_version_id AND job.id = (
    SELECT id FROM reclassification
    WHERE (status = 'QUEUED' OR (status = 'RUNNING' AND (leased_until < now() OR runner_id = $1))) AND ($3::uuid IS NULL OR id = $3)
    ORDER BY created_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING job.id, job.model_version_id AS "modelVersionId", model.version, job.processed, job.total,
    coalesce(job.cursor_tweet_id, '${START}') AS "tweetId", coalesce(job.cursor_entity_id, '${START}') AS "entityId"`

/** The wanted job, or the oldest that nobody runs; null where there is none to be had. */
export async function claimJob(pool: Pool, runner: Runner, wanted: string | null): Promise<ClaimedJob | null> {
  const { rows } = await pool.query<Omit<ClaimedJob, 'cursor'> & PairKey>(CLAIM, [runner.id, runner.leaseMs, wanted])
  const [job] = rows
  if (job === undefined) return null
  const { tweetId, entityId, ...claimed } = job
  return { ...claimed, cursor: { tweetId, entityId } }
}

/** Progress that is kept together with the rows it is about. */
export interface Progress {
  readonly processed: number
  readonly succeeded: number
  /** Null where it stays where it was. */
  readonly cursor: PairKey | null
}

const ADVANCE = `
  UPDATE reclassification
  SET processed = processed + $4, succeeded = succeeded + $5, leased_until = now() + $3 * interval '1 millisecond',
    cursor_tweet_id = coalesce($6::uuid, cursor_tweet_id), cursor_entity_id = coalesce($7::uuid, cursor_entity_id)
  WHERE id = $1 AND runner_id = $2 AND status = 'RUNNING'`

/** To be run in the transaction that writes the rows, behind them. Throws `LostJobError`, so that they are not written. */
export async function advanceJob(
  client: Pool | PoolClient,
  jobId: string,
  { id, leaseMs }: Runner,
  { processed, succeeded, cursor }: Progress,
): Promise<void> {
  const { rowCount } = await client.query({
    name: 'advance reclassification',
    text: ADVANCE,
    values: [jobId, id, leaseMs, processed, succeeded, cursor?.tweetId ?? null, cursor?.entityId ?? null],
  })
  if (rowCount !== 1) throw new LostJobError()
}

/** Tells that the runner still lives, while it has nothing to write. */
export const renewLease = (pool: Pool, jobId: string, runner: Runner) =>
  advanceJob(pool, jobId, runner, { processed: 0, succeeded: 0, cursor: null })

/** Gives the job back, so that whoever comes next goes on with it at once. */
export const releaseJob = (pool: Pool, jobId: string, { id }: Runner) =>
  pool.query(
    `UPDATE reclassification SET status = 'QUEUED', runner_id = NULL, leased_until = NULL
     WHERE id = $1 AND runner_id = $2 AND status = 'RUNNING'`,
    [jobId, id],
  )

/** Ends the job; `failure` is one sentence. */
export const failJob = (pool: Pool, jobId: string, { id }: Runner, failure: string, now: Date) =>
  pool.query(
    `UPDATE reclassification SET status = 'FAILED', failure = $3, completed_at = $4, runner_id = NULL, leased_until = NULL
     WHERE id = $1 AND runner_id = $2 AND status = 'RUNNING'`,
    [jobId, id, failure, now],
  )
