import { entityKey } from '../ml/language/entity-key.ts'
import type { Entity, PrismaClient } from '../storage/generated/client/client.ts'

/** The entity with this name or alias, in any spelling. Null if no tweet was ever stored about it. */
export async function findEntity(database: PrismaClient, name: string): Promise<Entity | null> {
  const key = entityKey(name)
  if (key === null) return null
  const found = await database.entity.findUnique({ where: { key }, include: { aliasOf: true } })
  return found?.aliasOf ?? found
}

export interface FoundEntities {
  /** Each entity once, in the order of the first name that finds it. */
  readonly entities: readonly Entity[]
  /** The names that no entity has, as they were given. */
  readonly unknownNames: readonly string[]
}

/** The entities with these names, in any spelling. One query: Prisma batches lookups of the same tick. */
export async function findEntities(database: PrismaClient, names: readonly string[]): Promise<FoundEntities> {
  const found = await Promise.all(names.map(name => findEntity(database, name)))
  const entities = new Map(found.flatMap(entity => (entity === null ? [] : [[entity.id, entity] as const])))
  return { entities: [...entities.values()], unknownNames: names.filter((_, index) => found[index] === null) }
}
