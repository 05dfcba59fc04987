import { Command } from 'commander'
import { checkMention } from '../classification/check-request.ts'
import type { Config, ReadConfig } from '../config.ts'
import type { Classifier } from '../ml/network/classifier.ts'
import { createClassifier } from '../ml/network/create-classifier.ts'
import { DEFAULT_MODEL } from '../models/default-model.ts'
import { findModel } from '../models/find-model.ts'
import { UsageError } from '../problem/problem.ts'
import { openLiveTable, openTable } from '../tables/open-table.ts'
import { classifyRows, ROW_COLUMNS, shownRow } from './classify-rows.ts'
import { inferenceThreads } from './inference-threads.ts'
import { type OutputFormat, outputFormatOption } from './output/output-format.ts'
import { recordWriter } from './output/record-writer.ts'
import { shownReport } from './output/shown-records.ts'
import { writeOutput } from './output/standard-output.ts'
import { shownScores } from './shown-scores.ts'
import { printNotices } from './table-notices.ts'
import { addTableOptions, FILE_HELP, type TableFlags, tableOptions } from './table-options.ts'

interface ClassifyFlags extends TableFlags {
  readonly input?: string
  readonly model: string
  readonly format?: OutputFormat
}

/** Room for all portions in flight; this classifier has no other user. */
const MAX_QUEUED_MENTIONS = 1_000_000

const EXAMPLES = `
Examples:
  $ pulso classify "The new Xbox update is a disaster" --entity Xbox
  $ pulso classify "I love it" --format json
  $ pulso classify --input tweets.csv --format ndjson > answers.ndjson
  $ pulso classify --input twitter_validation.csv --columns id,entity,sentiment,text --format ndjson
  $ tail -f tweets.ndjson | pulso classify --input - --format ndjson

With --input, the command prints one line per row, in the order of the rows. In JSON, a line has the fields line,
externalId, entity, label, probabilities, isUncertain, model and more. If a row cannot be classified, its line
has the fields line and error. The field line is the line of the file on which the row starts. Nothing is stored,
and no database is needed.`

export function classifyCommand(readConfig: ReadConfig): Command {
  const command = new Command('classify')
    .description('classify tweets without storing them')
    .argument('[text]', 'the tweet; - reads a file from standard input, as --input - does')
    .option('--entity <name>', 'the entity the tweet is about; for a file, the entity of rows that name none')
    .option('--input <file>', 'classify each row of a file; - reads standard input')
    .option('--model <name>', 'name of a model in `pulso models list`', DEFAULT_MODEL)
    .addOption(outputFormatOption('output format; the default is ndjson for a file').default(undefined, 'text'))
  return addTableOptions(command)
    .addHelpText('after', EXAMPLES)
    .addHelpText('after', FILE_HELP)
    .action((text: string | undefined, flags: ClassifyFlags) => runClassify(text, flags, readConfig))
}

async function runClassify(given: string | undefined, options: ClassifyFlags, readConfig: ReadConfig): Promise<void> {
  // As in other tools, - is standard input.
  const [text, flags] =
    given === '-' && options.input === undefined ? [undefined, { ...options, input: '-' }] : [given, options]
  if ((text === undefined) === (flags.input === undefined)) {
    throw new UsageError('Give either a text, as in `pulso classify "I love it"`, or a file with --input.')
  }
  if (text !== undefined && (flags.columns ?? flags.inputFormat ?? flags.encoding) !== undefined) {
    throw new UsageError('--columns, --input-format and --encoding describe a file; use them with --input.')
  }
  if (text !== undefined) await classifyText(text, flags, readConfig())
  else await classifyFile(flags.input ?? '-', flags, readConfig())
}

async function classifyText(text: string, flags: ClassifyFlags, config: Config): Promise<void> {
  const mention = checkMention({ text, entity: flags.entity ?? null })
  if (!mention.ok) throw new UsageError(mention.problem.message)
  const { entity } = mention.value
  await withClassifier({ config, model: flags.model, threads: 1 }, async classifier => {
    const [scores] = await classifier.classify([mention.value])
    if (scores === undefined) throw new Error('The model returned no result.')
    const answer = { entity, ...scores, model: classifier.version }
    process.stdout.write(shownReport(flags.format ?? 'text', answer, () => shownScores(answer)))
  })
}

async function classifyFile(input: string, flags: ClassifyFlags, config: Config): Promise<void> {
  const options = tableOptions(flags)
  const table =
    input === '-'
      ? await openLiveTable(process.stdin, 'standard input', options)
      : await openTable(input, process.stdin, options)
  try {
    const printRest = printNotices(table)
    const threads = inferenceThreads(config)
    await withClassifier({ config, model: flags.model, threads }, async classifier => {
      const writer = recordWriter(flags.format ?? 'ndjson', { columns: ROW_COLUMNS, text: shownRow })
      const answers = classifyRows(table.rows, classifier, 2 * threads)
      for await (const portion of answers) await writeOutput(writer.next(portion))
      await writeOutput(writer.end())
      printRest()
    })
  } finally {
    await table.close()
  }
}

async function withClassifier(
  { config, model, threads }: { readonly config: Config; readonly model: string; readonly threads: number },
  use: (classifier: Classifier) => Promise<void>,
): Promise<void> {
  const { directory } = await findModel(config.modelDirectories, model)
  const classifier = await createClassifier({ directory, threads, maxQueuedMentions: MAX_QUEUED_MENTIONS })
  try {
    await use(classifier)
  } finally {
    await classifier.close()
  }
}
