import { entityKey } from '../ml/language/entity-key.ts'
import type { Entity, PrismaClient } from '../storage/generated/client/client.ts'

/** The entity of that name or alias in any spelling; null where no tweet was ever stored about it. */
export async function findEntity(database: PrismaClient, name: string): Promise<Entity | null> {
  const key = entityKey(name)
  if (key === null) return null
  const found = await database.entity.findUnique({ where: { key }, include: { aliasOf: true } })
  return found?.aliasOf ?? found
}
