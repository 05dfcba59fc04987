import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type EvaluationReport, evaluationReportSchema } from '../ml/evaluation/report.ts'
import { readManifest } from '../ml/network/load-model.ts'
import type { ModelManifest } from '../ml/network/manifest.ts'
import { modelVersion } from '../ml/network/model.ts'
import { UsageError } from '../problem/problem.ts'

/** A folder under `models/`, without its weights. */
export interface ModelFolder {
  readonly directory: string
  readonly manifest: ModelManifest
  readonly version: string
  /**
   * Those of its `evaluation.json` that measured this version, or its recipe trained anew for a split; others describe weights that were
   * served earlier.
   */
  readonly evaluations: readonly EvaluationReport[]
}

/**
 * Every model below the directories, by name; a version that lies in several is taken from the first. Throws a `UsageError` that names a
 * file which is not what it should be.
 */
export async function readModels(...directories: readonly string[]): Promise<readonly ModelFolder[]> {
  const found = (await Promise.all(directories.map(readModelsIn))).flat()
  const versions = found.map(({ version }) => version)
  return found.filter(({ version }, index) => versions.indexOf(version) === index)
}

async function readModelsIn(directory: string): Promise<readonly ModelFolder[]> {
  const folders = (await readdir(directory, { withFileTypes: true }).catch(() => [])).filter(entry =>
    entry.isDirectory(),
  )
  // A folder without a manifest is none of ours: a training that was stopped makes one, and so do people.
  const models = folders
    .map(({ name }) => join(directory, name))
    .filter(folder => existsSync(join(folder, 'manifest.json')))
  return Promise.all(models.sort().map(readModel))
}

async function readModel(directory: string): Promise<ModelFolder> {
  const manifest = await readManifest(directory)
  const version = modelVersion(manifest)
  const evaluations = await readEvaluations(join(directory, 'evaluation.json'))
  return { directory, manifest, version, evaluations: evaluations.filter(isStillTrue(version)) }
}

const isStillTrue =
  (version: string) =>
  ({ trainedFor, modelVersion: measured }: EvaluationReport) =>
    trainedFor === 'SPLIT' || measured === version

/** A model that was never evaluated has no such file. */
async function readEvaluations(path: string): Promise<readonly EvaluationReport[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '[]'
    throw new UsageError(`${path} cannot be read (${error.code}).`)
  })
  const parsed = z.array(evaluationReportSchema).safeParse(parseJson(text))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new UsageError(
    `${path} is not a list of evaluation reports: ${issue?.path.join('.') || 'it'}: ${issue?.message}.`,
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
