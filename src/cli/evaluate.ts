import { writeFile } from 'node:fs/promises'
import { Command, Option } from 'commander'
import type { Config, ReadConfig } from '../config.ts'
import { adaptationTestTable } from '../ml/adaptation/adaptation-test-table.ts'
import { estimationTable } from '../ml/evaluation/estimates/estimation-table.ts'
import { saveEstimates } from '../ml/evaluation/estimates/save-estimates.ts'
import type { EvaluationReport } from '../ml/evaluation/report.ts'
import { reportTable } from '../ml/evaluation/report-table.ts'
import { saveReports } from '../ml/evaluation/save-report.ts'
import { TRAINED_SPLITS } from '../ml/experiments/split-test.ts'
import { DEFAULT_MODEL } from '../models/default-model.ts'
import type { ModelFolder } from '../models/read-models.ts'
import { UsageError } from '../problem/problem.ts'
import { evaluateAdaptation, saveAdaptationTest } from './evaluate-adaptation.ts'
import { evaluateCorpora } from './evaluate-corpora.ts'
import { evaluateEstimates } from './evaluate-estimates.ts'
import { evaluateModel } from './evaluate-model.ts'
import { evaluateRecipe } from './evaluate-recipe.ts'
import type { EvaluateFlags, FileFlags } from './evaluation-flags.ts'
import { outputFormatOption } from './output/output-format.ts'
import { shownList, shownReport } from './output/shown-records.ts'
import { checkOutputFile } from './output-paths.ts'
import { addTableOptions, FILE_HELP } from './table-options.ts'
import { positiveInteger, seedNumber } from './whole-numbers.ts'

const EXAMPLES = `
Examples:
  $ pulso evaluate --data labelled.csv
  $ pulso evaluate --data labelled.csv --format json --out report.json
  $ pulso evaluate --model seed-lstm --data twitter_validation.csv --columns id,entity,sentiment,text
  $ pulso evaluate --data messages.csv --only part=2016dev,2016devtest
  $ pulso evaluate --data labelled.csv --baseline-data twitter_training.csv=id,entity,sentiment,text
  $ pulso evaluate --sets development
  $ pulso evaluate --corpora corpora --sets development --save
  $ pulso evaluate --estimates sanders.csv targets.csv --source-column source --draws 200
  $ pulso evaluate --estimates --corpora corpora --save
  $ pulso evaluate --adaptation sanders.csv targets.csv --source-column source
  $ pulso evaluate --recipe seed-lstm --split grouped --data twitter_training.csv.gz
  $ pulso evaluate --recipe seed-lstm --split published-validation --data twitter_training.csv.gz --test twitter_validation.csv

Every row needs a text and a label: Positive, Neutral, Negative or Irrelevant. Rows with the same id count as one
tweet. A model's own training file is evaluated on the rows that training held out. Tweets that the model was
trained on are recognised, and the report of a file that contains them is marked as leaky. A model with the label
Irrelevant is evaluated twice: on all labels, and on sentiment alone. No database is needed. To find leaks between
the parts of a file, use pulso audit.

In the report, intervals are 95 % intervals from resampling tweets. A share that no resample changes has Wilson's
interval. Macro averages give each label that occurs the same weight. Log-loss, Brier score and calibration error
judge the probabilities, and 0 is best. The majority baseline always answers with the most frequent label of the
data. The table by confidence shows the accuracy on the rows whose confidence is at least the given value.

Tweets with the same id and label but several texts are variants. The report shows how many tweets get one label
for all their texts, and by how much a probability differs between them.

With --estimates, 0 to 400 labels per entity are revealed at random. The command measures how often the interval
contains the net sentiment of all labels. The model's errors on the other sources are known in each test.
With --corpora, the sources are those that the model was not trained on. The development rows of its own corpora are
sources as well.
--save stores the result in the model's estimates.json.

With --adaptation, 50 to 500 labels of each source are revealed at random. The command adapts the model to them, as
pulso adapt does, and measures it on the other tweets. --save stores the result in adaptation-test.json.

With --recipe, the command trains the recipe on one split of Kaggle's files and evaluates the result. This needs
TensorFlow (npm run tensorflow) and takes as long as training. The weights are not kept; the report belongs to the
recipe. --columns defaults to Kaggle's columns.

Splits:
  grouped               a fifth of the tweets is the test set, a tenth chooses the number of epochs
  random                the rows that the original service held out; leaky
  published-validation  train on all of --data, evaluate on --test; leaky`

