import type { Pool } from 'pg'
import type { ModelFolder } from '../models/read-models.ts'
import { type Finding, fault, ok, warning } from './finding.ts'

interface VersionRow {
  readonly version: string
  readonly isUsed: boolean
}

/** The versions that answer, or whose answers are shown, must have their folders. */
export async function checkModels(
  pool: Pool,
  folders: readonly Pick<ModelFolder, 'version'>[],
  problems: readonly string[],
): Promise<Finding> {
  const { rows } = await pool.query<VersionRow>(
    `SELECT version, coalesce(role = 'ACTIVE', false) OR id = (SELECT shown_id FROM model_selection) AS "isUsed"
     FROM model_version`,
  )
  const missing = rows.filter(({ version, isUsed }) => isUsed && !folders.some(folder => folder.version === version))
  const [lost] = missing
  if (lost !== undefined) {
    return fault(
      'models',
      `The folder of ${lost.version}, which is in use, is missing or damaged.`,
      'Put it back below the directory in PULSO_MODELS, or promote another version.',
    )
  }
  const [problem] = problems
  const found = `${folders.length} versions of models have their folders.`
  if (problem === undefined) return ok('models', found)
  return warning('models', `${found} ${problem}`, 'Repair or remove that folder.')
}
