import { Command } from 'commander'
import type { ReadConfig } from '../../config.ts'
import type { ImportJob } from '../../imports/jobs/import-job.ts'
import { shownCounts } from '../import-report.ts'
import { type OutputFormat, outputFormatOption } from '../output/output-format.ts'
import { shownList } from '../output/shown-records.ts'
import { positiveInteger } from '../whole-numbers.ts'

const EXAMPLES = `
Examples:
  $ pulso imports list
  $ pulso imports list --first 100 --format json

The list includes imports that a server has run. Use the id of an import to undo it: pulso imports undo <id>.`

const DEFAULT_COUNT = 20

export function listCommand(readConfig: ReadConfig): Command {
  return new Command('list')
    .description('list imports with their counts, newest first')
    .option('--first <count>', 'how many', positiveInteger, DEFAULT_COUNT)
    .addOption(outputFormatOption())
    .addHelpText('after', EXAMPLES)
    .action(async ({ first, format }: { first: number; format: OutputFormat }) => {
      const config = readConfig()
      // Loaded late, so that help responds immediately.
      const { openStorage } = await import('../../storage/open-storage.ts')
      const storage = await openStorage(config, message => console.error(message))
      try {
        const jobs = await storage.prisma.importJob.findMany({ orderBy: { id: 'desc' }, take: first })
        const records = jobs.map(summary)
        process.stdout.write(shownList({ format, records, columns: COLUMNS, text: () => shownJobs(jobs) }))
      } finally {
        await storage.close()
      }
    })
}

const summary = (job: ImportJob) => ({
  id: job.id,
  fileName: job.fileName,
  status: job.status,
  processedCount: job.processedCount,
  storedCount: job.storedCount,
  duplicateCount: job.duplicateCount,
  relabelledCount: job.relabelledCount,
  undatedCount: job.undatedCount,
  rejectedCount: job.rejectedCount,
  removedCount: job.removedCount,
  failure: job.failure,
  createdAt: job.createdAt.toISOString(),
  endedAt: job.endedAt?.toISOString() ?? null,
  undoneAt: job.undoneAt?.toISOString() ?? null,
})

const COLUMNS = [
  'id',
  'fileName',
  'status',
  'processedCount',
  'storedCount',
  'duplicateCount',
  'relabelledCount',
  'undatedCount',
  'rejectedCount',
  'removedCount',
  'failure',
  'createdAt',
  'endedAt',
  'undoneAt',
] satisfies (keyof ReturnType<typeof summary>)[]

function shownJobs(jobs: readonly ImportJob[]): string {
  if (jobs.length === 0) return 'No imports yet; see `pulso import --help`.'
  return jobs.map(shownJob).join('\n')
}

function shownJob(job: ImportJob): string {
  const failure = job.failure === null ? '' : `\n  ${job.failure}`
  return `${job.id}  ${job.createdAt.toISOString().slice(0, 16).replace('T', ' ')}  ${job.status.toLowerCase()}  ${job.fileName}
  ${shownCounts(job)}${failure}`
}
