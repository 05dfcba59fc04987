import { mkdtemp, rm, stat } from 'node:fs/promises'
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
import { LEXICONS_DIRECTORY } from '../ml/lexicons/lexicon-packages.ts'
import { createClassifier } from '../ml/network/create-classifier.ts'
import { loadTensorFlow } from '../ml/tensorflow/load.ts'
import type { Corpus } from '../ml/training/corpora.ts'
import { readKnownCorpora } from '../ml/training/known-corpora.ts'
import { findModel } from '../models/find-model.ts'
import type { ModelFolder } from '../models/read-models.ts'
import { UsageError } from '../problem/problem.ts'
import { listenForInterruption } from '../process/signals.ts'
import { readCorpusOf } from './corpus-options.ts'
import { datasetName, type FileFlags, readLabelled, shownOptions } from './evaluation-flags.ts'
import { inferenceThreads } from './inference-threads.ts'
import { checkOutputFolder } from './output-paths.ts'
import { startProgress } from './progress.ts'

/** Columns of Kaggle's files, which have no header. */
const KAGGLE_COLUMNS = 'id,entity,sentiment,text'

const DEFAULT_SEED = 42

/**
 * Trains a recipe on a split's training part and evaluates it on the test part. `model` is the model whose reports are
 * saved; null without `--save`.
 */
export async function evaluateRecipe(
  flags: FileFlags,
  config: Config,
): Promise<{ model: ModelFolder | null; reports: EvaluationReport[] }> {
  const recipe = recipeOf(flags.recipe ?? '')
  // Checked first, so that a long training does not end with an error.
  const model = flags.save === true ? await findModel(config.modelDirectories, recipe.name) : null
  if (recipe.isPooled) checkLexicons(LEXICONS_DIRECTORY, recipe.language.code)
  else if (flags.with.length > 0)
    throw new UsageError(`--with requires a recipe that trains on several corpora; ${recipe.name} trains on one file.`)
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
      throw new UsageError('Interrupted. Use --checkpoints to be able to resume.', interruption.exitCode() ?? 130)
    }
    return { model, reports: await measure(task, trained, threads, commandLine(flags, task, trained)) }
  } finally {
    interruption.stopListening()
    if (flags.checkpoints === undefined) await rm(directory, { recursive: true, force: true })
  }
}

type NamedRecipe = ReturnType<typeof recipeOf>

/** The training and evaluation to run, as read from the files that the flags name. */
interface Task {
  readonly recipe: NamedRecipe
  readonly split: TrainedSplit
  readonly seed: number
  /** Null if the development rows choose the number. */
  readonly epochs: number | null
  readonly division: Division
  /** Additional corpora to train on. */
  readonly others: readonly Corpus[]
  /** The file that contains the test rows. */
  readonly tested: LabelledFile
  readonly selection: Selection
  /** The recipe's labels that occur in the training rows. */
  readonly labels: readonly Label[]
}

async function readTask(flags: FileFlags, recipe: NamedRecipe): Promise<Task> {
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
  for (const option of flags.with) others.push(...(await readOthers(option, recipe, file.sha256)))
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

/**
 * Returns the model with the given number of epochs, or the best of the candidates. Null if the signal ended the
 * training.
 */
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

/**
 * An additional corpus, whose columns follow an equals sign if it has no header; or the known corpora of a directory,
 * except the one that is divided.
 */
async function readOthers(
  option: string,
  { language }: NamedRecipe,
  dividedSha256: string,
): Promise<readonly Corpus[]> {
  if ((await stat(option).catch(() => null))?.isDirectory() === true) {
    return (await readKnownCorpora(option, say, language.corpora)).filter(({ sha256 }) => sha256 !== dividedSha256)
  }
  const [, path = option, columns] = /^(.+)=([^=]*,[^=]*)$/.exec(option) ?? []
  return [await readCorpusOf(columns === undefined ? { path } : { path, columns }, say)]
}

async function last(candidates: AsyncIterable<TrainedForSplit>): Promise<TrainedForSplit | null> {
  let latest: TrainedForSplit | null = null
  for await (const candidate of candidates) latest = candidate
  return latest
}

/** Omits chosen epochs, which would be chosen again. Spells out others, because a recipe's default may change. */
function commandLine(flags: FileFlags, task: Task, { epochs }: TrainedForSplit): string {
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
