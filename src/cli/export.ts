import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { Command, Option } from 'commander'
import type { Config, ReadConfig } from '../config.ts'
import { EXPORT_FORMATS, type ExportFormat, FORMULA_MODES, type FormulaMode } from '../exports/export-format.ts'
import { type ExportParameters, readExportParameters } from '../exports/export-parameters.ts'
import type { ClassificationExport } from '../exports/resolve-export.ts'
import type { Exports } from '../exports/service.ts'
import { type Problem, UsageError } from '../problem/problem.ts'
import { type Interruption, listenForInterruption } from '../process/signals.ts'
import { explainFileError } from '../tables/file-error.ts'
import { type OutputFile, resolveOutputFile } from '../tables/output-file.ts'
import { exportFileFormat } from './export-file-format.ts'
import { explainLostDatabase } from './lost-database.ts'
import { type Progress, startProgress } from './progress.ts'

interface ExportFlags {
  readonly entity?: string
  readonly from?: string
  readonly to?: string
  readonly label?: string
  readonly author?: string
  readonly language?: string
  readonly text?: string
  readonly uncertain?: boolean
  readonly dated?: boolean
  readonly model?: string
  readonly format?: ExportFormat
  readonly out?: string
  readonly limit?: string
  readonly formulas?: FormulaMode
}

const DATABASE_GONE = 1

const EXAMPLES = `
Examples:
  $ pulso export --entity Xbox --out xbox.csv
  $ pulso export --entity Xbox --label negative --from 2026-11-01T00:00:00Z --out november.ndjson
  $ pulso export --uncertain --format ndjson | jq -r .text
  $ pulso export --model pulso --out everything.csv.gz
  $ pulso export --entity Xbox --from 2026-11-01 --out november.xlsx

Writes one line per classification with its tweet, entity by entity, in the order in which the tweets were stored.
Without --entity, the export covers all entities and tweets without an entity. --from is inclusive, --to is
exclusive. Both are a day in UTC, or ISO 8601 with an offset. The name after --out gives the format: .csv, .ndjson
or .jsonl, .json, .xlsx or .parquet. A name that ends in .gz is gzipped. The file appears only when it is complete.

In CSV files, an apostrophe protects cells that a spreadsheet would run. pulso import removes it. --formulas keep
writes every cell as it is. In XLSX files, ids and texts are typed as text, and times are in UTC. A sheet has at
most 1,048,576 rows. Further rows are in further sheets.

Exit codes:
  0    the export is complete
  1    lost the database connection
  2    invalid command or file
  130  interrupted by Ctrl-C`

export function exportCommand(readConfig: ReadConfig): Command {
  return new Command('export')
    .description('export stored classifications and their tweets to a file')
    .option('--entity <name>', 'only classifications about this entity; any spelling or alias')
    .option('--from <time>', 'only tweets posted at this time, or on this day, or later')
    .option('--to <time>', 'only tweets posted before this time or day')
    .option('--label <label>', 'only this label: positive, neutral, negative or irrelevant')
    .option('--author <name>', 'only tweets of this author; exact match')
    .option('--language <code>', 'only tweets in this language, such as es')
    .option('--text <words>', 'only tweets that contain these words; covers tweets that a server has indexed')
    .option('--uncertain', 'only uncertain classifications')
    .option('--no-uncertain', 'only certain classifications')
    .option('--dated', 'only tweets with a time of their own')
    .option('--no-dated', 'only tweets without a time of their own, which count at the time they were stored')
    .option('--model <model>', 'only classifications of this model (default: the summary model)')
    .addOption(
      new Option('--format <format>', 'output format (default: csv, or by the name of --out)').choices(EXPORT_FORMATS),
    )
    .option('--limit <count>', 'the most classifications to write (default: all)')
    .addOption(new Option('--formulas <mode>', 'formulas in CSV cells (default: guard)').choices(FORMULA_MODES))
    .option('--out <file>', 'output file (default: standard output)')
    .addHelpText('after', EXAMPLES)
    .action((flags: ExportFlags) => runExport(flags, readConfig()))
}

