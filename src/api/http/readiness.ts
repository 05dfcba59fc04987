import type { Pool } from 'pg'
import { isTimedOut } from '../../storage/connection-failure.ts'
import { cannotStore, forgetFailures, hasFailedWrites } from '../../storage/write-failures.ts'
import type { ReadinessCheck } from './health.ts'

const UNFINISHED_MIGRATIONS = `
  SELECT count(*)::int AS unfinished FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL`

/**
 * Checks that the database responds, has its tables, and lets us write. Concurrent calls share one query: if the database hangs, each would otherwise occupy
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

/** A lock that is held longer than this stops writes. Far above what other statements need. */
const LOCK_TIMEOUT_MS = 500

/** Takes the locks of a write, and writes nothing. */
const LOCK_LIKE_A_WRITE = `
  BEGIN; SET LOCAL lock_timeout = ${LOCK_TIMEOUT_MS};
  LOCK TABLE classification, entity, tweet IN ROW EXCLUSIVE MODE; ROLLBACK`

/** Needs space on the disk for some pages, which are given back at once. */
const WRITE_SOMETHING = `
  BEGIN; CREATE TEMPORARY TABLE pulso_probe ON COMMIT DROP AS SELECT repeat(md5(i::text), 100) FROM generate_series(1, 100) AS i; COMMIT`

const CANNOT_STORE = 'The database cannot store data: its disk is full, or it is read-only. Reads work.'

async function check(pool: Pool): Promise<string | null> {
  const client = await pool.connect().catch(() => null)
  if (client === null) return 'The database cannot be reached.'
  // A broken session also emits an event; the running query already reports the failure.
  const ignore = () => {}
  client.on('error', ignore)
  let failure: Error | undefined
  try {
    const { rows } = await client.query<{ unfinished: number }>(UNFINISHED_MIGRATIONS)
    if (rows[0]?.unfinished !== 0) return 'A database migration is unfinished.'
    await client.query(LOCK_LIKE_A_WRITE)
    if (!hasFailedWrites(pool)) return null
    await client.query(WRITE_SOMETHING)
    forgetFailures(pool)
    return null
  } catch (error) {
    failure = error as Error
    if (isTimedOut(error)) return 'A table is locked, so nothing can be stored. Reads work.'
    return cannotStore(error) ? CANNOT_STORE : 'The database cannot be reached.'
  } finally {
    client.off('error', ignore)
    // Ends the session, and its open transaction with it.
    client.release(failure)
  }
}

const timedOut = (timeoutMs: number) =>
  new Promise<string>(resolve => {
    setTimeout(() => resolve(`The database did not respond within ${timeoutMs} ms.`), timeoutMs).unref()
  })
