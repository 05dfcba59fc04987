import { rename, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Config } from '../config.ts'
import type { AdaptationTest } from '../ml/adaptation/adaptation-test.ts'
import { testAdaptation } from '../ml/adaptation/test-adaptation.ts'
import type { LabelledRow } from '../ml/evaluation/labelled-file.ts'
import { loadModel } from '../ml/network/load-model.ts'
import { DEFAULT_MODEL } from '../models/default-model.ts'
import { findModel } from '../models/find-model.ts'
import type { ModelFolder } from '../models/read-models.ts'
import { UsageError } from '../problem/problem.ts'
import { datasetName, type EvaluateFlags, readLabelled, shownOptions, shownTableOptions } from './evaluation-flags.ts'
import { startProgress } from './progress.ts'
import { readTrainedOn } from './read-trained-on.ts'

const DEFAULT_DRAWS = 5
const DEFAULT_SEED = 42
/** With fewer labelled tweets, nothing is left to test. */
const FEWEST_TWEETS = 100

/** Measures how much better a model becomes with labels of sources that it was not trained on. Throws a `UsageError`. */
export async function evaluateAdaptation(
  flags: EvaluateFlags,
  files: readonly string[],
  config: Config,
): Promise<{ model: ModelFolder; test: AdaptationTest }> {
  const { draws = DEFAULT_DRAWS, seed = DEFAULT_SEED } = flags
  const folder = await findModel(config.modelDirectories, flags.model ?? DEFAULT_MODEL)
  const model = await loadModel(folder.directory)
  const isTrainedOn = await readTrainedOn(folder)
  const rows = await readSources(flags, files)
  const usable = rows.filter(({ label, text }) => model.manifest.labels.includes(label) && text.trim() !== '')
  const unseen = isTrainedOn === null ? usable : usable.filter(row => !isTrainedOn(row))
  const names = [...new Set(unseen.map(({ source }) => source ?? ''))]
  const sources = names
    .map(name => ({ name, own: unseen.filter(({ source }) => source === name) }))
    .filter(({ own }) => own.length >= FEWEST_TWEETS)
  if (sources.length === 0) {
    throw new UsageError(`No source has ${FEWEST_TWEETS} labelled tweets that the model was not trained on.`)
  }
  const progress = startProgress({ label: 'adapt', total: sources.length, unit: 'sources' })
  const tested: AdaptationTest['sources'] = []
  try {
    for (const { name, own } of sources) {
      const mentions = own.map(row => ({ ...row, weight: 1 }))
      const measured = await testAdaptation(model, mentions, { draws, seed })
      const entityCount = new Set(own.map(({ entity }) => entity)).size
      tested.push({ name, entityCount, tweetCount: own.length, rows: measured })
      progress.update(tested.length)
    }
  } finally {
    progress.stop()
  }
  const named = files.map(file => ` ${basename(file)}`).join('')
  const options = shownOptions({
    model: flags.model ?? DEFAULT_MODEL,
    'source-column': flags.sourceColumn,
    draws,
    seed,
  })
  return {
    model: folder,
    test: {
      modelVersion: folder.version,
      command: `pulso evaluate --adaptation${named}${options}${shownTableOptions(flags)}`,
      evaluatedAt: new Date().toISOString(),
      seed,
      trainedOnRowCount: usable.length - unseen.length,
      sources: tested,
    },
  }
}

async function readSources(flags: EvaluateFlags, files: readonly string[]): Promise<LabelledRow[]> {
  const rows: LabelledRow[] = []
  for (const path of files) {
    const file = await readLabelled(path, flags, null, flags.sourceColumn ?? null)
    const source = datasetName(path)
    for (const row of file.rows) rows.push({ ...row, source: row.source ?? source })
  }
  return rows
}

/** Writes a test into a model's folder. Returns the path. Throws a `UsageError`. */
export async function saveAdaptationTest(directory: string, test: AdaptationTest): Promise<string> {
  const path = join(directory, 'adaptation-test.json')
  try {
    await writeFile(`${path}.new`, `${JSON.stringify(test, null, 2)}\n`)
    await rename(`${path}.new`, path)
  } catch (error) {
    throw new UsageError(`${path} cannot be written (${(error as NodeJS.ErrnoException).code}); remove --save.`)
  }
  return path
}
