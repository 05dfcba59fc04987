import type { Pool } from 'pg'

const READ = `
  SELECT given.key, entity.name FROM entity AS given
  JOIN entity ON entity.id = coalesce(given.alias_of_id, given.id)
  WHERE given.key = ANY($1::text[])`

/** The names that stand for others: by key the entity's own, whichever alias or spelling was given. Without those that are not stored yet. */
export async function readNames(pool: Pool, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map()
  const query = { name: 'read names', text: READ, values: [keys] }
  const { rows } = await pool.query<{ key: string; name: string }>(query)
  return new Map(rows.map(({ key, name }) => [key, name]))
}
