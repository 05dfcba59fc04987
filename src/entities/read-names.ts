import type { Pool } from 'pg'

/** Lateral, so that each name is one index lookup, whatever statistics the planner has. */
const READ = `
  SELECT wanted.key, entity.name FROM unnest($1::text[]) AS wanted (key)
  CROSS JOIN LATERAL (SELECT coalesce(alias_of_id, id) AS entity_id FROM entity WHERE key = wanted.key LIMIT 1) AS given
  CROSS JOIN LATERAL (SELECT name FROM entity WHERE id = given.entity_id LIMIT 1) AS entity`

/** By the key of a name or alias, the name of its entity. Keys that are not stored yet are missing. */
export async function readNames(pool: Pool, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map()
  const query = { name: 'read names', text: READ, values: [keys] }
  const { rows } = await pool.query<{ key: string; name: string }>(query)
  return new Map(rows.map(({ key, name }) => [key, name]))
}
