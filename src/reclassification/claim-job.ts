import type { Pool, PoolClient } from 'pg'
import { jobLeases, LostJobError, type Runner } from '../jobs/lease.ts'

/** A job that a runner holds. */
export interface ClaimedJob {
  readonly id: string
  readonly modelVersionId: string
  /** `name@12hex`. */
  readonly version: string
  readonly processed: number
  /** Null until the mentions are counted. */
  readonly total: number | null
  readonly cursor: PairKey
}

/** The key of a mention. */
export interface PairKey {
  readonly tweetId: string
  readonly entityId: string
}

/** Before every key. */
const START = '00000000-0000-0000-0000-000000000000'

/** The leases of reclassification jobs. */
export const RECLASSIFICATION_LEASES = jobLeases({
  table: 'reclassification',
  statusType: 'job_status',
  heldStatuses: ['RUNNING'],
})

const CLAIMED = `id, model_version_id AS "modelVersionId", (SELECT version FROM model_version WHERE id = job.model_version_id) AS version,
  processed, total, coalesce(cursor_tweet_id, '${START}') AS "tweetId", coalesce(cursor_entity_id, '${START}') AS "entityId"`

/** Claims the given job, or the oldest one that no process runs; null if none is open. */
export async function claimJob(pool: Pool, runner: Runner, jobId: string | null): Promise<ClaimedJob | null> {
  const job = await RECLASSIFICATION_LEASES.claim<Omit<ClaimedJob, 'cursor'> & PairKey>(pool, {
    runner,
    jobId,
    returning: CLAIMED,
  })
  if (job === null) return null
  const { tweetId, entityId, ...claimed } = job
  return { ...claimed, cursor: { tweetId, entityId } }
}

/** Progress of a job, committed together with the rows of its batch. */
export interface Progress {
  readonly processed: number
  readonly succeeded: number
  /** Null leaves it unchanged. */
  readonly cursor: PairKey | null
}

const ADVANCE = `
  UPDATE reclassification
  SET processed = processed + $4, succeeded = succeeded + $5, leased_until = now() + $3 * interval '1 millisecond',
    cursor_tweet_id = coalesce($6::uuid, cursor_tweet_id), cursor_entity_id = coalesce($7::uuid, cursor_entity_id)
  WHERE id = $1 AND runner_id = $2 AND status = 'RUNNING'`

/** Part of the transaction that writes the rows, as its last statement. Throws `LostJobError`, which rolls the rows back. */
export async function advanceJob(
  client: PoolClient,
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
