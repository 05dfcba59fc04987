import { setTimeout as pause } from 'node:timers/promises'
import { Command } from 'commander'
import { v7 as uuidv7 } from 'uuid'
import type { Config, ReadConfig } from '../../config.ts'
import type { ImportJob } from '../../imports/jobs/import-job.ts'
import { UsageError } from '../../problem/problem.ts'
import { type Interruption, listenForInterruption } from '../../process/signals.ts'
import type { Storage } from '../../storage/storage.ts'

const EXAMPLES = `
Examples:
  $ pulso imports undo 019aa3f2-6c1e-7d55-9b1f-6a3c2a7f0e11

Removes what the import brought: classifications, labels, tweets and entities that were not there before. What a
call or another import has asked for since stays. Ctrl-C and crashes lose nothing: the command goes on where it
was, and so does a running server. Exit code 0: undone. 2: there is no such import, or it is under way. 130:
Ctrl-C. 1: the database was lost on the way.`

const STOPPED = 1
const BATCH_SIZE = 1000
const LEASE_MS = 10_000
const LOOK_EVERY_MS = 500

export function undoCommand(readConfig: ReadConfig): Command {
  return new Command('undo')
    .description('remove what an import brought and nobody else uses')
    .argument('<id>', 'as `pulso imports list` shows it')
    .addHelpText('after', EXAMPLES)
    .action((id: string) => runUndo(id, readConfig))
}

async function runUndo(id: string, readConfig: ReadConfig): Promise<void> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) {
    throw new UsageError(`${JSON.stringify(id)} is no id of an import; \`pulso imports list\` shows them.`)
  }
  const config = readConfig()
  const interruption = listenForInterruption()
  const { openStorage } = await import('../../storage/open-storage.ts')
  const { isUnavailable, unavailableMessage } = await import('../../storage/connection-failure.ts')
  try {
    const storage = await openStorage(config, message => console.error(message))
    try {
      const job = await undoToEnd(storage, config, id.toLowerCase(), interruption)
      report(job, interruption)
    } finally {
      await storage.close()
    }
  } catch (error) {
    if (!isUnavailable(error)) throw error
    throw new UsageError(`${unavailableMessage(error)} The same command goes on where it was.`, STOPPED)
  } finally {
    interruption.stopListening()
  }
}

/** Where another process removes already, waits for that. */
async function undoToEnd(storage: Storage, config: Config, id: string, { signal }: Interruption): Promise<ImportJob> {
  const { createImports } = await import('../../imports/service.ts')
  const { claimImport, endAbandoned, IMPORT_LEASES } = await import('../../imports/jobs/claim-import.ts')
  const { undoImport } = await import('../../imports/jobs/undo-import.ts')
  const { openUploads } = await import('../../imports/uploads/uploads.ts')
  const { uploadsDirectory } = await import('../../imports/uploads/uploads-directory.ts')
  const { openAnnouncer } = await import('../../live/live-feed.ts')
  const { prisma, pool } = storage
  const announcer = openAnnouncer(storage)
  const announce = (importId: string) => announcer.changed([importId])
  const now = () => new Date()
  const uploads = openUploads({ directory: uploadsDirectory(config, storage), maxBytes: config.maxUploadBytes })
  try {
    // An import of the command line that was killed is still called running; of uploads a server knows more.
    await endAbandoned(pool, await uploads.ids(), new Date(0), now())
    const started = await createImports({ storage, uploads, now, announce, onStart: () => {} }).undo(id)
    if (!started.ok) throw new UsageError(started.problem.message)
    const runner = { id: uuidv7(), leaseMs: LEASE_MS }
    for (;;) {
      const job = await prisma.importJob.findUniqueOrThrow({ where: { id } })
      if (job.status !== 'UNDOING' || signal.aborted) return job
      const claimed = await claimImport(pool, runner, [], id)
      if (claimed === null) await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => {})
      else {
        await undoImport({ pool, runner, batchSize: BATCH_SIZE, dutyCycle: 1, now, announce, signal }, id)
        await IMPORT_LEASES.release(pool, id, runner)
      }
    }
  } finally {
    await announcer.close()
  }
}

function report(job: ImportJob, interruption: Interruption): void {
  const removed = `${job.removedCount.toLocaleString('en')} ${job.removedCount === 1 ? 'mention' : 'mentions'}`
  if (job.status === 'UNDONE') {
    console.log(`The import of ${job.fileName} is undone; ${removed} removed.`)
    return
  }
  throw new UsageError(
    `Stopped after ${removed}; the same command goes on there, and so does a running server.`,
    interruption.exitCode() ?? STOPPED,
  )
}
