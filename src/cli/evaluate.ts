import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Command, Option } from 'commander'
import { parseConfig } from '../config.ts'
import { evaluate } from '../evaluation/evaluate.ts'
import { type LabelledFile, readLabelledFile } from '../evaluation/labelled-file.ts'
import { reportTable } from '../evaluation/report-table.ts'
import { saveReport } from '../evaluation/save-report.ts'
import { selectRows } from '../evaluation/select-rows.ts'
import { trainedOnTest } from '../evaluation/trained-on.ts'
import { openTable } from '../imports/open-table.ts'
import { DEFAULT_MODEL } from '../models/default-model.ts'
import { findModel } from '../models/find-model.ts'
import type { ModelFolder } from '../models/read-models.ts'
import { createClassifier } from '../network/create-classifier.ts'
import { UsageError } from '../problem.ts'
import { inferenceThreads } from './inference-threads.ts'
import { checkOutputFile } from './output-place.ts'
import { startProgress } from './progress.ts'
import { addTableOptions, FILE_HELP, type TableFlags, tableOptions } from './table-options.ts'

interface EvaluateFlags extends TableFlags {
  readonly model: string
  readonly data: string
  readonly format: 'table' | 'json'
  readonly out?: string
  readonly save?: boolean
}

const EXAMPLES = `
Examples:
  $ pulso evaluate --data labelled.csv
  $ pulso evaluate --model seed-lstm --data twitter_validation.csv --columns id,entity,sentiment,text
  $ pulso evaluate --data twitter_training.csv.gz --columns id,entity,sentiment,text --format json --out report.json

Every row needs a text and a label (Positive, Neutral, Negative or Irrelevant); rows that share an id count as one tweet. A model's own
training file is measured on the rows that training held out. Tweets that the model was trained on are recognised, and a file of them
is called leaky. No database is needed; --save adds the report to the model's evaluation.json.`

export function evaluateCommand(): Command {
  const command = new Command('evaluate')
    .description('measure a model on labelled tweets')
    .requiredOption('--data <file>', 'a file of tweets with labels; - for standard input')
    .option('--model <name>', 'a model of `pulso models list`', DEFAULT_MODEL)
    .addOption(new Option('--format <format>', 'how to print the report').choices(['table', 'json']).default('table'))
    .option('--out <file>', 'write the report there instead of printing it')
    .option('--save', "put the report into the model's evaluation.json")
  return addTableOptions(command).addHelpText('after', EXAMPLES).addHelpText('after', FILE_HELP).action(runEvaluation)
}

async function runEvaluation(flags: EvaluateFlags): Promise<void> {
  // Before the work, not after it.
  if (flags.out !== undefined) await checkOutputFile('--out', flags.out, flags.data)
  const model = await findModel(parseConfig(process.env).modelDirectories, flags.model)
  const file = await readData(flags)
  const selection = selectRows(file, model.manifest, await readTrainedOn(model))
  for (const notice of selection.notices) console.error(notice)
  const threads = inferenceThreads(parseConfig(process.env))
  const classifier = await createClassifier({ directory: model.directory, threads, maxQueuedMentions: 1000 })
  const progress = startProgress({ label: 'evaluate', total: selection.rows.length, unit: 'rows' })
  const report = await evaluate({
    classifier,
    file,
    selection,
    dataset: basename(file.name).replace(/(\.(csv|tsv|ndjson|jsonl))?(\.gz)?$/i, ''),
    command: commandLine(flags),
    now: new Date(),
    onProgress: progress.update,
  }).finally(() => {
    progress.stop()
    return classifier.close()
  })
  const shown = flags.format === 'json' ? JSON.stringify(report, null, 2) : reportTable(report)
  if (flags.out === undefined) console.log(shown)
  else await writeFile(flags.out, `${shown}\n`)
  if (flags.save === true) console.error(`saved in ${await saveReport(model.directory, model.evaluations, report)}`)
}

async function readData(flags: EvaluateFlags): Promise<LabelledFile> {
  const table = await openTable(flags.data, process.stdin, tableOptions(flags))
  try {
    for (const notice of table.notices) console.error(notice)
    return await readLabelledFile(table)
  } finally {
    await table.close()
  }
}

async function readTrainedOn({ directory, manifest }: ModelFolder) {
  const { trainedOn } = manifest.provenance
  if (trainedOn === null) return null
  const path = join(directory, trainedOn)
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${path} cannot be read (${error.code}): restore the model's folder as a whole.`)
  })
  return trainedOnTest(bytes)
}

/** As another machine would type it: without this one's paths. */
function commandLine({ model, data, columns, inputFormat, encoding }: EvaluateFlags): string {
  const given = { columns, 'input-format': inputFormat, encoding }
  const options = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [` --${name} ${value}`]))
  return `pulso evaluate --model ${model} --data ${basename(data)}${options.join('')}`
}
