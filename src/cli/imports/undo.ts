import { setTimeout as pause } from 'node:timers/promises'
import { Command } from 'commander'
import { v7 as uuidv7 } from 'uuid'
import type { Config, ReadConfig } from '../../config.ts'
import type { UndoCounts } from '../../imports/jobs/count-undo.ts'
import type { ImportJob } from '../../imports/jobs/import-job.ts'
import { UsageError } from '../../problem/problem.ts'
import { type Interruption, listenForInterruption } from '../../process/signals.ts'
import type { Storage } from '../../storage/storage.ts'
import { explainLostDatabase } from '../lost-database.ts'
import { type OutputFormat, outputFormatOption } from '../output/output-format.ts'
import { shownReport } from '../output/shown-records.ts'
import { recorded } from '../recorded.ts'

const EXAMPLES = `
Examples:
  $ pulso imports undo 019aa3f2-6c1e-7d55-9b1f-6a3c2a7f0e11
  $ pulso imports undo 019aa3f2-6c1e-7d55-9b1f-6a3c2a7f0e11 --yes

Without --yes, counts the data that it would remove and changes nothing. Undoing cannot be reversed. Removes the classifications, labels, tweets and entities that only this import added. Data that a request or
another import has used since then is kept. If the command is interrupted, run it again to resume; a running
server resumes it too.

Exit codes:
  0    the import is undone
  1    lost the database connection
  2    unknown import, or the import is still running
  130  interrupted by Ctrl-C`

interface UndoFlags {
  readonly yes?: boolean
  readonly format: OutputFormat
}

const STOPPED = 1
const BATCH_SIZE = 1000
const LEASE_MS = 10_000
const LOOK_EVERY_MS = 500

export function undoCommand(readConfig: ReadConfig): Command {
  return new Command('undo')
    .description('undo an import: remove everything that only this import added; a dry run without --yes')
    .argument('<id>', 'id of the import, from `pulso imports list` or from the API')
    .option('--yes', 'do it')
    .addOption(outputFormatOption())
    .addHelpText('after', EXAMPLES)
    .action((id: string, flags: UndoFlags) => runUndo(id, flags, readConfig))
}

/** Takes the id that the command line shows, and the global id of the API. */
function importIdIn(written: string): string | null {
  const global = /^ImportJob:(.*)$/.exec(Buffer.from(written, 'base64').toString('utf8'))?.[1]
  const id = (global ?? written).toLowerCase()
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? id : null
}

async function runUndo(written: string, { yes = false, format }: UndoFlags, readConfig: ReadConfig): Promise<void> {
  const id = importIdIn(written)
  if (id === null) {
    throw new UsageError(`${JSON.stringify(written)} is not an import id; \`pulso imports list\` lists them.`)
  }
  const config = readConfig()
  const interruption = listenForInterruption()
  const { openStorage } = await import('../../storage/open-storage.ts')
  try {
    const storage = await openStorage(config, message => console.error(message))
    try {
      await undoToEnd(storage, config, { id, isConfirmed: yes, format }, interruption)
    } finally {
      await storage.close()
    }
  } catch (error) {
    throw await explainLostDatabase(error, { exitCode: STOPPED, advice: 'Run the same command again to resume.' })
  } finally {
    interruption.stopListening()
  }
}

interface Wanted {
  readonly id: string
  readonly isConfirmed: boolean
  readonly format: OutputFormat
}

/** If another process is already undoing the import, waits for it. Without a confirmation, only counts. */
async function undoToEnd(
  storage: Storage,
  config: Config,
  { id, isConfirmed, format }: Wanted,
  interruption: Interruption,
): Promise<void> {
  const { signal } = interruption
  const { createImports } = await import('../../imports/service.ts')
  const { claimImport, endAbandoned, IMPORT_LEASES } = await import('../../imports/jobs/claim-import.ts')
  const { undoImport } = await import('../../imports/jobs/undo-import.ts')
  const { openUploads } = await import('../../imports/uploads/uploads.ts')
  const { uploadsDirectory } = await import('../../imports/uploads/uploads-directory.ts')
  const { openAnnouncer } = await import('../../live/live-feed.ts')
  const { prisma, pool, now } = storage
  const announcer = openAnnouncer(storage)
  const announce = (importId: string) => announcer.changed([importId])
  const uploads = openUploads({ directory: uploadsDirectory(config, storage), maxBytes: config.maxUploadBytes })
  try {
    // A killed command leaves its import marked as running. Uploads are left to the server, which knows more about
    // them.
    await endAbandoned(pool, await uploads.ids(), new Date(0), now())
    const imports = createImports({ storage, uploads, now, announce, onStart: () => {} })
    if (!isConfirmed) {
      const counted = await imports.countUndo(id)
      if (!counted.ok) throw new UsageError(counted.problem.message)
      reportDryRun(counted.value.job, counted.value.counts, format)
      return
    }
    const started = await recorded(storage, 'imports undo', { importId: id }, () => imports.undo(id))
    if (!started.ok) throw new UsageError(started.problem.message)
    const runner = { id: uuidv7(), leaseMs: LEASE_MS }
    for (;;) {
      const job = await prisma.importJob.findUniqueOrThrow({ where: { id } })
      if (job.status !== 'UNDOING' || signal.aborted) {
        report(job, interruption, format)
        return
      }
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

function reportDryRun({ id, fileName }: ImportJob, counts: UndoCounts, format: OutputFormat): void {
  const { mentionCount, tweetCount, entityCount } = counts
  const removed = `${counted(tweetCount, 'tweet', 'tweets')} and ${counted(mentionCount, 'mention', 'mentions')}, about ${counted(entityCount, 'entity', 'entities')}`
  const record = { id, fileName, isDryRun: true, tweetCount, mentionCount, entityCount }
  const text = () => `Would undo the import of ${fileName}: remove ${removed}.\n${DRY_RUN}`
  process.stdout.write(shownReport(format, record, text))
}

const DRY_RUN = 'Dry run: nothing was changed. This cannot be reversed. Add --yes to undo the import.'

const counted = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`

function report(job: ImportJob, interruption: Interruption, format: OutputFormat): void {
  const removed = counted(job.removedCount, 'mention', 'mentions')
  if (job.status === 'UNDONE') {
    const record = { id: job.id, fileName: job.fileName, isDryRun: false, mentionCount: job.removedCount }
    process.stdout.write(shownReport(format, record, () => `Undid the import of ${job.fileName}: ${removed} removed.`))
    return
  }
  throw new UsageError(
    `Stopped after removing ${removed}; run the same command again to resume. A running server resumes it too.`,
    interruption.exitCode() ?? STOPPED,
  )
}
