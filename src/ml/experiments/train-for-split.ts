import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { UsageError } from '../../problem/problem.ts'
import type { LabelledRow } from '../evaluation/labelled-file.ts'
import { createKerasTokenizer, kerasWords } from '../language/keras-tokenizer.ts'
import { LEXICONS_DIRECTORY } from '../lexicons/lexicon-packages.ts'
import { loadTensorFlow } from '../tensorflow/load.ts'
import { buildModel } from '../training/build-model.ts'
import type { Corpus } from '../training/corpora.ts'
import { fitVocabulary } from '../training/fit-vocabulary.ts'
import { english } from '../training/languages/english.ts'
import type { TrainingLanguage } from '../training/languages/training-language.ts'
import { buildPooledModel, POOLED_LABELS } from '../training/pooled-bilstm/build-pooled-model.ts'
import { preparePooledData } from '../training/pooled-bilstm/prepare-data.ts'
import type { PooledRecipe } from '../training/pooled-bilstm/recipe.ts'
import { trainPooled } from '../training/pooled-bilstm/train-pooled.ts'
import type { Recipe } from '../training/recipe.ts'
import { POOLED_RECIPES, RECIPE_NAMES, RECIPES } from '../training/recipes/recipes.ts'
import { type TrainOptions, train } from '../training/train.ts'
import type { TrainingData } from '../training/training-data.ts'
import { writeModel } from '../training/write-model.ts'

export interface SplitTraining extends Pick<TrainOptions, 'signal' | 'say'> {
  readonly startProgress: (
    epoch: number | string,
    rows: number,
  ) => { update(rowsDone: number, note: string): void; stop(): void }
  /** One of `RECIPES`, by name; checked by `recipeOf`. */
  readonly recipe: string
  readonly training: readonly LabelledRow[]
  /** For choices: of the uncertainty threshold here, of the number of epochs by the caller. May be empty. */
  readonly development: readonly LabelledRow[]
  /** Additional corpora for recipes that train on several. */
  readonly others: readonly Corpus[]
  /** Null yields one model after another, for the caller to choose from. */
  readonly epochs: number | null
  readonly seed: number
  /** The split is by row, so one tweet may have rows on both sides. */
  readonly isLeaky: boolean
  /** Directory of checkpoints and models. An earlier run of the same training is resumed. */
  readonly directory: string
}

/** The directory of a model, and its number of passes over the training rows. */
export interface TrainedForSplit {
  readonly directory: string
  readonly epochs: number
}

/** Returns the recipe of that name. Throws a `UsageError` that lists the names. */
export function recipeOf(
  name: string,
): Pick<Recipe, 'name' | 'labels' | 'epochs'> & { readonly isPooled: boolean; readonly language: TrainingLanguage } {
  const recipe = RECIPES.find(candidate => candidate.name === name)
  if (recipe !== undefined) return { ...recipe, isPooled: false, language: english }
  const pooled = POOLED_RECIPES.find(candidate => candidate.name === name)
  if (pooled !== undefined) return { ...pooled, labels: POOLED_LABELS, isPooled: true }
  throw new UsageError(`--recipe is ${JSON.stringify(name)}; expected one of ${RECIPE_NAMES.join(', ')}.`)
}

/**
 * Trains a recipe on some rows for an evaluation and yields the directory of each model. With a number of epochs, it
 * yields one model. Without, it yields one for each number of epochs in ascending order; each is trained only when it
 * is requested. Ends early if the signal aborts.
 */
export async function* trainForSplit(options: SplitTraining): AsyncGenerator<TrainedForSplit> {
  const pooled = POOLED_RECIPES.find(({ name }) => name === options.recipe)
  if (pooled !== undefined) {
    const trained = await trainPooledForSplit(pooled, options)
    if (trained !== null) yield trained
    return
  }
  const recipe = RECIPES.find(({ name }) => name === options.recipe)
  if (recipe === undefined) throw new UsageError(`Unknown recipe ${JSON.stringify(options.recipe)}.`)
  const tf = loadTensorFlow()
  const data = trainingData(recipe, options)
  const run = { recipe: recipe.name, dataSha256: rowsSha256(options.training), seed: options.seed, limit: null }
  const last = options.epochs ?? recipe.epochs
  for (let epochs = options.epochs ?? 1; epochs <= last; epochs++) {
    const checkpoints = join(options.directory, 'checkpoints')
    const state = await train(tf, recipe, data, { ...options, run, epochs, checkpoints, isResumed: true })
    if (state === null) return
    const directory = join(options.directory, `epochs-${epochs}`)
    writeModel(
      directory,
      await buildModel({ name: recipe.name, recipe, data, weights: state.weights, run: provenanceOf(options) }),
    )
    yield { directory, epochs }
  }
}

/** The weights are temporary, so their provenance is minimal. */
const provenanceOf = ({ seed }: SplitTraining) => ({
  command: null,
  seed,
  trainedAt: null,
  runtime: null,
  codeRevision: null,
  data: [],
})

/**
 * The learning rate falls to zero at the last epoch, so a run with fewer epochs is a different run. Therefore only the
 * given number, or the recipe's, is trained.
 */
async function trainPooledForSplit(recipe: PooledRecipe, options: SplitTraining): Promise<TrainedForSplit | null> {
  const { training, development, others, seed, directory, isLeaky } = options
  const epochs = options.epochs ?? recipe.epochs
  const readable = (rows: readonly LabelledRow[]) => rows.filter(({ text }) => text.trim() !== '')
  const own: Corpus = {
    name: 'split',
    sha256: rowsSha256(training),
    rows: [
      ...readable(training).map(row => ({ ...row, isDevelopment: false })),
      ...readable(development).map(row => ({ ...row, isDevelopment: true })),
    ],
  }
  const buckets = { test: [], development: [], isLeaky }
  const data = await preparePooledData(recipe, [own, ...others], { buckets, limit: null, lexicons: LEXICONS_DIRECTORY })
  const dataSha256 = createHash('sha256')
    .update([own, ...others].map(({ sha256 }) => sha256).join('\n'))
    .digest('hex')
  const network = await trainPooled(loadTensorFlow(), recipe, data, {
    run: { recipe: recipe.name, dataSha256, seed, limit: null, epochs },
    checkpoints: join(directory, 'checkpoints'),
    isResumed: true,
    signal: options.signal,
    say: options.say,
    startProgress: options.startProgress,
  })
  if (network === null) return null
  const model = join(directory, `epochs-${epochs}`)
  writeModel(
    model,
    await buildPooledModel({
      name: recipe.name,
      recipe,
      data,
      network,
      buckets,
      isOfOneLanguage: false,
      run: provenanceOf(options),
    }),
  )
  return { directory: model, epochs }
}

/** Like `prepareData` for the recipe's own split, except that nothing is fitted on rows outside the training part. */
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
  if (maxTokens === 0)
    throw new UsageError(`${recipe.name} keeps only ${kept.length} training rows, too few to train on.`)
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

/** Checkpoints of other rows are not resumed. */
function rowsSha256(rows: readonly LabelledRow[]): string {
  const hash = createHash('sha256')
  for (const { id, entity, text, label } of rows) hash.update(`${JSON.stringify([id, entity, text, label])}\n`)
  return hash.digest('hex')
}
