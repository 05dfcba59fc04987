import type { Pool } from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { releaseIndexingLease } from '../jobs/lease.ts'
import { type ForegroundTracker, rest } from '../jobs/priority.ts'
import { type BackgroundRunner, runInBackground } from '../jobs/run-in-background.ts'
import type { Log } from '../storage/storage.ts'
import { indexBatch } from './index-batch.ts'

/** Tweets in a batch, and the part of the time that is used. Large batches are cheaper; one statement never approaches its time limit. */
const ALONE = { batchSize: 800, dutyCycle: 0.8 }
/** Requests barely notice a batch of this size, and half of the time is left to them. */
const BESIDE_REQUESTS = { batchSize: 200, dutyCycle: 0.5 }
/**
 * While a file is imported: indexing a tweet takes more processor time than storing it, and an import should show its counts first. Above 0,
 * so that `asOf` advances however long the file is.
 */
const DUTY_CYCLE_BESIDE_IMPORT = 0.1
/** Another process takes over from a killed one after this. */
const LEASE_MS = 10_000
/** How far the index is behind if little is written. */
const LOOK_EVERY_MS = 1_000

/** Keeps search and term counts up to date with what is stored. Of all processes on the database, one indexes at a time. */
export function indexInBackground(
  pool: Pool,
  foreground: Pick<ForegroundTracker, 'isBusy'>,
  log: Log,
): BackgroundRunner {
  const indexer = { id: uuidv7(), leaseMs: LEASE_MS }
  const work = runInBackground({
    name: 'Indexing',
    log,
    pollEveryMs: LOOK_EVERY_MS,
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
      // The database may be gone before us; then the lease runs out.
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
