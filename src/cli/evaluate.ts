import { writeFile } from 'node:fs/promises'
import { Command, Option } from 'commander'
import type { ReadConfig } from '../config.ts'
import { reportTable } from '../ml/evaluation/report-table.ts'
import { saveReports } from '../ml/evaluation/save-report.ts'
import { TRAINED_SPLITS } from '../ml/experiments/split-test.ts'
import { DEFAULT_MODEL } from '../models/default-model.ts'
import { UsageError } from '../problem/problem.ts'
import { evaluateModel } from './evaluate-model.ts'
import { evaluateRecipe } from './evaluate-recipe.ts'
import type { EvaluateFlags } from './evaluation-flags.ts'
import { checkOutputFile } from './output-paths.ts'
import { addTableOptions, FILE_HELP } from './table-options.ts'
import { positiveInteger, seedNumber } from './whole-numbers.ts'

const EXAMPLES = `
Examples:
  $ pulso evaluate --data labelled.csv
  $ pulso evaluate --model seed-lstm --data twitter_validation.csv --columns id,entity,sentiment,text
  $ pulso evaluate --data messages.csv --only part=2016dev,2016devtest
  $ pulso evaluate --data labelled.csv --baseline-data twitter_training.csv=id,entity,sentiment,text
  $ pulso evaluate --recipe seed-lstm --split grouped --data twitter_training.csv.gz
  $ pulso evaluate --recipe seed-lstm --split published-validation --data twitter_training.csv.gz --test twitter_validation.csv

Every row needs a text and a label (Positive, Neutral, Negative or Irrelevant); rows that share an id count as one tweet. A model's own
training file is measured on the rows that training held out. Tweets that the model was trained on are recognised, and a file of them
is called leaky. A model that can say Irrelevant is measured twice: as it answers, and on sentiment alone. No database is needed; --save
adds the reports to the model's evaluation.json.

--recipe trains anew for one split of Kaggle's files and measures that, which needs TensorFlow (\`npm run tensorflow\`) and takes as long as
training does; the weights are not kept, and the report belongs to the recipe. Columns are Kaggle's unless --columns says otherwise.
grouped: by tweet, a fifth is the test and a tenth chooses the epochs. random: the rows that the original service held out, which leak.
validation: all of --data against --test, which leaks too.`

export function evaluateCommand(readConfig: ReadConfig): Command {
  const command = new Command('evaluate')
    .description('measure a model on labelled tweets')
    .requiredOption('--data <file>', 'a file of tweets with labels; - for standard input')
    .option('--model <name>', `a model of \`pulso models list\` (default: "${DEFAULT_MODEL}")`)
    .option(
      '--only <column=values>',
      'rows with one of these values, split by commas, in a column of the file',
      rowFilter,
    )
    .option(
      '--baseline-data <file[=columns]>',
      'what the linear baseline is trained on, where --data is not divided; may be repeated',
      (path: string, paths: readonly string[]) => [...paths, path],
      [],
    )
    .option('--recipe <name>', 'a recipe of `pulso train`, trained anew for --split')
    .option(
      '--with <file[=columns]>',
      'a further corpus that --recipe trains on beside the split; may be repeated',
      (path: string, paths: readonly string[]) => [...paths, path],
      [],
    )
    .addOption(new Option('--split <name>', 'how --data is divided for --recipe').choices(TRAINED_SPLITS))
    .option('--test <file>', "Kaggle's validation file, for --split published-validation")
    .option(
      '--epochs <number>',
      'passes over the training rows (default: chosen on development rows for seed-lstm, but on a random split; else the recipe’s)',
      positiveInteger,
    )
    .option('--seed <number>', 'what the training draws from, 0 to 4294967295 (default: 42)', seedNumber)
    .option('--checkpoints <directory>', 'keep each epoch there, and continue what is there')
    .addOption(new Option('--format <format>', 'how to print the reports').choices(['table', 'json']).default('table'))
    .option('--out <file>', 'write the reports there instead of printing them')
    .option('--save', "put the reports into the evaluation.json of the model, or of the recipe's model")
  return addTableOptions(command)
    .addHelpText('after', EXAMPLES)
    .addHelpText('after', FILE_HELP)
    .action((flags: EvaluateFlags) => runEvaluation(flags, readConfig))
}

async function runEvaluation(flags: EvaluateFlags, readConfig: ReadConfig): Promise<void> {
  refuseContradictions(flags)
  const config = readConfig()
  // Before the work, not after it.
  if (flags.out !== undefined) await checkOutputFile('--out', flags.out, flags.data)
  const { model, reports } =
    flags.recipe === undefined ? await evaluateModel(flags, config) : await evaluateRecipe(flags, config)
  const shown =
    flags.format === 'json'
      ? JSON.stringify(reports, null, 2)
      : reports.map(reportTable).join(`\n\n${'-'.repeat(72)}\n\n`)
  if (flags.out === undefined) console.log(shown)
  else await writeFile(flags.out, `${shown}\n`)
  if (flags.save === true && model !== null) {
    console.error(`saved in ${await saveReports(model.directory, model.evaluations, reports)}`)
  }
}

/** An option that would be ignored is a misunderstanding. Throws a `UsageError`. */
function refuseContradictions(flags: EvaluateFlags): void {
  if (flags.recipe === undefined) {
    const useless = (['split', 'test', 'epochs', 'seed', 'checkpoints'] as const).find(
      name => flags[name] !== undefined,
    )
    const named = flags.with.length > 0 ? 'with' : useless
    if (named !== undefined) throw new UsageError(`--${named} is for a recipe that is trained anew: add --recipe.`)
    return
  }
  if (flags.split === undefined) {
    throw new UsageError(
      `--recipe needs --split, one of ${TRAINED_SPLITS.join(', ')}; --model measures a model as it is.`,
    )
  }
  if (flags.model !== undefined) throw new UsageError('--model is measured as it is, --recipe is trained: name one.')
  if (flags.only !== undefined) throw new UsageError('--only chooses among rows that --split divides; leave it out.')
  if (flags.baselineData.length > 0) {
    throw new UsageError('--baseline-data is not needed: the baseline is trained on the training part of --split.')
  }
  if ((flags.split === 'published-validation') !== (flags.test !== undefined)) {
    throw new UsageError(
      "--split published-validation needs --test with Kaggle's validation file, and no other split has one.",
    )
  }
}

function rowFilter(option: string): EvaluateFlags['only'] {
  const equals = option.indexOf('=')
  if (equals < 1)
    throw new UsageError(`--only is ${JSON.stringify(option)}, but should be like part=2016dev,2016devtest.`)
  return {
    column: option.slice(0, equals).trim(),
    values: option
      .slice(equals + 1)
      .split(',')
      .map(value => value.trim()),
  }
}