async function runExport(flags: ExportFlags, config: Config): Promise<void> {
  const parameters = parametersOf(flags)
  const asked = readExportParameters(parameters)
  if (!asked.ok) throw wrongCall(asked.problem)
  const fileFormat = exportFileFormat(flags.format ?? null, flags.out ?? null, EXPORT_FORMATS)
  const output = flags.out === undefined ? null : await resolveOutputFile(flags.out, 'export', '--out')
  const interruption = listenForInterruption()
  // Loaded late, so that usage errors are reported immediately.
  const { withRegistry } = await import('./models/open-registry.ts')
  const { createExports } = await import('../exports/service.ts')
  try {
    await withRegistry(config, async ({ storage, registry, find }) => {
      const version = flags.model === undefined ? null : (await find(flags.model)).version
      const exports = createExports({ pool: storage.bulkPool, database: storage.prisma, models: registry })
      const question = await exports.resolve({ ...asked.value, version })
      if (!question.ok) throw wrongCall(question.problem)
      await write({ exports, question: question.value, fileFormat, flags, output, interruption })
    })
  } catch (error) {
    if (interruption.signal.aborted && (error as Error).name === 'AbortError') {
      const left = output === null ? 'The output is incomplete.' : `${flags.out} was not written.`
      throw new UsageError(`Interrupted. ${left}`, interruption.exitCode() ?? undefined)
    }
    throw await explainLostDatabase(error, { exitCode: DATABASE_GONE })
  } finally {
    interruption.stopListening()
  }
}

const parametersOf = ({ uncertain, dated, ...flags }: ExportFlags): ExportParameters => ({
  ...(flags.entity === undefined ? {} : { entity: flags.entity }),
  ...(flags.from === undefined ? {} : { from: flags.from }),
  ...(flags.to === undefined ? {} : { to: flags.to }),
  ...(flags.label === undefined ? {} : { label: flags.label }),
  ...(flags.author === undefined ? {} : { author: flags.author }),
  ...(flags.language === undefined ? {} : { language: flags.language }),
  ...(flags.text === undefined ? {} : { text: flags.text }),
  ...(flags.limit === undefined ? {} : { limit: flags.limit }),
  ...(uncertain === undefined ? {} : { isUncertain: String(uncertain) }),
  ...(dated === undefined ? {} : { dated: String(dated) }),
})

/** Messages begin with the name of the parameter, which is also the option's name. */
const wrongCall = ({ message, field }: Problem) => new UsageError(field === null ? message : `--${message}`)

interface Writing {
  readonly exports: Exports
  readonly question: ClassificationExport
  readonly fileFormat: ReturnType<typeof exportFileFormat<ExportFormat>>
  readonly flags: ExportFlags
  /** Null for standard output. */
  readonly output: OutputFile | null
  readonly interruption: Interruption
}

async function write({
  exports,
  question,
  fileFormat,
  flags,
  output,
  interruption: { signal },
}: Writing): Promise<void> {
  const { format, isGzipped } = fileFormat
  const bar = output !== null && process.stderr.isTTY ? await progressBar(exports, question) : null
  let written = 0
  const pieces = exports.write({
    selection: question,
    format,
    ...(flags.formulas === undefined ? {} : { formulas: flags.formulas }),
    onProgress: progress => {
      written = progress.writtenCount
      bar?.update(progress.examinedCount, `${written.toLocaleString('en')} written`)
    },
  })
  const text = Readable.from(pieces, { objectMode: false })
  try {
    if (output === null) return await pipeline(text, process.stdout, { end: false, signal })
    await writeFile(text, output, isGzipped, signal)
  } finally {
    bar?.stop()
  }
  console.log(`${written.toLocaleString('en')} classifications exported to ${flags.out}`)
}

async function progressBar(exports: Exports, question: ClassificationExport): Promise<Progress> {
  const total = Math.max(1, await exports.countExamined(question))
  return startProgress({ label: 'export', total, unit: 'classifications' })
}

/** Writes under another name until the file is complete. */
async function writeFile(text: Readable, output: OutputFile, isGzipped: boolean, signal: AbortSignal): Promise<void> {
  const { writePath, finalPath } = output
  const file = createWriteStream(writePath)
  try {
    await (isGzipped ? pipeline(text, createGzip(), file, { signal }) : pipeline(text, file, { signal }))
    if (finalPath !== writePath) await rename(writePath, finalPath)
  } catch (error) {
    if (finalPath !== writePath) await rm(writePath, { force: true })
    throw explainFileError(error, finalPath)
  }
}
