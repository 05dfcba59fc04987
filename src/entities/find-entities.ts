import type { Entity, PrismaClient } from '../storage/generated/client/client.ts'
import { findEntity } from './find-entity.ts'

export interface FoundEntities {
  /** Each once, in the order of their first names. */
  readonly entities: readonly Entity[]
  /** Those of the names that no entity has, as they were given. */
  readonly unknownNames: readonly string[]
}

/** The entities of these names in any spelling. In one query: Prisma puts together what is looked up at once. */
export async function findEntities(database: PrismaClient, names: readonly string[]): Promise<FoundEntities> {
  const found = await Promise.all(names.map(name => findEntity(database, name)))
  const entities = new Map(found.flatMap(entity => (entity === null ? [] : [[entity.id, entity] as const])))
  return { entities: [...entities.values()], unknownNames: names.filter((_, place) => found[place] === null) }
}
