import { v7 as uuidv7 } from 'uuid'
import { type BackgroundWork, repeatInBackground } from '../background/repeat.ts'
import type { ModelRegistry } from '../models/model-registry.ts'
import { isUnavailable } from '../storage/connection-failure.ts'
import type { Log } from '../storage/log.ts'
import { type ClaimedJob, claimJob, failJob } from './lease.ts'
import { type JobContext, runJob } from './run-job.ts'

/** A pair takes under a millisecond: nobody waits long behind a batch, and half of the time is theirs. */
const BATCH_SIZE = 100
const SHARE = 0.5
const LEASE_MS = 10_000
/** How soon a job that another process queued, or was killed over, is found. */
const LOOK_EVERY_MS = 2_000

interface BackgroundOptions extends Pick<JobContext, 'storage' | 'loaded' | 'now'> {
  readonly registry: Pick<ModelRegistry, 'refresh'>
  readonly log: Log
}

/** Runs reclassifications one at a time, from whichever process they were started. After `close` the job stays open, and whoever runs next goes on with it. */
export function runInBackground(options: BackgroundOptions): BackgroundWork {
  const runner = { id: uuidv7(), leaseMs: LEASE_MS }
  return repeatInBackground({
    lookEveryMs: LOOK_EVERY_MS,
    step: async signal => {
      const job = await claimJob(options.storage.pool, runner, null)
      if (job === null) return false
      await runOne({ ...options, runner, batchSize: BATCH_SIZE, share: SHARE, signal }, options, job)
      return true
    },
    onError: error => options.log(`Reclassification waits: ${error.message}`),
  })
}

/** A bug ends the job, because it would meet the same bug again; a database that is away does not. */
async function runOne(context: JobContext, { registry, log }: BackgroundOptions, job: ClaimedJob): Promise<void> {
  try {
    await runJob(context, job)
  } catch (error) {
    if (isUnavailable(error)) throw error
    log(`The reclassification by ${job.version} failed: ${(error as Error).stack ?? error}`)
    const failure = "Something failed that is not the request's fault; the server's log says what."
    await failJob(context.storage.pool, job.id, context.runner, failure, context.now())
  }
  await registry.refresh()
}
