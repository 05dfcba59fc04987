import { basename } from 'node:path'
import type { Config } from '../config.ts'
import type { EstimationReport } from '../ml/evaluation/estimates/estimation-report.ts'
import { type JudgedEntity, judgedEntities } from '../ml/evaluation/estimates/labelled-entities.ts'
import { measureEstimates } from '../ml/evaluation/estimates/measure-estimates.ts'
import type { LabelledRow } from '../ml/evaluation/labelled-file.ts'
import { createClassifier } from '../ml/network/create-classifier.ts'
import { DEFAULT_MODEL } from '../models/default-model.ts'
import { findModel } from '../models/find-model.ts'
import type { ModelFolder } from '../models/read-models.ts'
import { UsageError } from '../problem/problem.ts'
import { datasetName, type EvaluateFlags, readLabelled, shownOptions, shownTableOptions } from './evaluation-flags.ts'
import { inferenceThreads } from './inference-threads.ts'
import { startProgress } from './progress.ts'
import { readHeldOut } from './read-held-out.ts'
import { readTrainedOn } from './read-trained-on.ts'

const DEFAULT_DRAWS = 20
const DEFAULT_SEED = 42
const ROWS_PER_CALL = 1000

/** Measures what the intervals of a served model are worth. Throws a `UsageError`. */
export async function evaluateEstimates(
  flags: EvaluateFlags,
  files: readonly string[],
  config: Config,
): Promise<{ model: ModelFolder; report: EstimationReport }> {
  const { draws = DEFAULT_DRAWS, seed = DEFAULT_SEED } = flags
  const model = await findModel(config.modelDirectories, flags.model ?? DEFAULT_MODEL)
  const rows = [...(await readSources(flags, files)), ...(await readCorpora(flags, model))]
  const isTrainedOn = await readTrainedOn(model)
  const unseen = isTrainedOn === null ? rows : rows.filter(row => !isTrainedOn(row))
  const entities = await judge(model, unseen, config)
  const progress = startProgress({ label: 'test', total: sourcesOf(entities).length, unit: 'sources' })
  try {
    const measured = measureEstimates(entities, { draws, seed, onProgress: progress.update })
    return {
      model,
      report: {
        modelVersion: model.version,
        command: commandLine(flags, files, draws, seed),
        evaluatedAt: new Date().toISOString(),
        seed,
        sources: sourcesOf(entities),
        trainedOnRowCount: rows.length - unseen.length,
        errors: measured.errors,
        entities: [...measured.entities],
        comparisons: [...measured.comparisons],
      },
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new UsageError(
      `${error.message} Give several labelled files, one with --source-column, or --corpora; an entity needs 20 labelled tweets.`,
    )
  } finally {
    progress.stop()
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

/** Each corpus is a source. Rows about no entity are of no use here. */
async function readCorpora({ corpora }: EvaluateFlags, model: ModelFolder): Promise<LabelledRow[]> {
  if (corpora === undefined) return []
  const parts = await readHeldOut(corpora, model, ['unseenSources', 'genres'])
  return parts.flatMap(({ corpus: { name }, rows }) =>
    rows.flatMap(({ id, entity, text, label }) => (entity === null ? [] : [{ id, entity, text, label, source: name }])),
  )
}

async function judge(model: ModelFolder, rows: readonly LabelledRow[], config: Config): Promise<JudgedEntity[]> {
  const threads = inferenceThreads(config)
  const classifier = await createClassifier({ directory: model.directory, threads, maxQueuedMentions: ROWS_PER_CALL })
  const progress = startProgress({ label: 'classify', total: rows.length, unit: 'tweets' })
  try {
    const scores = []
    for (let start = 0; start < rows.length; start += ROWS_PER_CALL) {
      const part = rows.slice(start, start + ROWS_PER_CALL)
      scores.push(...(await classifier.classify(part.map(({ text, entity }) => ({ text, entity })))))
      progress.update(start + part.length)
    }
    return judgedEntities(rows, scores)
  } finally {
    progress.stop()
    await classifier.close()
  }
}

function sourcesOf(entities: readonly JudgedEntity[]): EstimationReport['sources'] {
  const sources = new Map<string, { name: string; entityCount: number; tweetCount: number }>()
  for (const { source, tweets } of entities) {
    const row = sources.get(source) ?? { name: source, entityCount: 0, tweetCount: 0 }
    sources.set(source, { ...row, entityCount: row.entityCount + 1, tweetCount: row.tweetCount + tweets.length })
  }
  return [...sources.values()]
}

function commandLine(flags: EvaluateFlags, files: readonly string[], draws: number, seed: number): string {
  const { model, sourceColumn, corpora } = flags
  const names = files.map(file => ` ${basename(file)}`).join('')
  const options = shownOptions({
    corpora: corpora && basename(corpora),
    model: model ?? DEFAULT_MODEL,
    'source-column': sourceColumn,
    draws,
    seed,
  })
  return `pulso evaluate --estimates${names}${options}${shownTableOptions(flags)}`
}
