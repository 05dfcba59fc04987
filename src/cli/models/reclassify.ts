import { setTimeout as pause } from 'node:timers/promises'
import { Command } from 'commander'
import { v7 as uuidv7 } from 'uuid'
import type { Config, ReadConfig } from '../../config.ts'
import type { ModelVersion } from '../../models/service.ts'
import { UsageError } from '../../problem/problem.ts'
import { type Interruption, listenForInterruption } from '../../process/signals.ts'
import type { ReclassificationJob } from '../../reclassification/reclassification-job.ts'
import { type Progress, startProgress } from '../progress.ts'
import type { OpenRegistry } from './open-registry.ts'

const EXAMPLES = `
Examples:
  $ pulso models reclassify my-lstm

The model classifies every tweet that is stored, for each entity it was asked about; what it has classified
before costs nothing. If it is the active one, summaries switch to it in one step at the end; another one can
then be compared, and promoted without a gap. Ctrl-C and crashes lose nothing: the command goes on where it
was, and so does a running server. Exit code 0: complete. 130: Ctrl-C. 1: canceled, failed, or the database
was lost on the way.`

const FAILED = 1
const BATCH_SIZE = 500
const LEASE_MS = 10_000
const LOOK_EVERY_MS = 500

export function reclassifyCommand(readConfig: ReadConfig): Command {
  return new Command('reclassify')
    .description('let a model classify everything that is stored')
    .argument('<model>', 'a name or a version of `pulso models list`')
    .addHelpText('after', EXAMPLES)
    .action((name: string) => runReclassification(name, readConfig()))
}

async function runReclassification(name: string, config: Config): Promise<void> {
  const interruption = listenForInterruption()
  const { withRegistry } = await import('./open-registry.ts')
  const { isUnavailable, unavailableMessage } = await import('../../storage/connection-failure.ts')
  try {
    await withRegistry(config, async open => {
      const version = await open.find(name)
      const job = await runToEnd(open, version, interruption)
      await open.registry.refresh()
      report(open, version, job, interruption)
    })
  } catch (error) {
    if (!isUnavailable(error)) throw error
    throw new UsageError(`${unavailableMessage(error)} The same command goes on where it was.`, FAILED)
  } finally {
    interruption.stopListening()
  }
}

/** Runs the version's open job, or a new one; where another process runs it, shows how far that is. */
async function runToEnd(
  { storage, registry, loaded }: OpenRegistry,
  version: ModelVersion,
  { signal }: Interruption,
): Promise<ReclassificationJob> {
  const { claimJob } = await import('../../reclassification/claim-job.ts')
  const { hasEnded } = await import('../../reclassification/reclassification-job.ts')
  const { runJob } = await import('../../reclassification/run-job.ts')
  const now = () => new Date()
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
  const jobs = createReclassifications({ storage, registry, now: () => new Date(), onStart: () => {} })
  const started = await jobs.start(id, `command ${uuidv7()}`)
  if (!started.ok) throw new UsageError(started.problem.message)
  return started.value.id
}

/** Begins with the first figures, because until then nobody knows how much there is. */
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
      console.log(`${version.version} has classified all ${processed} mentions, ${added} of them now.`)
      console.log(
        registry.inUse.shown.id === version.id
          ? 'Summaries show it.'
          : `Summaries show ${registry.inUse.shown.version}: pulso models promote ${version.name} changes that.`,
      )
      return
    case 'CANCELED':
      throw new UsageError(
        `The reclassification was canceled after ${processed} mentions; what it wrote stays.`,
        FAILED,
      )
    case 'FAILED':
      throw new UsageError(`The reclassification failed: ${job.failure}`, FAILED)
    default:
      throw new UsageError(
        `Stopped after ${processed} mentions; the same command goes on there, and so does a running server.`,
        interruption.exitCode() ?? undefined,
      )
  }
}
