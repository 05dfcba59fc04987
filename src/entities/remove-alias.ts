import type { Pool } from 'pg'
import { fail, type Result, succeed } from '../problem/problem.ts'
import type { Alias } from './add-alias.ts'

const REMOVE = 'DELETE FROM entity WHERE key = $1 AND alias_of_id = $2'

/** The name means the entity no longer; what was stored under it stays where it is. `NOT_FOUND` where it is no alias of the entity. */
export async function removeAlias(pool: Pool, { entityId, alias }: Alias): Promise<Result<null>> {
  const { rowCount } = await pool.query(REMOVE, [alias.key, entityId])
  return rowCount === 1
    ? succeed(null)
    : fail('NOT_FOUND', 'This is no alias of the entity; its own name stays with it.', ['alias'])
}