export function evaluateCommand(readConfig: ReadConfig): Command {
  const command = new Command('evaluate')
    .description('evaluate a model on labelled tweets')
    .option('--data <file>', 'a file of labelled tweets; - reads standard input')
    .option('--model <name>', `name of a model in \`pulso models list\` (default: "${DEFAULT_MODEL}")`)
    .option(
      '--only <column=values>',
      'keep only rows that have one of these comma-separated values in a column',
      rowFilter,
    )
    .addOption(
      repeatable(
        '--baseline-data <file[=columns]>',
        'training rows for the linear baseline if --data has no training part; repeatable',
      ),
    )
    .option('--recipe <name>', 'a recipe of `pulso train`, to be trained for --split')
    .addOption(
      repeatable(
        '--with <file[=columns]|directory>',
        'an additional corpus for --recipe to train on, or a directory of known corpora; repeatable',
      ),
    )
    .addOption(new Option('--split <name>', 'how to divide --data for --recipe').choices(TRAINED_SPLITS))
    .option('--test <file>', "Kaggle's validation file, for --split published-validation")
    .option(
      '--epochs <number>',
      "passes over the training rows (default: the recipe's; chosen on development rows for seed-lstm, except on a random split)",
      positiveInteger,
    )
    .option('--seed <number>', 'random seed of the training, 0 to 4294967295 (default: 42)', seedNumber)
    .option('--checkpoints <directory>', 'directory to keep each epoch in; a later run resumes from it')
    .option(
      '--estimates [files...]',
      "measure how far estimates of an entity's sentiment hold, on labelled files of several sources or on --corpora",
    )
    .option(
      '--corpora <directory>',
      "evaluate on the development rows of the model's corpora, and on known sources that it was not trained on",
    )
    .option('--sets <directories...>', 'evaluate on every labelled CSV file of these directories, part by part')
    .option(
      '--adaptation <files...>',
      'measure how much better the model becomes with labels, on labelled files of several sources',
    )
    .option('--source-column <name>', 'the column that names the source of a row (default: a file is a source)')
    .option(
      '--draws <number>',
      'random samples of labels, for --estimates (default: 20 per entity) and --adaptation (5 per source)',
      positiveInteger,
    )
    .addOption(outputFormatOption())
    .option('--out <file>', 'write the reports to a file instead of standard output')
    .option('--save', "add the reports to the evaluation.json of the model, or of the recipe's model")
  return addTableOptions(command)
    .addHelpText('after', EXAMPLES)
    .addHelpText('after', FILE_HELP)
    .action((flags: EvaluateFlags) => runEvaluation(flags, readConfig))
}

const repeatable = (flags: string, description: string) =>
  new Option(flags, description)
    .argParser((path: string, paths: readonly string[]) => [...paths, path])
    .default([], 'none')

async function runEvaluation(flags: EvaluateFlags, readConfig: ReadConfig): Promise<void> {
  const config = readConfig()
  if (flags.estimates !== undefined) return runEstimates(flags, flags.estimates === true ? [] : flags.estimates, config)
  if (flags.adaptation !== undefined) return runAdaptation(flags, flags.adaptation, config)
  if (flags.corpora !== undefined || flags.sets !== undefined) {
    refuse(flags, ['data', 'only', 'recipe', 'split', 'test', 'epochs', 'seed', 'checkpoints'], '--corpora and --sets')
    if (flags.out !== undefined) await checkOutputFile('--out', flags.out, '-')
    return show(flags, await evaluateCorpora(flags, config))
  }
  if (!isOfFile(flags)) throw new UsageError('Name a file of labelled tweets, as in --data labelled.csv.')
  refuseContradictions(flags)
  // Checked first, so that a long evaluation does not end with an error.
  if (flags.out !== undefined) await checkOutputFile('--out', flags.out, flags.data)
  const evaluated =
    flags.recipe === undefined ? await evaluateModel(flags, config) : await evaluateRecipe(flags, config)
  await show(flags, evaluated)
}

