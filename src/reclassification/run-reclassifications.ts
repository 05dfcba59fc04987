import { v7 as uuidv7 } from 'uuid'
import { type BackgroundRunner, runInBackground } from '../jobs/run-in-background.ts'
import type { ModelRegistry } from '../models/service.ts'
import { isUnavailable } from '../storage/connection-failure.ts'
import type { Log } from '../storage/storage.ts'
import { type ClaimedJob, claimJob, RECLASSIFICATION_LEASES } from './claim-job.ts'
import { type JobContext, runJob } from './run-job.ts'

/** A pair takes under a millisecond, so requests do not wait long behind a batch. Half of the time is left to them. */
const BATCH_SIZE = 100
const DUTY_CYCLE = 0.5
const LEASE_MS = 10_000

interface BackgroundOptions extends Pick<JobContext, 'storage' | 'loaded' | 'now'> {
  readonly registry: Pick<ModelRegistry, 'refresh'>
  readonly log: Log
}

/** Runs reclassification jobs one at a time, regardless of the process that started them. */
export function runReclassifications(options: BackgroundOptions): BackgroundRunner {
  const runner = { id: uuidv7(), leaseMs: LEASE_MS }
  return runInBackground({
    name: 'Reclassification',
    log: options.log,
    runNext: async signal => {
      const job = await claimJob(options.storage.pool, runner, null)
      if (job === null) return false
      await runOne({ ...options, runner, batchSize: BATCH_SIZE, dutyCycle: DUTY_CYCLE, signal }, options, job)
      return true
    },
  })
}

/** A bug fails the job, because a retry would meet it again. A lost database only pauses the job. */
async function runOne(context: JobContext, { registry, log }: BackgroundOptions, job: ClaimedJob): Promise<void> {
  try {
    await runJob(context, job)
  } catch (error) {
    if (isUnavailable(error)) throw error
    log(`The reclassification by ${job.version} failed: ${(error as Error).stack ?? error}`)
    const failure = 'The reclassification failed because of an internal error; the server log has the details.'
    const end = { status: 'FAILED', failure, now: context.now() } as const
    await RECLASSIFICATION_LEASES.end(context.storage.pool, job.id, context.runner, end)
  }
  await registry.refresh()
}
