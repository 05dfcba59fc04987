import type { Pool } from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { releaseIndexingLease } from '../jobs/lease.ts'
import { type ForegroundTracker, rest } from '../jobs/priority.ts'
import { type BackgroundRunner, runInBackground } from '../jobs/run-in-background.ts'
import type { Log } from '../storage/storage.ts'
import { indexBatch } from './index-batch.ts'

/** Tweets in a batch, and working time over all time. Large batches are cheaper, but a statement must stay far below its time limit. */
const ALONE = { batchSize: 800, dutyCycle: 0.8 }
/** While requests wait: a batch of this size barely delays them, and half of the time is left to them. */
const BESIDE_REQUESTS = { batchSize: 200, dutyCycle: 0.5 }
/**
 * While a file is imported: indexing a tweet takes more processor time than storing it, and the import should finish first. Above 0, so that
 * `asOf` also advances during long imports.
 */
const DUTY_CYCLE_BESIDE_IMPORT = 0.1
/** Time after which another process takes over from a killed one. */
const LEASE_MS = 10_000
/** The delay of the index if little is written. */
const POLL_EVERY_MS = 1_000

/** Keeps the search index and the term counts up to date. Only one process on the database indexes at a time. */
export function indexInBackground(
  pool: Pool,
  foreground: Pick<ForegroundTracker, 'isBusy'>,
  log: Log,
): BackgroundRunner {
  const indexer = { id: uuidv7(), leaseMs: LEASE_MS }
  const work = runInBackground({
    name: 'Indexing',
    log,
    pollEveryMs: POLL_EVERY_MS,
    runNext: async signal => {
      const { batchSize, dutyCycle } = foreground.isBusy() ? BESIDE_REQUESTS : ALONE
      const startedAt = performance.now()
      const taken = await indexBatch(pool, indexer, batchSize)
      if (taken === 0) return false
      const workedMs = performance.now() - startedAt
      await rest(workedMs, (await isImportRunning(pool)) ? DUTY_CYCLE_BESIDE_IMPORT : dutyCycle, signal)
      return true
    },
  })
  return {
    wake: work.wake,
    close: async () => {
      await work.close()
      // If the database has already stopped, the lease expires.
      await releaseIndexingLease(pool, indexer).catch(() => {})
    },
  }
}

const READ_IMPORT_RUNNING = `
  SELECT EXISTS (SELECT FROM import_job WHERE status = 'RUNNING' AND leased_until > clock_timestamp()) AS "isRunning"`

/** Whether any process on the database is importing a file. An abandoned import does not count. */
async function isImportRunning(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ isRunning: boolean }>({ name: 'is import running', text: READ_IMPORT_RUNNING })
  return rows[0]?.isRunning ?? false
}
