import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Config } from '../config.ts'
import type { Label } from '../labels.ts'
import type { LabelledFile } from '../ml/evaluation/labelled-file.ts'
import type { EvaluationReport } from '../ml/evaluation/report.ts'
import type { Division } from '../ml/evaluation/splits/division.ts'
import { chooseEpochs } from '../ml/experiments/choose-epochs.ts'
import { evaluate } from '../ml/experiments/evaluate.ts'
import type { Selection } from '../ml/experiments/select-rows.ts'
import { divide, selectSplitRows, type TrainedSplit } from '../ml/experiments/split-test.ts'
import { recipeOf, type TrainedForSplit, trainForSplit } from '../ml/experiments/train-for-split.ts'
import { checkLexicons } from '../ml/lexicons/installed.ts'
import { createClassifier } from '../ml/network/create-classifier.ts'
import { loadTensorFlow } from '../ml/tensorflow/load.ts'
import type { Corpus } from '../ml/training/corpora.ts'
import { findModel } from '../models/find-model.ts'
import type { ModelFolder } from '../models/read-models.ts'
import { UsageError } from '../problem/problem.ts'
import { listenForInterruption } from '../process/signals.ts'
import { readCorpusOf } from './corpus-options.ts'
import { datasetName, type EvaluateFlags, readLabelled, shownOptions } from './evaluation-flags.ts'
import { inferenceThreads } from './inference-threads.ts'
import { checkOutputFolder } from './output-paths.ts'
import { startProgress } from './progress.ts'

/** Of Kaggle's files, which have no header. */
const KAGGLE_COLUMNS = 'id,entity,sentiment,text'

const DEFAULT_SEED = 42

/** Trains a recipe on a split's training part and measures it on the test part. `model` is where its reports belong; null unless they are saved. */
export async function evaluateRecipe(
  flags: EvaluateFlags,
  config: Config,
): Promise<{ model: ModelFolder | null; reports: EvaluationReport[] }> {
  const recipe = recipeOf(flags.recipe ?? '')
  // Before the work, not after it.
  const model = flags.save === true ? await findModel(config.modelDirectories, recipe.name) : null
  if (recipe.isPooled) checkLexicons()
  else if (flags.with.length > 0)
    throw new UsageError(`--with is for recipes of several corpora; ${recipe.name} trains on one file.`)
  loadTensorFlow()
  if (flags.checkpoints !== undefined) await checkOutputFolder('--checkpoints', flags.checkpoints)
  const task = await readTask(flags, recipe)
  for (const notice of task.selection.notices) console.error(notice)

  const directory = flags.checkpoints ?? (await mkdtemp(join(tmpdir(), 'pulso-split-')))
  const threads = inferenceThreads(config)
  const interruption = listenForInterruption()
  try {
    const trained = await trainBest(task, { directory, threads, signal: interruption.signal })
    if (trained === null || interruption.signal.aborted) {
      throw new UsageError(
        'Interrupted; --checkpoints keeps each epoch for another try.',
        interruption.exitCode() ?? 130,
      )
    }
    return { model, reports: await measure(task, trained, threads, commandLine(flags, task, trained)) }
  } finally {
    interruption.stopListening()
    if (flags.checkpoints === undefined) await rm(directory, { recursive: true, force: true })
  }
}

type NamedRecipe = ReturnType<typeof recipeOf>

/** What is trained and measured, read from the files that the flags name. */
interface Task {
  readonly recipe: NamedRecipe
  readonly split: TrainedSplit
  readonly seed: number
  /** Null lets the development rows choose. */
  readonly epochs: number | null
  readonly division: Division
  /** Further corpora to train on. */
  readonly others: readonly Corpus[]
  /** The file whose rows are the test. */
  readonly tested: LabelledFile
  readonly selection: Selection
  /** Those of the recipe that the training rows have. */
  readonly labels: readonly Label[]
}

async function readTask(flags: EvaluateFlags, recipe: NamedRecipe): Promise<Task> {
  const { split = 'grouped', seed = DEFAULT_SEED } = flags
  const tableFlags = { ...flags, columns: flags.columns ?? KAGGLE_COLUMNS }
  const file = await readLabelled(flags.data, tableFlags)
  const validation = flags.test === undefined ? null : await readLabelled(flags.test, tableFlags)
  const tested = validation ?? file
  const division = divide(split, file, validation)
  const known = new Set(division.training.map(({ label }) => label))
  const labels = recipe.labels.filter(label => known.has(label))
  const selection = selectSplitRows(split, tested, division, labels)
  const others: Corpus[] = []
  for (const option of flags.with) others.push(await readOther(option))
  const isChosen = flags.epochs === undefined && split !== 'random' && !recipe.isPooled
  const epochs = isChosen ? null : (flags.epochs ?? recipe.epochs)
  return { recipe, split, seed, epochs, division, others, tested, selection, labels }
}

interface TrainingRun {
  /** For checkpoints and models. */
  readonly directory: string
  readonly threads: number
  readonly signal: AbortSignal
}

/** The model with the given number of epochs, or the best of those that were tried; null if the signal ended the training. */
async function trainBest(task: Task, { directory, threads, signal }: TrainingRun): Promise<TrainedForSplit | null> {
  const { recipe, split, seed, epochs, division, others, labels } = task
  const candidates = trainForSplit({
    recipe: recipe.name,
    training: division.training,
    development: division.development,
    others,
    epochs,
    seed,
    isLeaky: split !== 'grouped',
    directory,
    signal,
    say,
    startProgress: (epoch, total) => startProgress({ label: `epoch ${epoch}`, total, unit: 'rows' }),
  })
  if (epochs !== null) return last(candidates)
  const development = division.development.filter(({ label, text }) => labels.includes(label) && text.trim() !== '')
  return chooseEpochs(candidates, development, labels, { threads, say })
}

async function measure(
  { selection, labels, tested, seed }: Task,
  { directory, epochs }: TrainedForSplit,
  threads: number,
  command: string,
): Promise<EvaluationReport[]> {
  const classifier = await createClassifier({ directory, threads, maxQueuedMentions: 1000 })
  return evaluate({
    classifier,
    selection,
    labels,
    heading: {
      dataset: datasetName(tested.name),
      datasetSha256: tested.sha256,
      command,
      trainedFor: 'SPLIT',
      epochs,
      seed,
    },
    now: new Date(),
    onProgress: () => {},
    say,
  }).finally(() => classifier.close())
}

const say = (line: string) => console.error(line)

/** A further corpus, with its columns behind it where it has no header. */
function readOther(option: string): Promise<Corpus> {
  const [, path = option, columns] = /^(.+)=([^=]*,[^=]*)$/.exec(option) ?? []
  return readCorpusOf(columns === undefined ? { path } : { path, columns }, say)
}

async function last(candidates: AsyncIterable<TrainedForSplit>): Promise<TrainedForSplit | null> {
  let latest: TrainedForSplit | null = null
  for await (const candidate of candidates) latest = candidate
  return latest
}

/** Epochs that were chosen are chosen again; others are spelled out, because a recipe's default may change. */
function commandLine(flags: EvaluateFlags, task: Task, { epochs }: TrainedForSplit): string {
  const { recipe, split, data, test, columns, inputFormat, encoding } = flags
  const others = flags.with.map(option => shownOptions({ with: basename(option) })).join('')
  return `pulso evaluate${shownOptions({
    recipe,
    split,
    data: basename(data),
    test: test === undefined ? undefined : basename(test),
    columns,
    'input-format': inputFormat,
    encoding,
    epochs: task.epochs === null ? undefined : epochs,
    seed: task.seed,
  })}${others}`
}
