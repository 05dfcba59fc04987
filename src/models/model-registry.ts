import { v7 as uuidv7 } from 'uuid'
import { fail, type Result, succeed, UsageError } from '../problem.ts'
import type { ModelVersion, PrismaClient } from '../storage/generated/client/client.ts'
import type { ModelFolder } from './read-models.ts'
import { registerModels } from './register-models.ts'

export type { ModelVersion } from '../storage/generated/client/client.ts'

/** The model versions that the database knows. */
export interface ModelRegistry {
  /** The version that answers unless another is named. */
  readonly active: ModelVersion
  /** The named version, or the active one without a name; `NOT_FOUND` for an id that no version has. */
  resolve(id: string | null): Promise<Result<ModelVersion>>
  /** The same, but only for a version whose weights are in memory; `UNAVAILABLE` for others. */
  resolveLoaded(id: string | null): Promise<Result<ModelVersion>>
}

export interface RegistryOptions {
  readonly database: PrismaClient
  readonly models: readonly ModelFolder[]
  /** Name of the folder whose version becomes the active one. */
  readonly activeName: string
  readonly now: () => Date
}

/** Brings the database up to what lies in `models/`. Safe while other processes do the same. */
export async function openModelRegistry({
  database,
  models,
  activeName,
  now,
}: RegistryOptions): Promise<ModelRegistry> {
  const active = models.find(({ manifest }) => manifest.name === activeName)
  if (active === undefined) {
    const known = models.map(({ manifest }) => manifest.name).join(', ')
    throw new UsageError(
      `There is no model named ${activeName} here; ${known === '' ? 'models/ is empty' : `there are ${known}`}.`,
    )
  }
  await registerModels({ database, models, activeVersion: active.version, now: now(), createId: uuidv7 })
  const row = await database.modelVersion.findUniqueOrThrow({ where: { version: active.version } })
  const resolve = async (id: string | null): Promise<Result<ModelVersion>> => {
    if (id === null || id === row.id) return succeed(row)
    const found = await database.modelVersion.findUnique({ where: { id } })
    if (found !== null) return succeed(found)
    return fail('NOT_FOUND', 'There is no model version with this id; `models` lists them.', ['model'])
  }
  return {
    active: row,
    resolve,
    async resolveLoaded(id) {
      const found = await resolve(id)
      if (!found.ok || found.value.id === row.id) return found
      return fail('UNAVAILABLE', `Only ${row.version} is loaded here; leave out model to ask it.`, ['model'])
    },
  }
}
