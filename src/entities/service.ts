import type { Pool } from 'pg'
import { fail, type Result } from '../problem/problem.ts'
import { type Alias, addAlias } from './add-alias.ts'
import { checkEntityName } from './check-entity-name.ts'
import { type MergeOutcome, mergeEntities } from './merging/merge-entities.ts'
import type { Merge } from './merging/move-mentions.ts'
import { removeAlias } from './remove-alias.ts'

/** What names mean. */
export interface Entities {
  /** From now on tweets about the alias are about the entity. Fails where the name means another entity already. */
  addAlias(entityId: string, alias: string): Promise<Result<null>>
  /** What was stored under the alias stays with the entity. */
  removeAlias(entityId: string, alias: string): Promise<Result<null>>
  /** Moves all that is stored about one entity to another, and its names as well; a dry run only counts. */
  merge(merge: Merge, isDryRun: boolean): Promise<Result<MergeOutcome>>
}

export interface EntitiesOptions {
  readonly pool: Pool
  readonly now: () => Date
  /** Told of the entities whose names or tweets have changed. */
  readonly onChange: (entityIds: readonly string[]) => void
}

export function createEntities({ pool, now, onChange }: EntitiesOptions): Entities {
  const withAlias = async (
    entityId: string,
    alias: string,
    change: (given: Alias) => Promise<Result<null>>,
  ): Promise<Result<null>> => {
    if (alias.trim() === '') return fail('INVALID', 'alias must have at least one letter or digit.', ['alias'])
    const name = checkEntityName(alias, 'alias')
    if (!name.ok) return name
    const changed = await change({ entityId, alias: name.value })
    if (changed.ok) onChange([entityId])
    return changed
  }
  return {
    addAlias: (entityId, alias) => withAlias(entityId, alias, given => addAlias(pool, given, now())),
    removeAlias: (entityId, alias) => withAlias(entityId, alias, given => removeAlias(pool, given)),
    async merge(merge, isDryRun) {
      const merged = await mergeEntities(pool, merge, isDryRun)
      if (merged.ok && !isDryRun) onChange([merge.fromId, merge.intoId])
      return merged
    },
  }
}
