import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Command, InvalidArgumentError, Option } from 'commander'
import type { Config, ReadConfig } from '../config.ts'
import { audit } from '../ml/audit/audit.ts'
import { type AuditedFile, readAuditedFile } from '../ml/audit/audited-file.ts'
import {
  AUDITED_SPLITS,
  type AuditedParts,
  type AuditedSplit,
  divideByColumn,
  divideByFile,
  divideByName,
} from '../ml/audit/divide-rows.ts'
import type { Leak } from '../ml/audit/find-leaks.ts'
import { leakRecord } from '../ml/audit/leak-record.ts'
import { reportText } from '../ml/audit/report-text.ts'
import { findModel } from '../models/find-model.ts'
import { UsageError } from '../problem/problem.ts'
import { optionField } from '../tables/columns.ts'
import { openTable, type TableOptions } from '../tables/open-table.ts'
import { VERSION } from '../version.ts'
import { openAuditedModel } from './audited-model.ts'
import { shownOptions, shownTableOptions } from './evaluation-flags.ts'
import { type OutputFormat, outputFormatOption } from './output/output-format.ts'
import { recordWriter } from './output/record-writer.ts'
import { shownReport } from './output/shown-records.ts'
import { writeOutput } from './output/standard-output.ts'
import { checkOutputFile } from './output-paths.ts'
import { startProgress } from './progress.ts'
import { printNotices } from './table-notices.ts'
import { addTableOptions, FILE_HELP, type TableFlags, tableOptions } from './table-options.ts'
import { positiveInteger, seedNumber } from './whole-numbers.ts'

interface AuditFlags extends TableFlags {
  readonly split?: AuditedSplit
  readonly splitColumn?: string
  readonly testValues?: readonly string[]
  readonly nearDuplicate: number
  readonly paraphrase: number
  readonly seed: number
  readonly model?: string
  readonly check?: number
  readonly format: OutputFormat
  readonly out?: string
}

const EXAMPLES = `
Examples:
  $ pulso audit labelled.csv
  $ pulso audit twitter_training.csv --columns id,entity,sentiment,text --split random
  $ pulso audit messages.csv --split-column part --test-values 2016dev,2016test
  $ pulso audit topics.csv --columns id,entity,score,text,part --split-column part --test-values 2016test
  $ pulso audit train.csv test.csv
  $ pulso audit labelled.csv --split grouped --model pulso
  $ pulso audit labelled.csv --format ndjson > leaks.ndjson

Finds test rows that training gives away: rows with the same id, the same text, a near duplicate or a paraphrase.
It also measures simple predictors on all test rows, on the rows that leak, and on the others. The nearest-neighbour
look-up copies the label of the most similar training row. Naive Bayes learns words and word pairs. Duplicates whose
labels contradict each other are counted. With --format ndjson or csv, the command prints one line per row that
leaks, with its nearest training row. Nothing is stored, and no database is needed.

Splits of one file:
  rows     a random fifth of the rows is the test part (default); --seed chooses it
  grouped  by id, as in pulso evaluate: a fifth of the tweets is the test part, a tenth is in neither part
  random   the rows that the original service held out, as in pulso evaluate

Two files are the training part and the test part. A column such as part divides one file by its values.

Texts are compared without case, punctuation, white space and addresses, as sets of four-character shingles. Their
similarity is the Jaccard index, from 0 to 1. A paraphrase in other words has a low similarity and is found only by
its id.`

export function auditCommand(readConfig: ReadConfig): Command {
  const command = new Command('audit')
    .description('find leaks between training and test tweets')
    .argument('<files...>', 'a file of labelled tweets, or a training file and a test file; - reads standard input')
    .addOption(new Option('--split <name>', 'how to divide one file (default: "rows")').choices(AUDITED_SPLITS))
    .option('--split-column <name>', 'the column that names the part of each row')
    .option(
      '--test-values <values>',
      'comma-separated values of --split-column that mark the test part (default: test)',
      (text: string) => text.split(',').map(value => value.trim()),
    )
    .option('--near-duplicate <similarity>', 'similarity of near duplicates, 0.2 to 1', similarity, 0.7)
    .option('--paraphrase <similarity>', 'similarity of paraphrases, 0.2 to 1', similarity, 0.4)
    .option('--seed <number>', 'random seed of MinHash and of the split rows, 0 to 4294967295', seedNumber, 42)
    .option('--model <name>', 'also measure a model of `pulso models list`')
    .option('--check <rows>', 'also compare this many test rows exactly, and report recall', positiveInteger)
    .addOption(outputFormatOption('output format; ndjson and csv list the rows that leak'))
    .option('--out <file>', 'write the output to a file instead of standard output')
  return addTableOptions(command)
    .addHelpText('after', EXAMPLES)
    .addHelpText('after', FILE_HELP)
    .action((files: string[], flags: AuditFlags) => runAudit(files, flags, readConfig))
}

function similarity(text: string): number {
  const value = Number(text)
  if (text.trim() !== '' && value >= 0.2 && value <= 1) return value
  throw new InvalidArgumentError('Expected a number from 0.2 to 1.')
}

async function runAudit(paths: readonly string[], flags: AuditFlags, readConfig: ReadConfig): Promise<void> {
  refuseContradictions(paths, flags)
  const config = readConfig()
  // Checked first, so that a long audit does not end with an error.
  for (const path of paths) if (flags.out !== undefined) await checkOutputFile('--out', flags.out, path)
  if (flags.model !== undefined) await findModel(config.modelDirectories, flags.model)
  const files = await readFiles(paths, flags)
  const parts = divide(files, flags)
  const { report, leaks } = await auditWithProgress(files, parts, flags, config, commandLine(paths, flags))
  if (flags.format === 'ndjson' || flags.format === 'csv') return await writeLeaks(leaks, flags.format, flags.out)
  const shown = shownReport(flags.format, report, () => reportText(report))
  if (flags.out === undefined) process.stdout.write(shown)
  else await writeFile(flags.out, shown)
}

