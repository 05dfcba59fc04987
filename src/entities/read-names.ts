import type { Pool } from 'pg'

/** Lateral, so that each is one look into an index, whatever the planner thinks of the table. */
const READ = `
  SELECT wanted.key, entity.name FROM unnest($1::text[]) AS wanted (key)
  CROSS JOIN LATERAL (SELECT coalesce(alias_of_id, id) AS entity_id FROM entity WHERE key = wanted.key LIMIT 1) AS given
  CROSS JOIN LATERAL (SELECT name FROM entity WHERE id = given.entity_id LIMIT 1) AS entity`

/** The names that stand for others: by key the entity's own, whichever alias or spelling was given. Without those that are not stored yet. */
export async function readNames(pool: Pool, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map()
  const query = { name: 'read names', text: READ, values: [keys] }
  const { rows } = await pool.query<{ key: string; name: string }>(query)
  return new Map(rows.map(({ key, name }) => [key, name]))
}
