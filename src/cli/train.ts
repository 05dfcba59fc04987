import { readdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import { MODELS_DIRECTORY } from '../config.ts'
import type { Recipe } from '../ml/training/recipe.ts'
import { POOLED_RECIPES, RECIPE_NAMES, RECIPES } from '../ml/training/recipes/recipes.ts'
import { UsageError } from '../problem/problem.ts'
import { addCorpusOptions, type CorpusFlags } from './corpus-options.ts'
import { trainPooledModel } from './train-pooled-model.ts'
import { trainSeedModel } from './train-seed-model.ts'
import { positiveInteger, seedNumber } from './whole-numbers.ts'

interface TrainFlags {
  readonly recipe: string
  readonly data?: readonly CorpusFlags[]
  readonly corpora?: string
  readonly out?: string
  readonly seed: number
  readonly epochs?: number
  readonly limit?: number
  readonly resume?: boolean
  readonly checkpoints?: string
}

/** In the checkout, like the embedded database. */
const CHECKPOINTS_DIRECTORY = fileURLToPath(new URL('../../.pulso/training/', import.meta.url))

const EXAMPLES = `
Examples:
  $ pulso train --recipe pulso --data twitter_training.csv.gz
  $ pulso train --recipe pulso --data twitter_training.csv.gz --data airlines.csv --columns -,entity,sentiment,text \\
      --labels "bad=Negative,fine=Neutral,good=Positive" --data messages.csv --development part=2016dev
  $ pulso train --recipe seed-lstm --data twitter_training.csv.gz
  $ pulso train --recipe seed-lstm --data twitter_training.csv.gz --resume
  $ pulso train --recipe seed-lstm --data twitter_training.csv --limit 2000 --epochs 2 --out /tmp/trial

--columns, --labels and --development apply to the --data before them. If rows name an entity, the model learns the
sentiment towards that entity. If they do not, it learns the sentiment of the whole message; use - to ignore an
entity column. Kaggle's own file is detected.

Training needs TensorFlow (npm run tensorflow), and the recipe pulso needs lexicons (npm run lexicons). The same
data, recipe and seed give the same weights on the same machine. Ctrl-C keeps the last finished epoch, and --resume
continues from there with the result of an uninterrupted run.`

export function trainCommand(): Command {
  const sources: CorpusFlags[] = []
  const command = new Command('train')
    .description('train a model on labelled files')
    .requiredOption('--recipe <name>', `training recipe: ${RECIPE_NAMES.join(', ')}`)
    .option('--data <file>', 'a file of labelled tweets, plain or gzipped; repeat once per corpus', path => {
      sources.push({ path })
      return sources
    })
  return addCorpusOptions(command, sources)
    .option(
      '--corpora <directory>',
      'directory with the corpora that the recipe pulso knows; their names are in docs/training.md',
    )
    .option(
      '--out <directory>',
      'directory of the model; its last part is the name (default: models/<recipe>, or models/<recipe>-trial with --limit)',
    )
    .option('--seed <number>', 'random seed, 0 to 4294967295', seedNumber, 42)
    .option('--epochs <number>', "passes over the training rows (default: the recipe's)", positiveInteger)
    .option('--limit <rows>', 'trial run: train on the first rows of each file only', positiveInteger)
    .option('--resume', 'continue after the latest checkpoint')
    .option('--checkpoints <directory>', 'directory for a checkpoint of each epoch (default: .pulso/training/<name>)')
    .addHelpText('after', EXAMPLES)
    .action(runTraining)
}

async function runTraining(flags: TrainFlags): Promise<void> {
  const pooled = POOLED_RECIPES.find(({ name }) => name === flags.recipe)
  const recipe = pooled ?? findRecipe(flags.recipe)
  const limit = flags.limit ?? null
  // A trial must not replace the served model.
  const out = flags.out ?? join(MODELS_DIRECTORY, limit === null ? recipe.name : `${recipe.name}-trial`)
  const name = modelName(out)
  const checkpoints = flags.checkpoints ?? join(CHECKPOINTS_DIRECTORY, name)
  const run = {
    out,
    name,
    checkpoints,
    limit,
    epochs: flags.epochs ?? recipe.epochs,
    seed: flags.seed,
    isResumed: flags.resume ?? false,
  }
  if (flags.data === undefined && flags.corpora === undefined) {
    throw new UsageError('Name the training data: --data for each file, or --corpora for a directory of known corpora.')
  }
  if (flags.corpora !== undefined && pooled === undefined) {
    throw new UsageError(
      `--corpora applies to ${POOLED_RECIPES.map(({ name }) => name).join(', ')}; use --data for ${recipe.name}.`,
    )
  }
  if (!run.isResumed) refuseOtherCheckpoints(checkpoints)
  const sources = flags.data ?? []
  if (pooled === undefined) await trainSeedModel(findRecipe(flags.recipe), onlyFile(sources), run)
  else await trainPooledModel(pooled, { sources, directory: flags.corpora ?? null }, run)
}

/** The seed model's recipes read Kaggle's file unchanged. */
function onlyFile(sources: readonly CorpusFlags[]): string {
  const [source] = sources
  if (source !== undefined && sources.length === 1 && Object.keys(source).length === 1) return source.path
  throw new UsageError(
    "This recipe trains on Kaggle's own file: give one --data, without --columns, --labels or --development.",
  )
}

function findRecipe(name: string): Recipe {
  const recipe = RECIPES.find(candidate => candidate.name === name)
  if (recipe !== undefined) return recipe
  throw new UsageError(`--recipe is ${JSON.stringify(name)}; expected one of ${RECIPE_NAMES.join(', ')}.`)
}

/** A model is named after its directory, so that two trainings of one recipe can coexist. */
function modelName(out: string): string {
  const name = basename(resolve(out))
  if (/^[a-z0-9][a-z0-9-]{0,62}$/.test(name)) return name
  throw new UsageError(
    `--out ends in ${JSON.stringify(name)}, but its last part is the model's name: use lower-case letters, digits and hyphens, such as models/my-lstm.`,
  )
}

/** Starting again next to an older run's epochs would leave a directory from which neither run can be resumed. */
function refuseOtherCheckpoints(directory: string): void {
  let names: string[] = []
  try {
    names = readdirSync(directory)
  } catch {
    return
  }
  if (names.some(name => name.endsWith('.checkpoint'))) {
    throw new UsageError(
      `${directory} contains the checkpoints of another run: add --resume, empty the directory, or name another with --checkpoints.`,
    )
  }
}
