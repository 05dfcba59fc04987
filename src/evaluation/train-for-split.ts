import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { createKerasTokenizer, kerasWords } from '../language/keras-tokenizer.ts'
import { UsageError } from '../problem.ts'
import { loadTensorFlow } from '../tensorflow/load.ts'
import { buildModel } from '../training/build-model.ts'
import { fitVocabulary } from '../training/fit-vocabulary.ts'
import type { Recipe } from '../training/recipe.ts'
import { RECIPES } from '../training/recipes/recipes.ts'
import { type TrainOptions, train } from '../training/train.ts'
import type { TrainingData } from '../training/training-data.ts'
import { writeModel } from '../training/write-model.ts'
import type { LabelledRow } from './labelled-file.ts'

export interface SplitTraining extends Pick<TrainOptions, 'signal' | 'say' | 'startProgress'> {
  /** One of `RECIPES`, by name; checked by `recipeOf`. */
  readonly recipe: string
  readonly training: readonly LabelledRow[]
  /** For choices only: of the threshold of uncertainty here, of the epochs by the caller. May be empty. */
  readonly development: readonly LabelledRow[]
  /** Null offers one model after another, for the caller to choose from. */
  readonly epochs: number | null
  readonly seed: number
  /** For checkpoints and models. What an earlier run of the same training left there is continued. */
  readonly directory: string
}

/** A model's folder on disk, and how many passes over the training rows made it. */
export interface TrainedForSplit {
  readonly directory: string
  readonly epochs: number
}

/** The recipe of that name. Throws a `UsageError` that lists the names there are. */
export function recipeOf(name: string): Recipe {
  const recipe = RECIPES.find(candidate => candidate.name === name)
  if (recipe !== undefined) return recipe
  const names = RECIPES.map(one => one.name).join(', ')
  throw new UsageError(`--recipe is ${JSON.stringify(name)}, but should be one of ${names}.`)
}

/**
 * The one way from an evaluation into training: trains a recipe on some rows and hands out the model's folder. With a number of epochs
 * there is one such model; without, one for each number that the recipe would try, ascending, each trained only when it is asked for.
 * Ends early where the signal asks to stop.
 */
export async function* trainForSplit(options: SplitTraining): AsyncGenerator<TrainedForSplit> {
  const recipe = recipeOf(options.recipe)
  const tf = loadTensorFlow()
  const data = trainingData(recipe, options)
  const run = { recipe: recipe.name, dataSha256: rowsSha256(options.training), seed: options.seed, limit: null }
  const last = options.epochs ?? recipe.epochs
  for (let epochs = options.epochs ?? 1; epochs <= last; epochs++) {
    const checkpoints = join(options.directory, 'checkpoints')
    const state = await train(tf, recipe, data, { ...options, run, epochs, checkpoints, isResumed: true })
    if (state === null) return
    const provenance = {
      command: null,
      seed: options.seed,
      trainedAt: null,
      runtime: null,
      codeRevision: null,
      data: [],
    }
    const directory = join(options.directory, `epochs-${epochs}`)
    writeModel(
      directory,
      await buildModel({ name: recipe.name, recipe, data, weights: state.weights, run: provenance }),
    )
    yield { directory, epochs }
  }
}

/** As `prepareData` does it for the recipe's own split, but that nothing is fitted to rows outside of the training part. */
function trainingData(recipe: Recipe, { training, development }: SplitTraining): TrainingData {
  const keptOf = (rows: readonly LabelledRow[]) =>
    rows.map(row => ({ ...row, id: row.id ?? '', entity: row.entity ?? '' })).filter(recipe.isKept)
  const kept = keptOf(training)
  const uncut = { ...recipe.preprocessing, maxTokens: Number.MAX_SAFE_INTEGER }
  const vocabulary = fitVocabulary(
    kept.map(({ text }) => kerasWords(uncut)(text)),
    recipe.network.vocabularySize,
  )
  const tokenize = createKerasTokenizer(uncut, vocabulary)
  const maxTokens = kept.reduce((longest, { text }) => Math.max(longest, tokenize(text).tokenIds.length), 0)
  if (maxTokens === 0) throw new UsageError(`${recipe.name} keeps ${kept.length} training rows, too few to train on.`)
  const tokenizeCut = createKerasTokenizer({ ...uncut, maxTokens }, vocabulary)
  const examples = (rows: typeof kept) =>
    rows.map(row => ({ row, tokens: tokenizeCut(row.text).tokenIds, target: recipe.labels.indexOf(row.label) }))
  return {
    vocabulary,
    shape: { ...recipe.network, outputs: recipe.labels.length, maxTokens },
    training: examples(kept),
    test: [],
    setAside: examples(keptOf(development)),
  }
}

/** Checkpoints of other rows are not continued. */
function rowsSha256(rows: readonly LabelledRow[]): string {
  const hash = createHash('sha256')
  for (const { id, entity, text, label } of rows) hash.update(`${JSON.stringify([id, entity, text, label])}\n`)
  return hash.digest('hex')
}
