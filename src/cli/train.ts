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
  readonly data: readonly CorpusFlags[]
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
  $ pulso train --recipe pulso --data twitter_training.csv.gz
  $ pulso train --recipe pulso --data twitter_training.csv.gz --data airlines.csv --columns -,entity,sentiment,text \\
      --labels "bad=Negative,fine=Neutral,good=Positive" --data messages.csv --development part=2016dev
  $ pulso train --recipe seed-lstm --data twitter_training.csv.gz
  $ pulso train --recipe seed-lstm --data twitter_training.csv.gz --resume
  $ pulso train --recipe seed-lstm --data twitter_training.csv --limit 2000 --epochs 2 --out /tmp/trial

--columns, --labels and --development speak of the --data before them. A file whose rows name an entity trains on what is felt about it,
one without (put - for the column) on what the whole message says. Kaggle's own file is known by its look.

Needs TensorFlow: \`npm run tensorflow\` installs it, and pulso's recipe needs \`npm run lexicons\`. The same data, recipe and seed give the same weights on the same machine.
Ctrl-C keeps the last finished epoch; --resume continues there, with the result of an uninterrupted run.`

export function trainCommand(): Command {
  const sources: CorpusFlags[] = []
  const command = new Command('train')
    .description('train a model from labelled files')
    .requiredOption('--recipe <name>', `how to train: ${RECIPE_NAMES.join(', ')}`)
    .requiredOption('--data <file>', 'a file of labelled tweets, plain or .gz; again for each corpus', path => {
      sources.push({ path })
      return sources
    })
  return addCorpusOptions(command, sources)
    .option(
      '--out <directory>',
      'folder of the model, whose last part is its name (default: models/<recipe>, with --limit models/<recipe>-trial)',
    )
    .option('--seed <number>', 'what everything random is drawn from, 0 to 4294967295', seedNumber, 42)
    .option('--epochs <number>', "passes over the training rows (default: the recipe's)", positiveInteger)
    .option('--limit <rows>', 'train on the first rows of each file only, for a trial', positiveInteger)
    .option('--resume', 'continue after the newest checkpoint')
    .option('--checkpoints <directory>', 'where each epoch is kept (default: .pulso/training/<name>)')
    .addHelpText('after', EXAMPLES)
    .action(runTraining)
}

async function runTraining(flags: TrainFlags): Promise<void> {
  const pooled = POOLED_RECIPES.find(({ name }) => name === flags.recipe)
  const recipe = pooled ?? findRecipe(flags.recipe)
  const limit = flags.limit ?? null
  // A trial must not take the place of the model that answers.
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
  if (!run.isResumed) refuseOtherCheckpoints(checkpoints)
  if (pooled !== undefined) await trainPooledModel(pooled, flags.data, run)
  else await trainSeedModel(findRecipe(flags.recipe), onlyFile(flags.data), run)
}

/** The seed's kind of network reads one file, as it stands. */
function onlyFile(sources: readonly CorpusFlags[]): string {
  const [source] = sources
  if (source !== undefined && sources.length === 1 && Object.keys(source).length === 1) return source.path
  throw new UsageError(
    "This recipe reads one file, Kaggle's own: give one --data, without --columns, --labels or --development.",
  )
}

function findRecipe(name: string): Recipe {
  const recipe = RECIPES.find(candidate => candidate.name === name)
  if (recipe !== undefined) return recipe
  throw new UsageError(`--recipe is ${JSON.stringify(name)}, but should be one of ${RECIPE_NAMES.join(', ')}.`)
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
