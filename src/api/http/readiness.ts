import type { Pool } from 'pg'
import type { ReadinessCheck } from './health.ts'

const UNFINISHED_MIGRATIONS = `
  SELECT count(*)::int AS unfinished FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL`

/**
 * Checks that the database responds and has its tables. Concurrent calls share one query: if the database hangs, each would otherwise occupy
 * a connection.
 */
export function databaseReadiness(pool: Pool, timeoutMs = 1000): ReadinessCheck {
  let pending: Promise<string | null> | null = null
  return () => {
    pending ??= check(pool).finally(() => {
      pending = null
    })
    return Promise.race([pending, timedOut(timeoutMs)])
  }
}

async function check(pool: Pool): Promise<string | null> {
  try {
    const { rows } = await pool.query<{ unfinished: number }>(UNFINISHED_MIGRATIONS)
    return rows[0]?.unfinished === 0 ? null : 'A database migration is unfinished.'
  } catch {
    return 'The database cannot be reached.'
  }
}

const timedOut = (timeoutMs: number) =>
  new Promise<string>(resolve => {
    setTimeout(() => resolve(`The database did not respond within ${timeoutMs} ms.`), timeoutMs).unref()
  })
