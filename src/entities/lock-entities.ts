import type { PoolClient } from 'pg'

const LOCK = 'SELECT id FROM entity WHERE id = ANY($1::uuid[]) AND alias_of_id IS NULL ORDER BY id FOR KEY SHARE'

/** The ids that are entities. Until the transaction ends, none of these is merged into another entity. */
export async function lockEntities(client: PoolClient, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ id: string }>(LOCK, [[...new Set(ids)]])
  return new Set(rows.map(({ id }) => id))
}
