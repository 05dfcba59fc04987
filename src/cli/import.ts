import { basename } from 'node:path'
import { addAbortSignal } from 'node:stream'
import { Command, Option } from 'commander'
import { checkMention } from '../classification/check-request.ts'
import type { Config, ReadConfig } from '../config.ts'
import { readKnownNames } from '../entities/known-names.ts'
import { importFile } from '../imports/import-file.ts'
import { indexEntities } from '../ml/language/tweet-words/find-entities.ts'
import { UsageError } from '../problem/problem.ts'
import { type Interruption, listenForInterruption } from '../process/signals.ts'
import { type InspectedTable, openTable, type TableOptions } from '../tables/open-table.ts'
import { openRejectsFile, type RejectsFile } from '../tables/rejects-file.ts'
import { importProgress } from './import-progress.ts'
import { type ImportReports, importReports } from './import-report.ts'
import { type OutputFormat, outputFormatOption } from './output/output-format.ts'
import { refuseSameFile } from './output-paths.ts'
import { printNotices } from './table-notices.ts'
import { addTableOptions, FILE_HELP, type TableFlags, tableOptions } from './table-options.ts'

interface ImportFlags extends TableFlags {
  readonly rejects?: string
  readonly format: OutputFormat
  readonly matchEntities?: boolean
  readonly labelsCover?: keyof typeof LABELS_COVER
}

/** The rows that have labels, as the command line names them. */
const LABELS_COVER = { all: 'ALL_ROWS', sample: 'RANDOM_SAMPLE', chosen: 'CHOSEN' } as const

const STOPPED = 1

const EXAMPLES = `
Examples:
  $ pulso import tweets.csv
  $ pulso import sanders_feed.csv.gz --timezone America/New_York
  $ pulso import twitter_training.csv.gz --columns id,entity,sentiment,text
  $ pulso import report.csv --skip-lines 6 --map text="Tweet Text",posted_at=Date --time-format day-first
  $ pulso import sentiment140.csv --columns sentiment,id,posted_at,-,author,text --labels 0=Negative,4=Positive
  $ pulso import week-1.csv week-2.csv
  $ pulso import mentions.ndjson --entity Xbox --rejects bad-rows.csv
  $ pulso import feed.csv --match-entities
  $ zcat tweets.csv.gz | pulso import - --format json

Imports are idempotent and resumable: after Ctrl-C or a crash, run the same command again. Rejected rows are
written to a file with their line and the reason; fix the rows there and import that file. The last line on
standard output shows the counts: read = stored + duplicates + rejected, and + relabelled if rows that were stored
before got a label. With --format json, several files make one array. To list or undo imports, run pulso imports.

Exit codes:
  0    the file was read to the end, possibly with rejected rows
  1    every row was rejected, the database connection was lost, or the import was canceled
  2    invalid command or file; nothing was stored
  130  interrupted by Ctrl-C`

export function importCommand(readConfig: ReadConfig): Command {
  const command = new Command('import')
    .description('classify and store the tweets of a file')
    .argument('<files...>', 'files of tweets, see below; - reads standard input')
    .option('--entity <name>', 'the entity of rows that name none')
    .option('--match-entities', 'also classify each row for every known entity that its text mentions')
    .addOption(
      new Option(
        '--labels-cover <rows>',
        'how labelled rows were chosen; estimates use labels of all rows or a sample',
      ).choices(Object.keys(LABELS_COVER)),
    )
    .option('--rejects <file>', 'file for rejected rows (default: <file>.rejects.csv in the current directory)')
    .addOption(outputFormatOption('output format of the counts'))
  return addTableOptions(command)
    .addHelpText('after', EXAMPLES)
    .addHelpText('after', FILE_HELP)
    .action((files: readonly string[], flags: ImportFlags) => runImports(files, flags, readConfig()))
}

/** Imports one file after the other, until one cannot be read or is interrupted. */
async function runImports(files: readonly string[], flags: ImportFlags, config: Config): Promise<void> {
  if (files.length > 1 && flags.rejects !== undefined) {
    throw new UsageError('--rejects names the file of one import; import the files one by one, or omit it.')
  }
  let worst = 0
  const reports = importReports(flags.format, files.length > 1)
  try {
    for (const file of files) {
      await runImport(file, flags, config, reports)
      const code = Number(process.exitCode ?? 0)
      worst = Math.max(worst, code)
      if (code > STOPPED) break
    }
  } finally {
    reports.end()
  }
  process.exitCode = worst
}

