import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command, InvalidArgumentError } from 'commander'
import { listenForInterruption } from '../interruption.ts'
import { MODELS_DIRECTORY } from '../models/default-model.ts'
import { UsageError } from '../problem.ts'
import { loadTensorFlow, tensorFlowRuntime } from '../tensorflow/load.ts'
import { buildModel } from '../training/build-model.ts'
import { readKaggleFile } from '../training/kaggle-rows.ts'
import type { Recipe } from '../training/recipe.ts'
import { RECIPES } from '../training/recipes/recipes.ts'
import { train } from '../training/train.ts'
import { prepareData } from '../training/training-data.ts'
import { writeModel } from '../training/write-model.ts'
import { checkOutputFolder } from './output-place.ts'
import { startProgress } from './progress.ts'

interface TrainFlags {
  readonly recipe: string
  readonly data: string
  readonly out?: string
  readonly seed: number
  readonly epochs?: number
  readonly limit?: number
  readonly resume?: boolean
  readonly checkpoints?: string
}

/** Of the checkout, like the embedded database. */
const CHECKPOINTS_DIRECTORY = fileURLToPath(new URL('../../.pulso/training/', import.meta.url))

const EXAMPLES = `
Examples:
  $ pulso train --recipe seed-lstm --data twitter_training.csv.gz
  $ pulso train --recipe seed-lstm --data twitter_training.csv.gz --resume
  $ pulso train --recipe seed-lstm --data twitter_training.csv --limit 2000 --epochs 2 --out /tmp/trial

Needs TensorFlow: \`npm run tensorflow\` installs it. The same data, recipe and seed give the same weights on the same machine.
Ctrl-C keeps the last finished epoch; --resume continues there, with the result of an uninterrupted run.`

export function trainCommand(): Command {
  return new Command('train')
    .description('train a model from a labelled file')
    .requiredOption('--recipe <name>', `how to train: ${RECIPES.map(({ name }) => name).join(', ')}`)
    .requiredOption('--data <file>', "Kaggle's Twitter entity sentiment training file, plain or .gz")
    .option(
      '--out <directory>',
      'folder of the model, whose last part is its name (default: models/<recipe>, with --limit models/<recipe>-trial)',
    )
    .option('--seed <number>', 'what everything random is drawn from, 0 to 4294967295', seedNumber, 42)
    .option('--epochs <number>', "passes over the training rows (default: the recipe's)", positiveInteger)
    .option('--limit <rows>', 'train on the first rows only, for a trial', positiveInteger)
    .option('--resume', 'continue after the newest checkpoint')
    .option('--checkpoints <directory>', 'where each epoch is kept (default: .pulso/training/<name>)')
    .addHelpText('after', EXAMPLES)
    .action(runTraining)
}

async function runTraining(flags: TrainFlags): Promise<void> {
  const recipe = findRecipe(flags.recipe)
  const tf = loadTensorFlow()
  const epochs = flags.epochs ?? recipe.epochs
  const limit = flags.limit ?? null
  // A trial must not take the place of the model that answers.
  const out = flags.out ?? join(MODELS_DIRECTORY, limit === null ? recipe.name : `${recipe.name}-trial`)
  const name = modelName(out)
  const checkpoints = flags.checkpoints ?? join(CHECKPOINTS_DIRECTORY, name)
  const isResumed = flags.resume ?? false
  if (!isResumed) refuseOtherCheckpoints(checkpoints)
  const file = readKaggleFile(flags.data)
  const data = prepareData(recipe, file, limit)
  await checkOutputFolder('--checkpoints', checkpoints)
  await checkOutputFolder('--out', out)
  const say = (line: string) => process.stderr.write(`${line}\n`)
  say(`${recipe.name}: ${data.training.length} training rows, ${data.test.length + data.setAside.length} held out`)

  const interruption = listenForInterruption()
  const state = await train(tf, recipe, data, {
    run: { recipe: recipe.name, dataSha256: file.sha256, seed: flags.seed, limit },
    epochs,
    checkpoints,
    isResumed,
    signal: interruption.signal,
    say,
    startProgress: (epoch, total) => startProgress({ label: `epoch ${epoch}/${epochs}`, total, unit: 'rows' }),
  }).finally(() => interruption.stopListening())
  if (state === null) {
    const message = `Interrupted; --resume continues after the last epoch in ${checkpoints}.`
    throw new UsageError(message, interruption.exitCode() ?? 130)
  }

  const run = {
    command: commandLine(recipe, flags, epochs),
    seed: flags.seed,
    trainedAt: new Date().toISOString(),
    runtime: `Node ${process.versions.node}, ${tensorFlowRuntime(tf)}, ${process.platform}-${process.arch}`,
    codeRevision: codeRevision(),
    data: [{ name: basename(flags.data).replace(/\.gz$/i, ''), sha256: file.sha256, rows: file.rows.length }],
  }
  const files = await buildModel({ name, recipe, data, weights: state.weights, run })
  writeModel(out, files)
  say(`wrote ${out}`)
}

function findRecipe(name: string): Recipe {
  const recipe = RECIPES.find(candidate => candidate.name === name)
  if (recipe !== undefined) return recipe
  throw new UsageError(
    `--recipe is ${JSON.stringify(name)}, but should be one of ${RECIPES.map(one => one.name).join(', ')}.`,
  )
}

/** A model is known by its folder's name, so that two trainings of one recipe can stand side by side. */
function modelName(out: string): string {
  const name = basename(resolve(out))
  if (/^[a-z0-9][a-z0-9-]{0,62}$/.test(name)) return name
  throw new UsageError(
    `--out ends in ${JSON.stringify(name)}, but the last part is the model's name: lower-case letters, digits and hyphens, such as models/my-lstm.`,
  )
}

/** Starting anew beside the epochs of an older run would leave a directory from which no one run can be continued. */
function refuseOtherCheckpoints(directory: string): void {
  let names: string[] = []
  try {
    names = readdirSync(directory)
  } catch {
    return
  }
  if (names.some(name => name.endsWith('.checkpoint'))) {
    throw new UsageError(
      `${directory} holds the checkpoints of a run: add --resume, empty it, or name another --checkpoints.`,
    )
  }
}

/** As another machine would type it: without this one's paths, and with what a later default might change. */
function commandLine(recipe: Recipe, { data, seed, limit }: TrainFlags, epochs: number): string {
  const trial = limit === undefined ? '' : ` --limit ${limit}`
  return `pulso train --recipe ${recipe.name} --data ${basename(data)} --seed ${seed} --epochs ${epochs}${trial}`
}

/** The commit of the checkout, or null where there is no git to ask. */
function codeRevision(): string | null {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim()
  } catch {
    return null
  }
}

function positiveInteger(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It should be a whole number from 1.')
}

function seedNumber(text: string): number {
  if (/^\d{1,10}$/.test(text) && Number(text) < 2 ** 32) return Number(text)
  throw new InvalidArgumentError('It should be a whole number from 0 to 4294967295.')
}
