import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Config } from '../config.ts'
import type { LabelledFile, LabelledRow } from '../ml/evaluation/labelled-file.ts'
import type { EvaluationReport } from '../ml/evaluation/report.ts'
import { evaluate } from '../ml/experiments/evaluate.ts'
import { answerableOnly, type Selection, selectRows } from '../ml/experiments/select-rows.ts'
import type { Classifier } from '../ml/network/classifier.ts'
import { createClassifier } from '../ml/network/create-classifier.ts'
import type { Corpus, CorpusRow } from '../ml/training/corpora.ts'
import { DEFAULT_MODEL } from '../models/default-model.ts'
import { findModel } from '../models/find-model.ts'
import type { ModelFolder } from '../models/read-models.ts'
import { UsageError } from '../problem/problem.ts'
import { type EvaluateFlags, readLabelled, shownOptions } from './evaluation-flags.ts'
import { inferenceThreads } from './inference-threads.ts'
import { startProgress } from './progress.ts'
import { readHeldOut } from './read-held-out.ts'
import { readTrainedOn } from './read-trained-on.ts'

/** Rows to evaluate under one name. */
interface EvaluationSet {
  readonly dataset: string
  readonly sha256: string
  readonly selection: Selection
}

/**
 * Evaluates a model on everything that its card quotes: the rows of its corpora that were kept for development, sources
 * that it was never trained on, and directories of small sets. Throws a `UsageError`.
 */
export async function evaluateCorpora(
  flags: EvaluateFlags,
  config: Config,
): Promise<{ model: ModelFolder; reports: EvaluationReport[] }> {
  const model = await findModel(config.modelDirectories, flags.model ?? DEFAULT_MODEL)
  const sets = [...(await readOwnSets(flags, model)), ...(await readCorpusSets(flags, model))]
  const threads = inferenceThreads(config)
  const classifier = await createClassifier({ directory: model.directory, threads, maxQueuedMentions: 1000 })
  try {
    const reports: EvaluationReport[] = []
    for (const set of sets) reports.push(...(await evaluateSet(set, flags, model, classifier)))
    return { model, reports }
  } finally {
    await classifier.close()
  }
}

async function evaluateSet(
  { dataset, sha256, selection }: EvaluationSet,
  flags: EvaluateFlags,
  model: ModelFolder,
  classifier: Classifier,
): Promise<EvaluationReport[]> {
  const progress = startProgress({ label: dataset, total: selection.rows.length, unit: 'rows' })
  return evaluate({
    classifier,
    selection,
    labels: model.manifest.labels,
    heading: {
      dataset,
      datasetSha256: sha256,
      command: commandLine(flags),
      trainedFor: 'SERVING',
      epochs: null,
      seed: null,
    },
    now: new Date(),
    onProgress: progress.update,
    say: () => {},
  }).finally(() => progress.stop())
}

/** One set for each file, or for each part of a file that has a column `part`. */
async function readOwnSets({ sets = [] }: EvaluateFlags, model: ModelFolder): Promise<EvaluationSet[]> {
  const isTrainedOn = await readTrainedOn(model)
  const found: EvaluationSet[] = []
  for (const directory of sets) {
    const names = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
      throw new UsageError(`--sets names ${directory}, which cannot be read (${error.code}).`)
    })
    const files = names.filter(name => /\.csv(\.gz)?$/.test(name)).toSorted()
    if (files.length === 0) throw new UsageError(`${directory} has no file .csv or .csv.gz to evaluate.`)
    for (const name of files) {
      const file = await readLabelled(join(directory, name), { timezone: 'UTC' }, null, 'part')
      for (const [part, rows] of byPart(file)) {
        const selection = selectRows({ ...file, rows }, model.manifest, isTrainedOn)
        const base = name.replace(/\.csv(\.gz)?$/, '')
        found.push({ dataset: part === '' ? base : `${base} (part=${part})`, sha256: file.sha256, selection })
      }
    }
  }
  return found
}

function byPart({ rows }: LabelledFile): ReadonlyMap<string, LabelledRow[]> {
  const parts = new Map<string, LabelledRow[]>()
  for (const row of rows) {
    const part = row.source ?? ''
    const own = parts.get(part)
    if (own === undefined) parts.set(part, [row])
    else own.push(row)
  }
  return parts.size > 1 ? parts : new Map([['', [...rows]]])
}

async function readCorpusSets({ corpora: directory }: EvaluateFlags, model: ModelFolder): Promise<EvaluationSet[]> {
  if (directory === undefined) return []
  const parts = await readHeldOut(directory, model, ['unseenSources'])
  return parts.map(({ corpus, rows }) => corpusSet(corpus, rows, model))
}

function corpusSet({ name, sha256 }: Corpus, rows: readonly CorpusRow[], model: ModelFolder): EvaluationSet {
  const file: LabelledFile = { name, sha256, rows, unusableRows: 0 }
  const selection = answerableOnly(file, model.manifest.labels, answerable => ({
    rows: answerable,
    training: null,
    split: 'EXTERNAL',
    isLeaky: false,
    leakReason: null,
    trainedOnRowCount: 0,
    notices: [],
  }))
  return { dataset: name, sha256, selection }
}

function commandLine({ model, corpora, sets = [] }: EvaluateFlags): string {
  const directories = sets.map(directory => shownOptions({ sets: basename(directory) })).join('')
  return `pulso evaluate${shownOptions({ model: model ?? DEFAULT_MODEL, corpora: corpora && basename(corpora) })}${directories}`
}
