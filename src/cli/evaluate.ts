import { readFile, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { Command, Option } from 'commander'
import { evaluate } from '../evaluation/evaluate.ts'
import { type LabelledFile, readLabelledFile } from '../evaluation/labelled-file.ts'
import { reportTable } from '../evaluation/report-table.ts'
import { saveReport } from '../evaluation/save-report.ts'
import { selectRows } from '../evaluation/select-rows.ts'
import { trainedOnTest } from '../evaluation/trained-on.ts'
import { openTable } from '../imports/open-table.ts'
import { MODELS_DIRECTORY } from '../models/default-model.ts'
import { type ModelFolder, readModels } from '../models/read-models.ts'
import { createClassifier } from '../network/create-classifier.ts'
import { UsageError } from '../problem.ts'
import { startProgress } from './progress.ts'

interface EvaluateFlags {
  readonly model: string
  readonly data: string
  readonly columns?: string
  readonly format: 'table' | 'json'
  readonly out?: string
  readonly save?: boolean
}

const EXAMPLES = `
Examples:
  $ pulso evaluate --model seed-lstm --data labelled.csv
  $ pulso evaluate --model seed-lstm --data twitter_validation.csv --columns id,entity,sentiment,text
  $ pulso evaluate --model seed-lstm --data twitter_training.csv.gz --columns id,entity,sentiment,text --format json --out report.json

The file needs a text and a label (Positive, Neutral, Negative, Irrelevant); rows that share an id count as one tweet. The model's own
training file is measured on the rows that training held out. Tweets that the model was trained on are recognised, and a file of them is
called leaky. Stores nothing, unless --save adds the report to the model's evaluation.json.`

export function evaluateCommand(): Command {
  return new Command('evaluate')
    .description('measure a model on labelled tweets')
    .requiredOption('--model <name>', 'a model of `pulso models list`')
    .requiredOption('--data <file>', 'CSV, TSV or NDJSON with labels, plain or .gz; - for standard input')
    .option('--columns <names>', 'what the columns are, for a file without a header')
    .addOption(new Option('--format <format>', 'how to print the report').choices(['table', 'json']).default('table'))
    .option('--out <file>', 'write the report there instead of printing it')
    .option('--save', "put the report into the model's evaluation.json")
    .addHelpText('after', EXAMPLES)
    .action(runEvaluation)
}

async function runEvaluation(flags: EvaluateFlags): Promise<void> {
  const model = await findModel(flags.model)
  const file = await readData(flags)
  const selection = selectRows(file, model.manifest, await readTrainedOn(model))
  for (const notice of selection.notices) console.error(notice)
  const threads = availableParallelism()
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
  else await writeOut(flags.out, `${shown}\n`)
  if (flags.save === true) await saveReport(model.directory, model.evaluations, report)
}

async function findModel(name: string): Promise<ModelFolder> {
  const models = await readModels(MODELS_DIRECTORY)
  const found = models.find(({ manifest }) => manifest.name === name)
  if (found !== undefined) return found
  const names = models.map(({ manifest }) => manifest.name).join(', ')
  throw new UsageError(
    `There is no model ${JSON.stringify(name)}; ${names === '' ? '`pulso train` makes one' : `there is ${names}`}.`,
  )
}

async function readData({ data, columns = undefined }: EvaluateFlags): Promise<LabelledFile> {
  const table = await openTable(data, process.stdin, {
    format: null,
    columns: columns ?? null,
    encoding: null,
    entity: null,
    timezone: 'UTC',
  })
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

async function writeOut(path: string, content: string): Promise<void> {
  await writeFile(path, content).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`--out ${path} cannot be written (${error.code}); name a file in a folder that exists.`)
  })
  console.error(`wrote ${resolve(path)}`)
}

/** As another machine would type it: without this one's paths. */
function commandLine({ model, data, columns }: EvaluateFlags): string {
  const named = columns === undefined ? '' : ` --columns ${columns}`
  return `pulso evaluate --model ${model} --data ${basename(data)}${named}`
}
