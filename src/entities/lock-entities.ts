import type { PoolClient } from 'pg'

const LOCK = 'SELECT id FROM entity WHERE id = ANY($1::uuid[]) AND alias_of_id IS NULL ORDER BY id FOR KEY SHARE'

/** Those of the ids that are entities, and are not merged away until the transaction ends. */
export async function lockEntities(client: PoolClient, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ id: string }>(LOCK, [[...new Set(ids)]])
  return new Set(rows.map(({ id }) => id))
}
