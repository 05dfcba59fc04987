import { Command } from 'commander'
import type { AnalyzedText } from '../analysis/analyze-texts.ts'
import { shownAnalysis } from '../analysis/shown-analysis.ts'
import type { Config, ReadConfig } from '../config.ts'
import { DEFAULT_MODEL } from '../models/default-model.ts'
import { type Problem, type Result, UsageError } from '../problem/problem.ts'
import { openLiveTable, openTable } from '../tables/open-table.ts'
import type { ReadRow } from '../tables/row.ts'
import { type Analyzer, withAnalyzer } from './open-analyzer.ts'
import { type OutputFormat, outputFormatOption } from './output/output-format.ts'
import { recordWriter } from './output/record-writer.ts'
import { shownReport } from './output/shown-records.ts'
import { writeOutput } from './output/standard-output.ts'
import { percent } from './shown-label.ts'
import { printNotices } from './table-notices.ts'
import { addTableOptions, FILE_HELP, type TableFlags, tableOptions } from './table-options.ts'

interface AnalyzeFlags extends Omit<TableFlags, 'entity'> {
  readonly entity: readonly string[]
  readonly input?: string
  readonly model?: string
  readonly tracked?: boolean
  readonly format?: OutputFormat
}

/** Columns of CSV. */
const COLUMNS = ['line', 'externalId', 'message.label', 'entities', 'model', 'error.code', 'error.message']

const EXAMPLES = `
Examples:
  $ pulso analyze "I love my Xbox, but Netflix keeps crashing"
  $ pulso analyze "the new update is awful, unlike halo" --entity Halo --format json
  $ pulso analyze "my xbox is great" --tracked
  $ pulso analyze --input tweets.csv > entities.ndjson
  $ tail -f tweets.ndjson | pulso analyze -

Names are found by how they are written: words with a capital, @users and #hashtags. --tracked also finds the names
and aliases of the database. Each entity has its sentiment, and the places of its names in UTF-16
code units; MIXED means that the text praises and blames it. With --input, the command prints one line per row, in
the order of the rows. Nothing is stored, and without --tracked no database is needed.`

export function analyzeCommand(readConfig: ReadConfig): Command {
  const command = new Command('analyze')
    .description('find the entities of texts and the sentiment towards each')
    .argument('[text]', 'the text; - reads a file from standard input, as --input - does')
    .option('--entity <name>', 'an entity to include, even if its name is not found; may be repeated', addName, [])
    .option('--tracked', 'also find the names and aliases of the database; its active model answers')
    .option('--input <file>', 'analyze each row of a file; - reads standard input')
    .option('--model <name>', `name of a model in \`pulso models list\` (default: "${DEFAULT_MODEL}")`)
    .addOption(outputFormatOption('output format; the default is ndjson for a file').default(undefined, 'text'))
  return addTableOptions(command)
    .addHelpText('after', EXAMPLES)
    .addHelpText('after', FILE_HELP)
    .action((text: string | undefined, flags: AnalyzeFlags) => runAnalyze(text, flags, readConfig))
}

const addName = (name: string, names: readonly string[]) => [...names, name]

async function runAnalyze(given: string | undefined, options: AnalyzeFlags, readConfig: ReadConfig): Promise<void> {
  // As in other tools, - is standard input.
  const [text, flags] =
    given === '-' && options.input === undefined ? [undefined, { ...options, input: '-' }] : [given, options]
  if ((text === undefined) === (flags.input === undefined)) {
    throw new UsageError('Give either a text, as in `pulso analyze "I love my Xbox"`, or a file with --input.')
  }
  if (text !== undefined && (flags.columns ?? flags.inputFormat ?? flags.encoding) !== undefined) {
    throw new UsageError('--columns, --input-format and --encoding describe a file; use them with --input.')
  }
  if (flags.tracked === true && flags.model !== undefined) {
    throw new UsageError('With --tracked, the active model of the database answers; omit --model.')
  }
  const config = readConfig()
  if (text === undefined) await analyzeFile(flags.input ?? '-', flags, config)
  else {
    await withAnalyzer(config, flags, async analyzer => {
      const [result] = await analyzer.analyze([text], flags.entity)
      if (result === undefined) throw new Error('One text gave no result.')
      if (!result.ok) throw new UsageError(result.problem.message)
      const report = { ...shownAnalysis(result.value), model: analyzer.version }
      process.stdout.write(shownReport(flags.format ?? 'text', report, () => textOf(result.value, analyzer.version)))
    })
  }
}

async function analyzeFile(input: string, flags: AnalyzeFlags, config: Config): Promise<void> {
  const options = tableOptions(withoutEntity(flags))
  const table =
    input === '-'
      ? await openLiveTable(process.stdin, 'standard input', options)
      : await openTable(input, process.stdin, options)
  try {
    const printRest = printNotices(table)
    await withAnalyzer(config, flags, async analyzer => {
      const writer = recordWriter(flags.format ?? 'ndjson', { columns: COLUMNS, text: shownRow })
      for await (const rows of table.rows) {
        for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
          await writeOutput(writer.next(await analyzeRows(rows.slice(at, at + ROWS_AT_ONCE), flags.entity, analyzer)))
        }
      }
      await writeOutput(writer.end())
      printRest()
    })
  } finally {
    await table.close()
  }
}

/** `--entity` names entities to find here, and not the entity of rows that name none. */
const withoutEntity = ({ entity: _, ...flags }: AnalyzeFlags): TableFlags => flags

/** Each call waits for the database once. */
const ROWS_AT_ONCE = 100

type RowAnswer =
  | ({ readonly line: number; readonly externalId: string | null; readonly model: string } & ReturnType<
      typeof shownAnalysis
    >)
  | { readonly line: number; readonly error: Problem }

async function analyzeRows(
  rows: readonly ReadRow[],
  names: readonly string[],
  { analyze, version }: Analyzer,
): Promise<readonly RowAnswer[]> {
  const texts = rows.flatMap(({ fields }) => (fields.ok ? [fields.value.text] : []))
  const results = (await analyze(texts, names)).values()
  return rows.map(({ line, fields }) => {
    const result: Result<AnalyzedText> | undefined = fields.ok ? results.next().value : fields
    if (result === undefined) throw new Error('Fewer texts were analyzed than given.')
    if (!result.ok) return { line, error: result.problem }
    const externalId = fields.ok ? fields.value.externalId : null
    return { line, externalId, ...shownAnalysis(result.value), model: version }
  })
}

/** For people. */
function shownRow(answer: RowAnswer): string {
  if ('error' in answer) return `line ${answer.line}: ${answer.error.message}`
  const found = answer.entities.map(
    ({ name, sentiment, isUncertain }) => `${name} ${sentiment}${isUncertain ? '?' : ''}`,
  )
  return `line ${answer.line}: ${answer.message.label} as a whole${found.length === 0 ? '' : `; ${found.join(', ')}`}`
}

function textOf({ message, entities }: AnalyzedText, version: string): string {
  const lines = entities.flatMap(({ name, sentiment, scores, occurrences }) => [
    `${sentiment} about ${name}, confidence ${percent(scores.confidence)}${scores.isUncertain ? ', uncertain' : ''}`,
    ...occurrences.map(
      ({ text, start, end, scores: own }) => `  ${start}-${end} ${text}: ${own.label}, ${percent(own.confidence)}`,
    ),
  ])
  return [`${message.label} as a whole, confidence ${percent(message.confidence)}`, ...lines, `  ${version}`].join('\n')
}
