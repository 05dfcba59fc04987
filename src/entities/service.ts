import { fail, type Result, succeed } from '../problem/problem.ts'
import type { Entity } from '../storage/generated/client/client.ts'
import type { KeysetPage } from '../storage/keyset-page.ts'
import type { Storage } from '../storage/storage.ts'
import { type Alias, addAlias, noSuchEntity } from './add-alias.ts'
import { checkEntityName } from './check-entity-name.ts'
import { type FoundEntities, findEntities, findEntity } from './find-entity.ts'
import { countEntities, type EntityList, listEntities, type NamePosition } from './list-entities.ts'
import { type MergeOutcome, mergeEntities } from './merging/merge-entities.ts'
import type { Merge } from './merging/move-mentions.ts'
import { readAliases } from './read-aliases.ts'
import { removeAlias } from './remove-alias.ts'

/** A merge that was made, or counted. */
export interface MergedEntity extends MergeOutcome {
  /** The entity that stays. */
  readonly entity: Entity
}

/** Entities and their names. */
export interface Entities {
  /** By name or alias, in any spelling. Null if no tweet was ever stored about it. */
  find(name: string): Promise<Entity | null>
  findAll(names: readonly string[]): Promise<FoundEntities>
  /** One page by name: its entities in reading direction, and one more if the list goes on. */
  list(list: EntityList, page: KeysetPage<NamePosition>): Promise<readonly Entity[]>
  /** The number of entities that a search finds; null and blank find all. */
  count(search: string | null): Promise<number>
  /** Aliases by the id of their entity, in alphabetical order. */
  aliases(entityIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>
  /** Tweets about the alias are about the entity from now on. Fails if the name already means another entity. */
  addAlias(entityId: string, alias: string): Promise<Result<Entity>>
  /** Tweets that were stored under the alias stay with the entity. */
  removeAlias(entityId: string, alias: string): Promise<Result<Entity>>
  /** Moves all tweets and names of one entity to another. A dry run only counts. */
  merge(merge: Merge, isDryRun: boolean): Promise<Result<MergedEntity>>
}

export interface EntitiesOptions {
  readonly storage: Pick<Storage, 'pool' | 'prisma'>
  readonly now: () => Date
  /** Called with the ids of entities whose names or tweets changed. */
  readonly onChange: (entityIds: readonly string[]) => void
}

export function createEntities({ storage: { pool, prisma }, now, onChange }: EntitiesOptions): Entities {
  const changeNames = async (
    entityId: string,
    alias: string,
    change: (given: Alias) => Promise<Result<null>>,
  ): Promise<Result<Entity>> => {
    if (alias.trim() === '') return fail('INVALID', 'alias must have at least one letter or digit.', ['alias'])
    const name = checkEntityName(alias, 'alias')
    if (!name.ok) return name
    const changed = await change({ entityId, alias: name.value })
    if (!changed.ok) return changed
    onChange([entityId])
    const entity = await prisma.entity.findUnique({ where: { id: entityId } })
    return entity === null ? noSuchEntity('entityId') : succeed(entity)
  }
  return {
    find: name => findEntity(prisma, name),
    findAll: names => findEntities(prisma, names),
    list: (list, page) => listEntities(pool, list, page),
    count: search => countEntities(pool, search),
    aliases: entityIds => readAliases(pool, entityIds),
    addAlias: (entityId, alias) => changeNames(entityId, alias, given => addAlias(pool, given, now())),
    removeAlias: (entityId, alias) => changeNames(entityId, alias, given => removeAlias(pool, given)),
    async merge(merge, isDryRun) {
      const merged = await mergeEntities(pool, merge, isDryRun)
      if (!merged.ok) return merged
      if (!isDryRun) onChange([merge.fromId, merge.intoId])
      const entity = await prisma.entity.findUnique({ where: { id: merge.intoId } })
      return entity === null ? noSuchEntity('intoId') : succeed({ ...merged.value, entity })
    },
  }
}
