import type { Pool } from 'pg'
import type { ReadinessCheck } from './health.ts'

const UNFINISHED_MIGRATIONS = `
  SELECT count(*)::int AS unfinished FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL`

/**
 * Checks that the database answers and has its tables. One check at a time serves all callers; otherwise each would hold a connection
 * while the database hangs.
 */
export function databaseReadiness(pool: Pool, timeoutMs = 1000): ReadinessCheck {
  let pending: Promise<string | null> | null = null
  return () => {
    pending ??= ask(pool).finally(() => {
      pending = null
    })
    return Promise.race([pending, lateAnswer(timeoutMs)])
  }
}

async function ask(pool: Pool): Promise<string | null> {
  try {
    const { rows } = await pool.query<{ unfinished: number }>(UNFINISHED_MIGRATIONS)
    return rows[0]?.unfinished === 0 ? null : 'A migration of the database was not finished.'
  } catch {
    return 'The database cannot be reached.'
  }
}

const lateAnswer = (timeoutMs: number) =>
  new Promise<string>(resolve => {
    setTimeout(() => resolve(`The database did not answer within ${timeoutMs} ms.`), timeoutMs).unref()
  })
