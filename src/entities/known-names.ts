import type { Pool } from 'pg'
import type { NamedEntity } from '../ml/language/names/name-index.ts'
import { NO_ENTITY_ID } from '../storage/no-entity.ts'

/** In the order in which entities were first stored. The name of an entity comes before its aliases. */
const READ = `
  SELECT entity.name, array_agg(given.name ORDER BY given.id <> entity.id, given.created_at, given.id) AS names
  FROM entity JOIN entity AS given ON coalesce(given.alias_of_id, given.id) = entity.id
  WHERE entity.alias_of_id IS NULL AND entity.id <> $1
  GROUP BY entity.id ORDER BY entity.created_at, entity.id`

/** Every entity with its name and aliases. */
export async function readKnownNames(pool: Pool): Promise<readonly NamedEntity[]> {
  const { rows } = await pool.query<NamedEntity>(READ, [NO_ENTITY_ID])
  return rows
}
