import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type AdaptationReport, adaptationReportSchema } from '../ml/evaluation/adaptation-report.ts'
import { type EstimationReport, estimationReportSchema } from '../ml/evaluation/estimates/estimation-report.ts'
import { type EvaluationReport, evaluationReportSchema } from '../ml/evaluation/report.ts'
import { readManifest } from '../ml/network/load-model.ts'
import type { ModelManifest } from '../ml/network/manifest.ts'
import { modelVersion } from '../ml/network/model.ts'
import { UsageError } from '../problem/problem.ts'
import type { Log } from '../storage/storage.ts'

/** The content of a model's folder, without its weights. */
export interface ModelFolder {
  readonly directory: string
  readonly manifest: ModelManifest
  readonly version: string
  /**
   * The reports in `evaluation.json` that measured this version, or its recipe retrained for a split. Others describe earlier weights and are
   * omitted.
   */
  readonly evaluations: readonly EvaluationReport[]
  /** The report in `estimates.json`, if it measured this version. */
  readonly estimates: EstimationReport | null
  /** The report in `adaptation.json`, if this version was adapted to labels. */
  readonly adaptation: AdaptationReport | null
}

/**
 * Reads every model below the directories, sorted by folder name. A version in several directories is read from the first. Throws a
 * `UsageError` that names an invalid file.
 */
export const readModels = (...directories: readonly string[]): Promise<readonly ModelFolder[]> =>
  readAll(directories, error => {
    throw error
  })

/** The same, but a folder that cannot be read does not hide the others: `log` names the invalid file. */
export const readUsableModels = (directories: readonly string[], log: Log): Promise<readonly ModelFolder[]> =>
  readAll(directories, error => log(`A model is left out. ${error.message}`))

type OnBroken = (error: UsageError) => void

async function readAll(directories: readonly string[], onBroken: OnBroken): Promise<readonly ModelFolder[]> {
  const found = (await Promise.all(directories.map(directory => readModelsIn(directory, onBroken)))).flat()
  const versions = found.map(({ version }) => version)
  return found.filter(({ version }, index) => versions.indexOf(version) === index)
}

async function readModelsIn(directory: string, onBroken: OnBroken): Promise<readonly ModelFolder[]> {
  const folders = (await readdir(directory, { withFileTypes: true }).catch(() => [])).filter(
    entry =>
      // A hidden folder is a model that was never completely written.
      entry.isDirectory() && !entry.name.startsWith('.'),
  )
  // A folder without a manifest is not a model: an interrupted training leaves one.
  const models = folders
    .map(({ name }) => join(directory, name))
    .filter(folder => existsSync(join(folder, 'manifest.json')))
  const read = models.sort().map(folder =>
    readModel(folder).catch(error => {
      if (!(error instanceof UsageError)) throw error
      onBroken(error)
      return null
    }),
  )
  return (await Promise.all(read)).filter(model => model !== null)
}

async function readModel(directory: string): Promise<ModelFolder> {
  const manifest = await readManifest(directory)
  const version = modelVersion(manifest)
  const evaluations = await readEvaluations(join(directory, 'evaluation.json'))
  const estimates = await readEstimates(join(directory, 'estimates.json'))
  const adaptation = await readAdaptation(join(directory, 'adaptation.json'))
  return {
    directory,
    manifest,
    version,
    evaluations: evaluations.filter(isStillTrue(version)),
    estimates: estimates?.modelVersion === version ? estimates : null,
    adaptation: adaptation?.modelVersion === version ? adaptation : null,
  }
}

const isStillTrue =
  (version: string) =>
  ({ trainedFor, modelVersion: measured }: EvaluationReport) =>
    trainedFor === 'SPLIT' || measured === version

/** The file is missing for a model that was never evaluated. */
const readEvaluations = async (path: string): Promise<readonly EvaluationReport[]> =>
  (await readReport(path, z.array(evaluationReportSchema), 'a list of evaluation reports')) ?? []

const readEstimates = (path: string): Promise<EstimationReport | null> =>
  readReport(path, estimationReportSchema, 'a report on estimates')

const readAdaptation = (path: string): Promise<AdaptationReport | null> =>
  readReport(path, adaptationReportSchema, 'a report on an adaptation')

/** Null if there is no such file. Throws a `UsageError` if it is something else. */
async function readReport<T>(path: string, schema: z.ZodType<T>, expected: string): Promise<T | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw new UsageError(`${path} cannot be read (${error.code}).`)
  })
  if (text === null) return null
  const parsed = schema.safeParse(parseJson(text))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new UsageError(`${path} is not ${expected}: ${issue?.path.join('.') || 'it'}: ${issue?.message}.`)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
