import type { Pool, PoolClient } from 'pg'
import { fail, type Result, succeed } from '../problem/problem.ts'
import { inTransaction } from '../storage/transaction.ts'

export interface JobStart {
  readonly id: string
  readonly modelVersionId: string
  readonly idempotencyKey: string
  readonly now: Date
}

const INSERT = `
  INSERT INTO reclassification (id, model_version_id, idempotency_key, status, processed, succeeded, created_at)
  VALUES ($1, $2, $3, 'QUEUED', 0, 0, $4)`

/** Returns the id of the new job, or of the job that was started with this key. Each version has at most one open job. */
export const startJob = (pool: Pool, start: JobStart): Promise<Result<string>> =>
  inTransaction(pool, async client => {
    // Starts wait for each other, regardless of their versions and keys; they are rare.
    await client.query('SELECT 1 FROM model_selection FOR UPDATE')
    const existing = await firstRow<{ id: string; modelVersionId: string }>(
      client,
      'SELECT id, model_version_id AS "modelVersionId" FROM reclassification WHERE idempotency_key = $1',
      start.idempotencyKey,
    )
    if (existing !== undefined) {
      if (existing.modelVersionId === start.modelVersionId) return succeed(existing.id)
      return fail('CONFLICT', 'This idempotencyKey belongs to a reclassification by another model; use a new one.', [
        'idempotencyKey',
      ])
    }
    const open = await openJob(client, start.modelVersionId)
    if (open !== null) {
      return fail(
        'CONFLICT',
        'A reclassification by this model is still open: repeat the call with its idempotencyKey, or cancel it first.',
        ['modelId'],
      )
    }
    await client.query(INSERT, [start.id, start.modelVersionId, start.idempotencyKey, start.now])
    return succeed(start.id)
  })

/** The id of the version's open job; null if it has none. */
export async function openJob(database: Pool | PoolClient, modelVersionId: string): Promise<string | null> {
  const open = await firstRow<{ id: string }>(
    database,
    `SELECT id FROM reclassification WHERE model_version_id = $1 AND status IN ('QUEUED', 'RUNNING')`,
    modelVersionId,
  )
  return open?.id ?? null
}

async function firstRow<Row extends object>(database: Pool | PoolClient, text: string, value: string) {
  return (await database.query<Row>(text, [value])).rows[0]
}
