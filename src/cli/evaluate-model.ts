import { basename } from 'node:path'
import type { Config } from '../config.ts'
import type { LabelledRow } from '../ml/evaluation/labelled-file.ts'
import type { EvaluationReport } from '../ml/evaluation/report.ts'
import { encodeTrainedOn, trainedOnTest } from '../ml/evaluation/trained-on.ts'
import { evaluate } from '../ml/experiments/evaluate.ts'
import { type Selection, selectRows } from '../ml/experiments/select-rows.ts'
import { createClassifier } from '../ml/network/create-classifier.ts'
import { DEFAULT_MODEL } from '../models/default-model.ts'
import { findModel } from '../models/find-model.ts'
import type { ModelFolder } from '../models/read-models.ts'
import { UsageError } from '../problem/problem.ts'
import { datasetName, type FileFlags, readLabelled, shownOptions, shownTableOptions } from './evaluation-flags.ts'
import { inferenceThreads } from './inference-threads.ts'
import { startProgress } from './progress.ts'
import { readTrainedOn } from './read-trained-on.ts'

/** Measures a model as it is served. Throws a `UsageError`. */
export async function evaluateModel(
  flags: FileFlags,
  config: Config,
): Promise<{ model: ModelFolder; reports: EvaluationReport[] }> {
  const model = await findModel(config.modelDirectories, flags.model ?? DEFAULT_MODEL)
  const only = flags.only ?? null
  const file = await readLabelled(flags.data, flags, only)
  const selection = await withBaselineData(selectRows(file, model.manifest, await readTrainedOn(model)), flags)
  for (const notice of selection.notices) console.error(notice)
  const threads = inferenceThreads(config)
  const classifier = await createClassifier({ directory: model.directory, threads, maxQueuedMentions: 1000 })
  const progress = startProgress({ label: 'evaluate', total: selection.rows.length, unit: 'rows' })
  let isShown = true
  const hideProgress = () => {
    if (isShown) progress.stop()
    isShown = false
  }
  const reports = await evaluate({
    classifier,
    selection,
    labels: model.manifest.labels,
    heading: {
      dataset: datasetName(file.name, only),
      datasetSha256: file.sha256,
      command: commandLine(flags),
      trainedFor: 'SERVING',
      epochs: null,
      seed: null,
    },
    now: new Date(),
    onProgress: progress.update,
    say: line => {
      hideProgress()
      console.error(line)
    },
  }).finally(() => {
    hideProgress()
    return classifier.close()
  })
  return { model, reports }
}

/**
 * A file that is not divided needs other rows to train the baseline on. Rows of the test are excluded, unless the model
 * was trained on them as well.
 */
async function withBaselineData(selection: Selection, flags: FileFlags): Promise<Selection> {
  if (flags.baselineData.length === 0) return selection
  if (selection.training !== null) {
    throw new UsageError("Remove --baseline-data: the baseline is trained on the file's own training part.")
  }
  const given: LabelledRow[] = []
  for (const option of flags.baselineData) {
    // A file name may contain an equals sign; a list of columns has at least one comma.
    const [, path = option, columns] = /^(.+)=([^=]*,[^=]*)$/.exec(option) ?? []
    const file = await readLabelled(path, columns === undefined ? flags : { ...flags, columns })
    given.push(...file.rows)
  }
  if (selection.isLeaky) return { ...selection, training: given }
  const isTested = trainedOnTest(encodeTrainedOn(selection.rows))
  const training = given.filter(row => !isTested(row))
  const dropped = given.length - training.length
  const notice = `${dropped.toLocaleString('en')} rows of --baseline-data excluded: their tweets are in the test set.`
  return { ...selection, training, notices: dropped === 0 ? selection.notices : [...selection.notices, notice] }
}

function commandLine({ model, data, only, baselineData, ...flags }: FileFlags): string {
  const filter = only === undefined ? undefined : `${only.column}=${only.values.join(',')}`
  const given = shownOptions({ model: model ?? DEFAULT_MODEL, data: basename(data) })
  const baselines = baselineData.map(file => shownOptions({ 'baseline-data': basename(file) }))
  return `pulso evaluate${given}${shownTableOptions(flags)}${shownOptions({ only: filter })}${baselines.join('')}`
}
