import type { Pool } from 'pg'
import { v7 as uuidv7 } from 'uuid'
import type { Audience } from '../jobs/audience.ts'
import { leaveTime } from '../jobs/leave-time.ts'
import { type BackgroundRunner, runInBackground } from '../jobs/run-in-background.ts'
import type { Log } from '../storage/storage.ts'
import { indexBatch } from './index-batch.ts'
import { isImportRunning } from './is-import-running.ts'
import { releaseLease } from './lease.ts'

/** Tweets of a batch and its share of the time. Large batches are the cheaper ones; one statement never approaches its time limit. */
const ALONE = { batchSize: 800, share: 0.8 }
/** A batch is over before those who ask meanwhile notice, and half of the time is theirs. */
const BESIDE_OTHERS = { batchSize: 200, share: 0.5 }
/**
 * Of the time while a file is imported: indexing a tweet takes the processor longer than storing it does, and who waits for an import waits for
 * its counts. Never nothing: `asOf` goes on, however long the file is.
 */
const SHARE_BESIDE_IMPORT = 0.1
/** A process that was killed is replaced after this. */
const LEASE_MS = 10_000
/** How far behind the index is where little is written. */
const LOOK_EVERY_MS = 1_000

/** Keeps search and term counts up to what is stored, in one process at a time of all that run on the database. */
export function indexInBackground(pool: Pool, audience: Pick<Audience, 'isPresent'>, log: Log): BackgroundRunner {
  const indexer = { id: uuidv7(), leaseMs: LEASE_MS }
  const work = runInBackground({
    name: 'Indexing',
    log,
    lookEveryMs: LOOK_EVERY_MS,
    runNext: async signal => {
      const { batchSize, share } = audience.isPresent() ? BESIDE_OTHERS : ALONE
      const startedAt = performance.now()
      const taken = await indexBatch(pool, indexer, batchSize)
      if (taken === 0) return false
      const workedMs = performance.now() - startedAt
      await leaveTime(workedMs, (await isImportRunning(pool)) ? SHARE_BESIDE_IMPORT : share, signal)
      return true
    },
  })
  return {
    wake: work.wake,
    close: async () => {
      await work.close()
      // The database may be gone before us; then the lease runs out by itself.
      await releaseLease(pool, indexer).catch(() => {})
    },
  }
}
