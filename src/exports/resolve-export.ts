import { findEntity } from '../entities/find-entity.ts'
import type { ModelRegistry, ModelVersion } from '../models/service.ts'
import { fail, type Result, succeed } from '../problem/problem.ts'
import type { Entity, PrismaClient } from '../storage/generated/client/client.ts'
import type { ExportQuestion } from './export-parameters.ts'

/** An export that can be read. */
export interface ClassificationExport extends Pick<ExportQuestion, 'range' | 'filter'> {
  /** Null for every entity, and for tweets without one. */
  readonly entity: Pick<Entity, 'id' | 'name'> | null
  readonly modelVersion: Pick<ModelVersion, 'id' | 'version'>
}

interface ExportContext {
  readonly database: PrismaClient
  readonly models: Pick<ModelRegistry, 'resolve'>
}

/** Finds what is exported. `NOT_FOUND` for an entity that no tweet is about and for a version that is not known. */
export async function resolveExport(
  { database, models }: ExportContext,
  { entityName, version, range, filter }: ExportQuestion,
): Promise<Result<ClassificationExport>> {
  const entity = entityName === null ? null : await findEntity(database, entityName)
  if (entityName !== null && entity === null) {
    return fail('NOT_FOUND', 'entity must be one that tweets were stored about; `entities` lists them.', ['entity'])
  }
  const known = VERSION.test(version ?? '')
    ? await database.modelVersion.findUnique({ where: { version: version ?? '' } })
    : null
  if (version !== null && known === null) {
    return fail('NOT_FOUND', 'model must be a version that `models` lists, such as pulso@0123456789ab.', ['model'])
  }
  const modelVersion = known === null ? await models.resolve(null) : succeed(known)
  return modelVersion.ok ? succeed({ entity, modelVersion: modelVersion.value, range, filter }) : modelVersion
}

/** Nothing else is worth asking the database for. */
const VERSION = /^[a-z0-9][a-z0-9-]*@[0-9a-f]{12}$/