async function show(
  flags: EvaluateFlags,
  { model, reports }: { readonly model: ModelFolder | null; readonly reports: EvaluationReport[] },
): Promise<void> {
  await write(
    shownList({
      format: flags.format,
      records: reports,
      text: () => reports.map(reportTable).join(`\n\n${'-'.repeat(72)}\n\n`),
    }),
    flags.out,
  )
  if (flags.save === true && model !== null) {
    console.error(`saved to ${await saveReports(model.directory, model.evaluations, reports)}`)
  }
}

const write = async (shown: string, out: string | undefined) =>
  out === undefined ? console.log(shown.trimEnd()) : await writeFile(out, shown)

const isOfFile = (flags: EvaluateFlags): flags is FileFlags => flags.data !== undefined

async function runEstimates(flags: EvaluateFlags, files: readonly string[], config: Config): Promise<void> {
  refuse(flags, ['data', 'only', 'recipe', 'split', 'test', 'epochs', 'checkpoints', 'sets'], '--estimates')
  if (flags.out !== undefined) await checkOutputFile('--out', flags.out, '-')
  const { model, report } = await evaluateEstimates(flags, files, config)
  await write(
    shownReport(flags.format, report, () => estimationTable(report)),
    flags.out,
  )
  if (flags.save === true) console.error(`saved to ${await saveEstimates(model.directory, report)}`)
}

async function runAdaptation(flags: EvaluateFlags, files: readonly string[], config: Config): Promise<void> {
  refuse(flags, ['data', 'only', 'recipe', 'split', 'test', 'epochs', 'checkpoints', 'corpora', 'sets'], '--adaptation')
  if (flags.out !== undefined) await checkOutputFile('--out', flags.out, '-')
  const { model, test } = await evaluateAdaptation(flags, files, config)
  await write(
    shownReport(flags.format, test, () => adaptationTestTable(test)),
    flags.out,
  )
  if (flags.save === true) console.error(`saved to ${await saveAdaptationTest(model.directory, test)}`)
}

/** Throws a `UsageError` if one of the options is given. */
function refuse(flags: EvaluateFlags, names: readonly (keyof EvaluateFlags)[], beside: string): void {
  const useless = names.find(name => flags[name] !== undefined)
  if (useless !== undefined) throw new UsageError(`--${useless} cannot be combined with ${beside}.`)
}

/** Refuses options that would be ignored. Throws a `UsageError`. */
function refuseContradictions(flags: FileFlags): void {
  if (flags.recipe === undefined) {
    const useless = (['split', 'test', 'epochs', 'seed', 'checkpoints'] as const).find(
      name => flags[name] !== undefined,
    )
    const named = flags.with.length > 0 ? 'with' : useless
    if (named !== undefined) throw new UsageError(`--${named} applies to a recipe: add --recipe.`)
    return
  }
  if (flags.split === undefined) {
    throw new UsageError(
      `--recipe requires --split, one of ${TRAINED_SPLITS.join(', ')}; use --model to evaluate a trained model.`,
    )
  }
  if (flags.model !== undefined)
    throw new UsageError('Use either --model, which evaluates a trained model, or --recipe, which trains one.')
  if (flags.only !== undefined)
    throw new UsageError('--only cannot be combined with --recipe: --split divides all rows.')
  if (flags.baselineData.length > 0) {
    throw new UsageError('Remove --baseline-data: the baseline is trained on the training part of --split.')
  }
  if ((flags.split === 'published-validation') !== (flags.test !== undefined)) {
    throw new UsageError(
      "--split published-validation requires --test with Kaggle's validation file; other splits do not use --test.",
    )
  }
}

function rowFilter(option: string): EvaluateFlags['only'] {
  const equals = option.indexOf('=')
  if (equals < 1)
    throw new UsageError(
      `--only is ${JSON.stringify(option)}; expected a column and values, such as part=2016dev,2016devtest.`,
    )
  return {
    column: option.slice(0, equals).trim(),
    values: option
      .slice(equals + 1)
      .split(',')
      .map(value => value.trim()),
  }
}
