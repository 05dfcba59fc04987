import type { Pool } from 'pg'

const READ = `
  SELECT alias_of_id AS "entityId", array_agg(name ORDER BY key) AS names
  FROM entity WHERE alias_of_id = ANY ($1::uuid[]) GROUP BY alias_of_id`

/** Aliases by the id of their entity, in alphabetical order. */
export async function readAliases(
  pool: Pool,
  entityIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await pool.query<{ entityId: string; names: string[] }>(READ, [entityIds])
  return new Map(rows.map(({ entityId, names }) => [entityId, names]))
}
