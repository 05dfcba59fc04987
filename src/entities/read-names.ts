import type { Pool } from 'pg'

/** The names of an entity. */
export interface EntityNames {
  /** Its own name. */
  readonly name: string
  /** Its other names, in the order of their keys. */
  readonly aliases: readonly string[]
}

/** The SQL of the aliases of the entity `entity`, in the order of their keys. */
export const ALIASES = 'ARRAY(SELECT name FROM entity AS alias WHERE alias.alias_of_id = entity.id ORDER BY alias.key)'

/** Lateral, so that each name is one index lookup, whatever statistics the planner has. */
const READ = `
  SELECT wanted.key, entity.name, entity.aliases FROM unnest($1::text[]) AS wanted (key)
  CROSS JOIN LATERAL (SELECT coalesce(alias_of_id, id) AS entity_id FROM entity WHERE key = wanted.key LIMIT 1) AS given
  CROSS JOIN LATERAL (SELECT name, ${ALIASES} AS aliases FROM entity WHERE id = given.entity_id LIMIT 1) AS entity`

/** By the key of a name or alias, the names of its entity. Keys that are not stored yet are missing. */
export async function readNames(pool: Pool, keys: readonly string[]): Promise<ReadonlyMap<string, EntityNames>> {
  if (keys.length === 0) return new Map()
  const query = { name: 'read names', text: READ, values: [keys] }
  const { rows } = await pool.query<EntityNames & { key: string }>(query)
  return new Map(rows.map(({ key, name, aliases }) => [key, { name, aliases }]))
}
