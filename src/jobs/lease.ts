import type { Pool, PoolClient } from 'pg'

/*
 * Leases on work that only one process may do at a time. A runner renews its lease while it works, so the work of a killed process is free
 * again soon. All times come from the database, because the clocks of processes differ.
 */

export interface Runner {
  readonly id: string
  /** Time without a renewal after which another runner takes over. */
  readonly leaseMs: number
}

/** The job has ended, or another runner has taken it over: this process must not write for it any more. */
export class LostJobError extends Error {
  constructor() {
    super('This process no longer runs the job.')
    this.name = 'LostJobError'
  }
}

/** A table of jobs, with the columns `status`, `processed`, `total`, `failure`, `completed_at`, `runner_id` and `leased_until`. */
export interface JobTable {
  readonly table: 'import_job' | 'reclassification'
  /** PostgreSQL's type of `status`. */
  readonly statusType: 'import_status' | 'job_status'
  /** The statuses in which a runner holds the job. */
  readonly heldStatuses: readonly string[]
}

interface Claim {
  readonly runner: Runner
  /** The job to claim; null claims the oldest. */
  readonly jobId: string | null
  /** A further SQL condition on the table's columns; its parameters begin at $4. */
  readonly condition?: { readonly sql: string; readonly values: readonly unknown[] }
  /** The SQL list of columns to return. The row is called `job`. */
  readonly returning: string
}

interface JobEnd {
  readonly status: 'COMPLETED' | 'CANCELED' | 'FAILED'
  /** One sentence; null unless it failed. */
  readonly failure: string | null
  readonly now: Date
}

/** The leases of one kind of job. */
export interface JobLeases {
  /** Claims an open job that no live runner holds; null if no such job exists. A queued job becomes RUNNING. */
  claim<Row extends object>(pool: Pool, claim: Claim): Promise<Row | null>
  /** Extends the lease. Throws `LostJobError` if the runner no longer holds it. */
  renew(database: Pool | PoolClient, jobId: string, runner: Runner): Promise<void>
  /** Renews the lease at intervals until the returned function is called. */
  keep(pool: Pool, jobId: string, runner: Runner): () => void
  /** Returns the job to the queue, so that the next runner can resume it at once. */
  release(pool: Pool, jobId: string, runner: Runner): Promise<void>
  /** Ends the job and the lease. Returns false if the runner had lost it. */
  end(database: Pool | PoolClient, jobId: string, runner: Runner, end: JobEnd): Promise<boolean>
}

export function jobLeases({ table, statusType, heldStatuses }: JobTable): JobLeases {
  const held = `status IN (${heldStatuses.map(status => `'${status}'`).join(', ')})`
  /** $1 runner, $2 milliseconds, $3 the job to claim or null, then the values of the condition. */
  const claim = (condition: string, returning: string) => `
    UPDATE ${table} AS job
    SET status = CASE job.status WHEN 'QUEUED' THEN 'RUNNING' ELSE job.status END, runner_id = $1,
      leased_until = now() + $2 * interval '1 millisecond'
    WHERE id = (
      SELECT id FROM ${table}
      WHERE (status = 'QUEUED' OR ${held}) AND (leased_until IS NULL OR leased_until < now() OR runner_id = $1)
        AND ($3::uuid IS NULL OR id = $3) AND (${condition})
      ORDER BY created_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING ${returning}`
  const renew = `
    UPDATE ${table} SET leased_until = now() + $3 * interval '1 millisecond'
    WHERE id = $1 AND runner_id = $2 AND ${held}`
  const release = `
    UPDATE ${table}
    SET status = CASE status WHEN 'RUNNING' THEN 'QUEUED' ELSE status END, runner_id = NULL, leased_until = NULL
    WHERE id = $1 AND runner_id = $2 AND ${held}`
  const end = `
    UPDATE ${table}
    SET status = $3::${statusType}, failure = $4, completed_at = $5, runner_id = NULL, leased_until = NULL,
      total = CASE WHEN $3::${statusType} = 'COMPLETED' THEN processed ELSE total END
    WHERE id = $1 AND runner_id = $2 AND ${held}`

  const leases: JobLeases = {
    async claim<Row extends object>(pool: Pool, { runner, jobId, condition, returning }: Claim) {
      const { rows } = await pool.query<Row>(claim(condition?.sql ?? 'true', returning), [
        runner.id,
        runner.leaseMs,
        jobId,
        ...(condition?.values ?? []),
      ])
      return rows[0] ?? null
    },
    async renew(database, jobId, { id, leaseMs }) {
      const { rowCount } = await database.query(renew, [jobId, id, leaseMs])
      if (rowCount !== 1) throw new LostJobError()
    },
    keep(pool, jobId, runner) {
      // The next write reports a lost lease or a lost database.
      const heartbeat = setInterval(() => void leases.renew(pool, jobId, runner).catch(() => {}), runner.leaseMs / 3)
      return () => clearInterval(heartbeat)
    },
    async release(pool, jobId, { id }) {
      await pool.query(release, [jobId, id])
    },
    async end(database, jobId, { id }, { status, failure, now }) {
      const { rowCount } = await database.query(end, [jobId, id, status, failure, now])
      return rowCount === 1
    },
  }
  return leases
}

/**
 * Takes or renews the one lease on indexing, in the transaction that indexes. Returns false if another runner holds it. The row stays locked
 * until the transaction ends: a runner whose lease expired waits, and then finds the lease taken.
 */
export async function takeIndexingLease(client: PoolClient, { id, leaseMs }: Runner): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'take indexing lease',
    text: `
      UPDATE indexing_lease SET runner_id = $1, leased_until = clock_timestamp() + $2 * interval '1 millisecond'
      WHERE runner_id = $1 OR runner_id IS NULL OR leased_until < clock_timestamp()`,
    values: [id, leaseMs],
  })
  return rowCount === 1
}

/** Releases the lease, so that another process can continue at once. */
export const releaseIndexingLease = (pool: Pool, { id }: Runner) =>
  pool.query('UPDATE indexing_lease SET runner_id = NULL, leased_until = NULL WHERE runner_id = $1', [id])