/** Refuses options that would be ignored. Throws a `UsageError`. */
function refuseContradictions(paths: readonly string[], flags: AuditFlags): void {
  if (paths.length > 2) {
    throw new UsageError(`${paths.length} files are named; name one file, or a training file and a test file.`)
  }
  if (paths.length === 2 && paths[0] === '-' && paths[1] === '-') {
    throw new UsageError('Only one of the two files can be standard input.')
  }
  const divided = (['split', 'splitColumn'] as const).filter(name => flags[name] !== undefined)
  if (paths.length === 2 && divided.length > 0) {
    throw new UsageError('--split and --split-column divide one file; two files are divided already.')
  }
  if (divided.length === 2) throw new UsageError('Use either --split or --split-column.')
  if (flags.testValues !== undefined && flags.splitColumn === undefined) {
    throw new UsageError('--test-values belongs to a column: add --split-column.')
  }
  if (flags.paraphrase > flags.nearDuplicate) {
    throw new UsageError(
      `--paraphrase ${flags.paraphrase} is above --near-duplicate ${flags.nearDuplicate}; a near duplicate is the more similar one.`,
    )
  }
}

/** Reads the files one after the other and prints their notices. Throws a `UsageError`. */
async function readFiles(paths: readonly string[], flags: AuditFlags): Promise<readonly AuditedFile[]> {
  const files: AuditedFile[] = []
  for (const path of paths) {
    const { options, splitColumn } = columnOptions(flags)
    const table = await openTable(path, process.stdin, options)
    try {
      // An audit reads few columns, so the others are no news. A file without a label is refused.
      const printRest = printNotices({ ...table, ignoredColumns: () => [] })
      const file = await readAuditedFile(table, splitColumn)
      printRest()
      // Without this machine's directories, so that the report can be cited.
      files.push({ ...file, name: basename(file.name) })
    } finally {
      await table.close()
    }
  }
  return files
}

/**
 * `--columns` names the columns of a tweet; here it may name the split column as well. A column that is skipped gets a
 * name from its position.
 */
function columnOptions({ splitColumn, ...flags }: AuditFlags): {
  readonly options: TableOptions
  readonly splitColumn: string | null
} {
  const columns = flags.columns?.split(',').map(name => name.trim()) ?? []
  const at = columns.findIndex(name => name === splitColumn && optionField(name) === null)
  if (at === -1) return { options: tableOptions(flags), splitColumn: splitColumn ?? null }
  return {
    options: tableOptions({ ...flags, columns: columns.with(at, '-').join(',') }),
    splitColumn: `column_${at + 1}`,
  }
}

function divide([file, test]: readonly AuditedFile[], flags: AuditFlags): AuditedParts {
  if (file === undefined) throw new UsageError('Name a file of labelled tweets.')
  if (test !== undefined) return divideByFile(file, test)
  if (flags.splitColumn !== undefined) return divideByColumn(file, flags.splitColumn, flags.testValues ?? null)
  return divideByName(flags.split ?? 'rows', file, flags.seed)
}

/** Parts of a percent, so that a bar moves smoothly. */
const STEPS = 1000

async function auditWithProgress(
  files: readonly AuditedFile[],
  parts: AuditedParts,
  flags: AuditFlags,
  config: Config,
  command: string,
) {
  const model = flags.model === undefined ? null : await openAuditedModel(flags.model, config)
  let work = ''
  const progress = startProgress({ label: 'audit', total: STEPS, unit: 'steps', describe: () => work })
  try {
    return await audit(files, parts, {
      ...flags,
      model: model?.audited ?? null,
      checkedRowCount: flags.check ?? 0,
      heading: { pulsoVersion: VERSION, command },
      now: new Date(),
      onProgress: (share, kind) => {
        work = kind
        progress.update(Math.floor(share * STEPS))
      },
    })
  } finally {
    progress.stop()
    await model?.close()
  }
}

const LEAK_COLUMNS = [
  'line',
  'externalId',
  'entity',
  'label',
  'text',
  'kinds',
  'similarity',
  'nearest.line',
  'nearest.externalId',
  'nearest.entity',
  'nearest.label',
  'nearest.text',
]

async function writeLeaks(leaks: readonly Leak[], format: 'ndjson' | 'csv', out: string | undefined): Promise<void> {
  const { next, end } = recordWriter<ReturnType<typeof leakRecord>>(format, { columns: LEAK_COLUMNS, text: String })
  function* pieces() {
    for (const leak of leaks) yield next([leakRecord(leak)])
    yield end()
  }
  if (out !== undefined) return await pipeline(Readable.from(pieces()), createWriteStream(out))
  for (const piece of pieces()) await writeOutput(piece)
}

function commandLine(paths: readonly string[], flags: AuditFlags): string {
  const { split, splitColumn, testValues, nearDuplicate, paraphrase, seed } = flags
  const files = paths.map(path => ` ${basename(path)}`).join('')
  const given = shownOptions({
    split,
    'split-column': splitColumn,
    'test-values': testValues?.join(','),
    'near-duplicate': nearDuplicate,
    paraphrase,
    seed,
    model: flags.model,
    check: flags.check,
  })
  return `pulso audit${files}${shownTableOptions(flags)}${given}`
}
