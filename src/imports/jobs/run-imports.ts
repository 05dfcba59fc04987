import { v7 as uuidv7 } from 'uuid'
import { LostJobError } from '../../jobs/lease.ts'
import { type BackgroundRunner, runInBackground } from '../../jobs/run-in-background.ts'
import { isUnavailable } from '../../storage/connection-failure.ts'
import type { Log } from '../../storage/storage.ts'
import type { Uploads } from '../uploads/uploads.ts'
import { type ClaimedImport, claimImport, endAbandoned, IMPORT_LEASES } from './claim-import.ts'
import { type ImportContext, runImport } from './run-import.ts'
import { undoImport } from './undo-import.ts'
import { uploadsInUse } from './uploads-in-use.ts'

/**
 * While no request waits, further batches are read and scored while one is stored; more of them would only take memory. While a request
 * waits, parts are small, and imports use half of the time.
 */
const PACE = { batchSize: 500, width: 4, partSize: 100, dutyCycle: 0.5 }
/** Small, because undoing is not urgent. */
const UNDO_BATCH_SIZE = 200
/** Short, so that an import makes progress under a server that is killed again and again: the next one waits for its end. */
const LEASE_MS = 4_000
/** An upload that is not imported within a day is removed. */
const UPLOAD_LIFETIME_MS = 24 * 60 * 60_000
const TIDY_EVERY_MS = 60_000

interface BackgroundOptions extends Pick<ImportContext, 'pool' | 'service' | 'foreground' | 'now' | 'announce'> {
  readonly uploads: Uploads
  /** Clock of this process, in milliseconds, which is also that of its files. */
  readonly wallClock: () => number
  readonly log: Log
}

/** Runs and undoes imports, one at a time. Imports whose upload is on another machine are left to a process there. */
export function runImports(options: BackgroundOptions): BackgroundRunner {
  const { pool, uploads, now, announce, log } = options
  const runner = { id: uuidv7(), leaseMs: LEASE_MS }
  let tidiedAt = Number.NEGATIVE_INFINITY
  const tidy = async () => {
    if (performance.now() - tidiedAt < TIDY_EVERY_MS) return
    tidiedAt = performance.now()
    await tidyUp(options).catch(error => {
      if (isUnavailable(error)) throw error
      log(`Old uploads cannot be removed: ${(error as Error).message}`)
    })
  }
  return runInBackground({
    name: 'Import',
    log,
    runNext: async signal => {
      await tidy()
      const claimed = await claimImport(pool, runner, await uploads.ids(), null)
      if (claimed === null) return false
      const stopHeartbeat = IMPORT_LEASES.keep(pool, claimed.id, runner)
      try {
        return await runOne({ ...options, ...PACE, runner, signal }, claimed)
      } catch (error) {
        if (error instanceof LostJobError) return true
        if (isUnavailable(error)) throw error
        // A bug, which would only occur again: ends the job instead of retrying it.
        log(`The import of ${claimed.fileName} failed: ${(error as Error).stack ?? error}`)
        const failure = 'The import failed because of an internal error; the server log has the details.'
        await IMPORT_LEASES.end(pool, claimed.id, runner, { status: 'FAILED', failure, now: now() })
        announce(claimed.id)
        return true
      } finally {
        stopHeartbeat()
      }
    },
  })
}

async function runOne(context: ImportContext, claimed: ClaimedImport): Promise<boolean> {
  const { uploadId } = claimed
  if (claimed.status !== 'UNDOING' && uploadId !== null) return runImport(context, { ...claimed, uploadId })
  await undoImport({ ...context, batchSize: UNDO_BATCH_SIZE }, claimed.id)
  // Without effect if it is undone; otherwise the next runner resumes it.
  await IMPORT_LEASES.release(context.pool, claimed.id, context.runner)
  return true
}

/** Ends imports that no process can resume, and removes old uploads that no import uses. */
async function tidyUp({ pool, uploads, now, wallClock, announce }: BackgroundOptions): Promise<void> {
  const at = now()
  const createdBefore = new Date(at.getTime() - UPLOAD_LIFETIME_MS)
  for (const id of await endAbandoned(pool, await uploads.ids(), createdBefore, at)) announce(id)
  await uploads.removeOld(new Date(wallClock() - UPLOAD_LIFETIME_MS), await uploadsInUse(pool))
}
