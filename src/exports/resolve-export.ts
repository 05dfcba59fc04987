import { findEntity } from '../entities/find-entity.ts'
import type { ModelRegistry, ModelVersion } from '../models/service.ts'
import { fail, type Result, succeed } from '../problem/problem.ts'
import type { Entity, PrismaClient } from '../storage/generated/client/client.ts'
import type { ExportQuery } from './export-parameters.ts'

/** An export whose entity and model version exist. */
export interface ClassificationExport extends Pick<ExportQuery, 'range' | 'filter'> {
  /** The most rows to write; all if absent or null. */
  readonly limit?: number | null
  /** Null for all entities and "no entity". */
  readonly entity: Pick<Entity, 'id' | 'name'> | null
  readonly modelVersion: Pick<ModelVersion, 'id' | 'version'>
}

interface ExportContext {
  readonly database: PrismaClient
  readonly models: Pick<ModelRegistry, 'resolve'>
}

/** Finds the entity and the model version. Fails with `NOT_FOUND` for an entity without tweets and for an unknown version. */
export async function resolveExport(
  { database, models }: ExportContext,
  { entityName, version, range, filter, limit }: ExportQuery,
): Promise<Result<ClassificationExport>> {
  const entity = entityName === null ? null : await findEntity(database, entityName)
  if (entityName !== null && entity === null) {
    return fail('NOT_FOUND', 'entity must be a name or alias with stored tweets; `entities` lists them.', ['entity'])
  }
  const found = VERSION.test(version ?? '')
    ? await database.modelVersion.findUnique({ where: { version: version ?? '' } })
    : null
  if (version !== null && found === null) {
    return fail('NOT_FOUND', 'model must be a version that `models` lists, such as pulso@0123456789ab.', ['model'])
  }
  const modelVersion = found === null ? await models.resolve(null) : succeed(found)
  return modelVersion.ok ? succeed({ entity, modelVersion: modelVersion.value, range, filter, limit }) : modelVersion
}

/** Other names cannot exist, and need no query. */
const VERSION = /^[a-z0-9][a-z0-9-]*@[0-9a-f]{12}$/
