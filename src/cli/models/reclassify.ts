import { setTimeout as pause } from 'node:timers/promises'
import { Command } from 'commander'
import { v7 as uuidv7 } from 'uuid'
import type { Config, ReadConfig } from '../../config.ts'
import type { ModelVersion } from '../../models/service.ts'
import { UsageError } from '../../problem/problem.ts'
import { type Interruption, listenForInterruption } from '../../process/signals.ts'
import type { ReclassificationJob } from '../../reclassification/reclassification-job.ts'
import { explainLostDatabase } from '../lost-database.ts'
import { type Progress, startProgress } from '../progress.ts'
import { recorded } from '../recorded.ts'
import type { OpenRegistry } from './open-registry.ts'

const EXAMPLES = `
Examples:
  $ pulso models reclassify my-lstm

The model classifies every stored mention that it has not classified before. If it is the active model, summaries
switch to it at the end, in one step. Otherwise it can then be compared, and promoted without a gap. If the
command is interrupted, run it again to resume; a running server resumes it too.

Exit codes:
  0    every mention is classified
  1    canceled, failed, or lost the database connection
  130  interrupted by Ctrl-C`

const FAILED = 1
const BATCH_SIZE = 500
const LEASE_MS = 10_000
const LOOK_EVERY_MS = 500

export function reclassifyCommand(readConfig: ReadConfig): Command {
  return new Command('reclassify')
    .description('reclassify all stored tweets with a model')
    .argument('<model>', 'name or version of a model in `pulso models list`')
    .addHelpText('after', EXAMPLES)
    .action((name: string) => runReclassification(name, readConfig()))
}

async function runReclassification(name: string, config: Config): Promise<void> {
  const interruption = listenForInterruption()
  const { withRegistry } = await import('./open-registry.ts')
  try {
    await withRegistry(config, async open => {
      const version = await open.find(name)
      const job = await runToEnd(open, version, interruption)
      await open.registry.refresh()
      report(open, version, job, interruption)
    })
  } catch (error) {
    throw await explainLostDatabase(error, { exitCode: FAILED, advice: 'Run the same command again to resume.' })
  } finally {
    interruption.stopListening()
  }
}

/** Runs the open job of the version, or starts one. If another process runs the job, shows its progress. */
async function runToEnd(
  { storage, registry, loaded }: OpenRegistry,
  version: ModelVersion,
  { signal }: Interruption,
): Promise<ReclassificationJob> {
  const { claimJob } = await import('../../reclassification/claim-job.ts')
  const { hasEnded } = await import('../../reclassification/reclassification-job.ts')
  const { runJob } = await import('../../reclassification/run-job.ts')
  const { now } = storage
  const id = await openOrStart({ storage, registry }, version)
  const read = () => storage.prisma.reclassificationJob.findUniqueOrThrow({ where: { id } })
  const runner = { id: uuidv7(), leaseMs: LEASE_MS }
  const bar = progressBar()
  try {
    for (let job = await read(); ; job = await read()) {
      if (hasEnded(job) || signal.aborted) return job
      bar.update(job.processedCount, job.mentionCount ?? 0)
      const claimed = await claimJob(storage.pool, runner, id)
      if (claimed === null) await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => {})
      else {
        const context = { storage, loaded, runner, batchSize: BATCH_SIZE, dutyCycle: 1, now, signal }
        await runJob({ ...context, onProgress: bar.update }, claimed)
      }
    }
  } finally {
    bar.stop()
  }
}

async function openOrStart(
  { storage, registry }: Pick<OpenRegistry, 'storage' | 'registry'>,
  { id }: ModelVersion,
): Promise<string> {
  const { createReclassifications } = await import('../../reclassification/service.ts')
  const { openJob } = await import('../../reclassification/start-job.ts')
  const open = await openJob(storage.pool, id)
  if (open !== null) return open
  const jobs = createReclassifications({ storage, registry, now: storage.now, onStart: () => {} })
  const started = await recorded(storage, 'models reclassify', { modelId: id }, () =>
    jobs.start(id, `command ${uuidv7()}`),
  )
  if (!started.ok) throw new UsageError(started.problem.message)
  return started.value.id
}

/** Appears with the first counts, because the total is unknown before. */
function progressBar() {
  let progress: Progress | null = null
  return {
    update(processed: number, total: number) {
      if (total === 0) return
      progress ??= startProgress({ label: 'reclassify', total, unit: 'mentions', startAt: processed })
      progress.update(Math.min(processed, total))
    },
    stop: () => progress?.stop(),
  }
}

function report(
  { registry }: OpenRegistry,
  version: ModelVersion,
  job: ReclassificationJob,
  interruption: Interruption,
): void {
  const [processed, added] = [job.processedCount, job.addedCount].map(count => count.toLocaleString('en'))
  switch (job.status) {
    case 'COMPLETED':
      console.log(`${version.version} has classified all ${processed} mentions, ${added} of them in this job.`)
      console.log(
        registry.inUse.summary.id === version.id
          ? 'Summaries now show this version.'
          : `Summaries show ${registry.inUse.summary.version}; \`pulso models promote ${version.name}\` changes that.`,
      )
      return
    case 'CANCELED':
      throw new UsageError(
        `The reclassification was canceled after ${processed} mentions; its classifications are kept.`,
        FAILED,
      )
    case 'FAILED':
      throw new UsageError(`The reclassification failed: ${job.failure}`, FAILED)
    default:
      throw new UsageError(
        `Stopped after ${processed} mentions; run the same command again to resume. A running server resumes it too.`,
        interruption.exitCode() ?? undefined,
      )
  }
}
