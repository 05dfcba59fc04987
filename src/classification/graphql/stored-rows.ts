import type { GraphqlContext } from '../../graphql/context.ts'
import type { Classification, Prisma } from '../../storage/generated/client/client.ts'
import { type ClassificationKey, writeClassificationKey } from '../classification-key.ts'
import type { StoredClassification, WrittenClassification } from '../request.ts'

type Query = { readonly include?: Prisma.ClassificationInclude }
type NewClassification = StoredClassification & { readonly written: WrittenClassification }

/** What an answer about a new classification can tell without reading: its own columns, its entity and its model version. */
const KNOWN: ReadonlySet<string> = new Set(['entity', 'modelVersion'])

/**
 * The rows of classifications with what an answer needs of them; a function from key to row. Those that were just written are known and
 * not read back, unless more is asked of them than was written: for most answers that is half of the work.
 */
export async function readStoredRows(
  { database, models }: Pick<GraphqlContext, 'database' | 'models'>,
  stored: readonly StoredClassification[],
  query: Query,
): Promise<(key: ClassificationKey) => Classification | null> {
  const known = isKnown(query) ? stored.filter(isNew) : []
  const byKey = new Map<string, Classification>()
  for (const row of await rowsOf(models, known)) byKey.set(writeClassificationKey(row), row)
  const others = stored.filter(key => !byKey.has(writeClassificationKey(key)))
  if (others.length > 0) {
    const where = { OR: others.map(({ entityId, id }) => ({ entityId, id })) }
    for (const row of await database.classification.findMany({ ...query, where })) {
      byKey.set(writeClassificationKey(row), row)
    }
  }
  return key => byKey.get(writeClassificationKey(key)) ?? null
}

const isNew = (stored: StoredClassification): stored is NewClassification => stored.written !== undefined

const isKnown = ({ include = {} }: Query) =>
  Object.entries(include).every(([relation, wanted]) => wanted === true && KNOWN.has(relation))

async function rowsOf(
  models: GraphqlContext['models'],
  stored: readonly NewClassification[],
): Promise<readonly Classification[]> {
  const versions = new Map<string, unknown>()
  for (const { written } of stored) {
    const { modelVersionId } = written
    if (versions.has(modelVersionId)) continue
    const version = await models.resolve(modelVersionId)
    if (!version.ok) return []
    versions.set(modelVersionId, version.value)
  }
  return stored.map(({ id, entityId, scores: { probabilities, ...scores }, written: { entityName, ...written } }) => {
    const entity = { id: entityId, name: entityName }
    const row = { id, entityId, ...scores, ...probabilities, ...written, askedName: null, entity }
    // The columns that are missing are those that no field of the API shows.
    return { ...row, modelVersion: versions.get(written.modelVersionId) } as unknown as Classification
  })
}
