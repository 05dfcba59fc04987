import type { ModelRegistry, ModelVersion } from '../models/service.ts'
import type { Classification, Entity, Prisma, PrismaClient } from '../storage/generated/client/client.ts'
import { type ClassificationKey, writeClassificationKey } from './classification-key.ts'
import type { StoredClassification, WrittenClassification } from './request.ts'

/** The relations to load with each classification, such as its tweet. */
type Selection = { readonly include?: Prisma.ClassificationInclude }

/** Reads stored classifications. */
export interface ClassificationReader {
  /** Null for an unknown key. */
  find(key: ClassificationKey, selection: Selection): Promise<Classification | null>
  /**
   * The rows of classifications that the service returned, as a function of their keys. New rows are built from the written values instead of
   * read, unless the selection needs more: for most responses that halves the work.
   */
  rowsOf(
    stored: readonly StoredClassification[],
    selection: Selection,
  ): Promise<(key: ClassificationKey) => Classification | null>
}

interface ClassificationReaderOptions {
  readonly database: PrismaClient
  readonly models: Pick<ModelRegistry, 'resolve'>
}

export const createClassificationReader = ({
  database,
  models,
}: ClassificationReaderOptions): ClassificationReader => ({
  find: (key, selection) => database.classification.findUnique({ ...selection, where: { entityId_id: key } }),
  async rowsOf(stored, selection) {
    const buildable = isBuildable(selection) ? stored.filter(isNew) : []
    const byKey = new Map<string, Classification>()
    for (const row of await newRows(models, buildable)) byKey.set(writeClassificationKey(row), row)
    const others = stored.filter(key => !byKey.has(writeClassificationKey(key)))
    if (others.length > 0) {
      const where = { OR: others.map(({ entityId, id }) => ({ entityId, id })) }
      for (const row of await database.classification.findMany({ ...selection, where })) {
        byKey.set(writeClassificationKey(row), row)
      }
    }
    return key => byKey.get(writeClassificationKey(key)) ?? null
  },
})

type NewClassification = StoredClassification & { readonly written: WrittenClassification }

/** A row as the database would return it, with the relations that need no read. */
interface NewRow extends Classification {
  readonly entity: Pick<Entity, 'id' | 'name'>
  readonly modelVersion: ModelVersion
}

const BUILDABLE: ReadonlySet<string> = new Set<keyof NewRow>(['entity', 'modelVersion'])

const isNew = (stored: StoredClassification): stored is NewClassification => stored.written !== undefined

const isBuildable = ({ include = {} }: Selection) =>
  Object.entries(include).every(([relation, wanted]) => wanted === true && BUILDABLE.has(relation))

async function newRows(
  models: Pick<ModelRegistry, 'resolve'>,
  stored: readonly NewClassification[],
): Promise<readonly NewRow[]> {
  const versions = new Map<string, ModelVersion>()
  for (const { modelVersionId } of stored.map(({ written }) => written)) {
    if (versions.has(modelVersionId)) continue
    const version = await models.resolve(modelVersionId)
    if (version.ok) versions.set(modelVersionId, version.value)
  }
  return stored.flatMap(({ id, entityId, scores, written: { entityName, ...columns } }) => {
    const modelVersion = versions.get(columns.modelVersionId)
    if (modelVersion === undefined) return []
    const { label, confidence, isUncertain, probabilities } = scores
    const entity = { id: entityId, name: entityName }
    return {
      id,
      entityId,
      label,
      confidence,
      isUncertain,
      ...probabilities,
      ...columns,
      scoredName: null,
      entity,
      modelVersion,
    }
  })
}
