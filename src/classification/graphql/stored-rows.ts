import type { Classification, Prisma, PrismaClient } from '../../storage/generated/client/client.ts'
import { type ClassificationKey, writeClassificationKey } from '../classification-key.ts'

/** Reads classifications back with what an answer needs of them; a function from key to row. */
export async function readStoredRows(
  database: PrismaClient,
  keys: readonly ClassificationKey[],
  query: { include?: Prisma.ClassificationInclude },
): Promise<(key: ClassificationKey) => Classification | null> {
  if (keys.length === 0) return () => null
  const rows = await database.classification.findMany({
    ...query,
    where: { OR: keys.map(({ entityId, id }) => ({ entityId, id })) },
  })
  const byKey = new Map(rows.map(row => [writeClassificationKey(row), row]))
  return key => byKey.get(writeClassificationKey(key)) ?? null
}
