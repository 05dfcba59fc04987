import type { Pool } from 'pg'
import { fail, type Result, succeed } from '../problem/problem.ts'
import type { Alias } from './add-alias.ts'

const REMOVE = 'DELETE FROM entity WHERE key = $1 AND alias_of_id = $2'

/** Unlinks an alias. Tweets that were stored under it stay with the entity. `NOT_FOUND` if the name is not an alias of the entity. */
export async function removeAlias(pool: Pool, { entityId, alias }: Alias): Promise<Result<null>> {
  const { rowCount } = await pool.query(REMOVE, [alias.key, entityId])
  return rowCount === 1
    ? succeed(null)
    : fail('NOT_FOUND', 'The entity has no such alias. Its own name cannot be removed.', ['alias'])
}
