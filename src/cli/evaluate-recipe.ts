import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Config } from '../config.ts'
import type { EvaluationReport } from '../ml/evaluation/report.ts'
import { chooseEpochs } from '../ml/experiments/choose-epochs.ts'
import { evaluate } from '../ml/experiments/evaluate.ts'
import { divide, selectSplitRows } from '../ml/experiments/split-test.ts'
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
import { checkOutputFolder } from './output-place.ts'
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
  const { split = 'grouped', seed = DEFAULT_SEED } = flags
  // Before the work, not after it.
  const model = flags.save === true ? await findModel(config.modelDirectories, recipe.name) : null
  if (recipe.isPooled) checkLexicons()
  else if (flags.with.length > 0)
    throw new UsageError(`--with is for recipes of several corpora; ${recipe.name} trains on one file.`)
  loadTensorFlow()
  if (flags.checkpoints !== undefined) await checkOutputFolder('--checkpoints', flags.checkpoints)
  const tableFlags = { ...flags, columns: flags.columns ?? KAGGLE_COLUMNS }
  const file = await readLabelled(flags.data, tableFlags)
  const validation = flags.test === undefined ? null : await readLabelled(flags.test, tableFlags)
  const tested = validation ?? file
  const division = divide(split, file, validation)
  const known = new Set(division.training.map(({ label }) => label))
  const labels = recipe.labels.filter(label => known.has(label))
  const selection = selectSplitRows(split, tested, division, labels)
  for (const notice of selection.notices) console.error(notice)

  const others: Corpus[] = []
  for (const option of flags.with) others.push(await readOther(option))

  const directory = flags.checkpoints ?? (await mkdtemp(join(tmpdir(), 'pulso-split-')))
  const interruption = listenForInterruption()
  try {
    const isChosen = flags.epochs === undefined && split !== 'random' && !recipe.isPooled
    const epochs = isChosen ? null : (flags.epochs ?? recipe.epochs)
    const candidates = trainForSplit({
      recipe: recipe.name,
      training: division.training,
      development: division.development,
      others,
      epochs,
      seed,
      isLeaky: split !== 'grouped',
      directory,
      signal: interruption.signal,
      say: line => console.error(line),
      startProgress: (epoch, total) => startProgress({ label: `epoch ${epoch}`, total, unit: 'rows' }),
    })
    const threads = inferenceThreads(config)
    const development = division.development.filter(({ label, text }) => labels.includes(label) && text.trim() !== '')
    const chosen = isChosen
      ? await chooseEpochs(candidates, development, labels, { threads, say: line => console.error(line) })
      : await last(candidates)
    if (chosen === null || interruption.signal.aborted) {
      throw new UsageError(
        'Interrupted; --checkpoints keeps each epoch for another try.',
        interruption.exitCode() ?? 130,
      )
    }
    const classifier = await createClassifier({ directory: chosen.directory, threads, maxQueuedMentions: 1000 })
    const reports = await evaluate({
      classifier,
      selection,
      labels,
      heading: {
        dataset: datasetName(tested.name),
        datasetSha256: tested.sha256,
        command: commandLine(flags, seed, chosen, isChosen),
        trainedFor: 'SPLIT',
        epochs: chosen.epochs,
        seed,
      },
      now: new Date(),
      onProgress: () => {},
      say: line => console.error(line),
    }).finally(() => classifier.close())
    return { model, reports }
  } finally {
    interruption.stopListening()
    if (flags.checkpoints === undefined) await rm(directory, { recursive: true, force: true })
  }
}

/** A further corpus, with its columns behind it where it has no header. */
function readOther(option: string): Promise<Corpus> {
  const [, path = option, columns] = /^(.+)=([^=]*,[^=]*)$/.exec(option) ?? []
  return readCorpusOf(columns === undefined ? { path } : { path, columns }, line => console.error(line))
}

async function last(candidates: AsyncIterable<TrainedForSplit>): Promise<TrainedForSplit | null> {
  let latest: TrainedForSplit | null = null
  for await (const candidate of candidates) latest = candidate
  return latest
}

/** Epochs that were chosen are chosen again; others are spelled out, because a recipe's default may change. */
function commandLine(flags: EvaluateFlags, seed: number, { epochs }: TrainedForSplit, isChosen: boolean): string {
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
    epochs: isChosen ? undefined : epochs,
    seed,
  })}${others}`
}
