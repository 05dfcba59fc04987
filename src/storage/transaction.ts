import type { Pool, PoolClient } from 'pg'
import { commits } from '../process/measurements.ts'
import { failureCode, isTimedOut, isUnavailable } from './connection-failure.ts'
import { noteFailure } from './write-failures.ts'

/** Two transactions waited for each other, and PostgreSQL ended one; a retry succeeds. */
const WORTH_REPEATING = ['40P01', '40001']
const ATTEMPTS = 5

/**
 * Runs `work` in one transaction and commits it: when this resolves, the writes survive a crash. Deadlocks are retried,
 * so `work` must not keep state from an earlier run.
 */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await runOnce(pool, work)
    } catch (error) {
      noteFailure(pool, error)
      if (attempt === ATTEMPTS || !WORTH_REPEATING.includes(failureCode(error) ?? '')) throw error
    }
  }
}

async function runOnce<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  // A broken session also emits an event; the running query already reports the failure.
  const ignore = () => {}
  client.on('error', ignore)
  let failure: Error | undefined
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await commit(client)
    return result
  } catch (error) {
    failure = isUnavailable(error) && !isTimedOut(error) ? (error as Error) : await rollBack(client)
    throw error
  } finally {
    client.off('error', ignore)
    // A session that is gone, silent or unable to roll back is broken: the pool must not reuse it.
    client.release(failure)
  }
}

async function commit(client: PoolClient): Promise<void> {
  const startedAt = performance.now()
  await client.query('COMMIT')
  commits.publish({ seconds: (performance.now() - startedAt) / 1000 })
}

const rollBack = (client: PoolClient): Promise<Error | undefined> =>
  client.query('ROLLBACK').then(
    () => undefined,
    (error: Error) => error,
  )