async function runImport(file: string, flags: ImportFlags, config: Config, reports: ImportReports): Promise<void> {
  const options = tableOptions(flags)
  if (flags.entity !== undefined) checkEntity(flags.entity)
  const rejectsPath = flags.rejects ?? `${file === '-' ? 'stdin' : basename(file)}.rejects.csv`
  await refuseSameFile('--rejects', rejectsPath, file)
  const interruption = listenForInterruption()
  try {
    const stdin = file === '-' ? addAbortSignal(interruption.signal, process.stdin) : process.stdin
    const table = await openTable(file, stdin, options)
    try {
      const printRest = printNotices(table)
      const rejects = await openRejectsFile(rejectsPath, table.names)
      await storeTable({ table, rejects, interruption, config, options, flags, printRest, reports })
    } finally {
      await table.close()
    }
  } catch (error) {
    if (!interruption.signal.aborted || (error as Error).name !== 'AbortError') throw error
    throw new UsageError('Interrupted before any row was stored.', interruption.exitCode() ?? undefined)
  } finally {
    interruption.stopListening()
  }
}

interface Storing {
  readonly table: InspectedTable
  readonly rejects: RejectsFile
  readonly interruption: Interruption
  readonly config: Config
  readonly options: TableOptions
  readonly flags: ImportFlags
  /** Prints what was remarkable about the rows. */
  readonly printRest: () => void
  readonly reports: ImportReports
}

async function storeTable(storing: Storing): Promise<void> {
  const { table, rejects, interruption, config, options, flags, printRest, reports } = storing
  const startedAt = performance.now()
  // Loaded late, so that an unusable file is reported immediately.
  const { openService } = await import('./open-service.ts')
  const { startCommandImport } = await import('../imports/jobs/command-import.ts')
  const { refreshStatistics } = await import('../storage/refresh-statistics.ts')
  const { storage, service, announcer, modelVersion, close } = await openService(config)
  const progress = importProgress(table.sizeBytes)
  const store = async () => {
    const matchEntities = flags.matchEntities === true
    const labelCoverage = flags.labelsCover === undefined ? null : LABELS_COVER[flags.labelsCover]
    const job = await startCommandImport(storage, {
      table,
      options,
      matchEntities,
      labelCoverage,
      now: storage.now,
      announce: id => announcer.changed([id]),
    })
    try {
      const outcome = await importFile({
        table,
        service,
        rejects: {
          add: async (row, problem) => {
            await rejects.add(row, problem)
            await job.add(row, problem)
          },
        },
        signal: AbortSignal.any([interruption.signal, job.canceled]),
        importId: job.id,
        labelCoverage,
        findEntities: matchEntities ? indexEntities(await readKnownNames(storage.pool)) : null,
        onProgress: async (counts, takenBytes) => {
          progress.update(counts, takenBytes)
          await job.save(counts, takenBytes)
        },
      })
      await job.end(outcome)
      const seconds = (performance.now() - startedAt) / 1000
      // Otherwise a server that starts next would plan without statistics for a minute.
      await refreshStatistics(storage.pool, outcome.counts.stored)
      return { outcome, importId: job.id, isCanceled: job.canceled.aborted, seconds }
    } finally {
      job.release()
    }
  }
  const { outcome, importId, isCanceled, seconds } = await store().finally(() => {
    progress.stop()
    return close()
  })
  printRest()
  const rejectsFile = (await rejects.close()) ? rejects.path : null
  reports.add({ table, outcome, importId, isCanceled, rejectsFile, modelVersion, seconds })
  const { read, rejected } = outcome.counts
  const hasFailed = outcome.end === 'unavailable' || isCanceled || (read > 0 && rejected === read)
  process.exitCode = outcome.end === 'unavailable' ? STOPPED : (interruption.exitCode() ?? (hasFailed ? STOPPED : 0))
}

/** Checked once up front: every row would fail for the same reason. */
function checkEntity(entity: string): void {
  const mention = checkMention({ text: 'any', entity })
  if (!mention.ok) throw new UsageError(`--entity ${JSON.stringify(entity)}: ${mention.problem.message}`)
}
