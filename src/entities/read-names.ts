import type { Pool } from 'pg'

const READ = `
  SELECT given.key, entity.name FROM entity AS given
  JOIN entity ON entity.id = coalesce(given.alias_of_id, given.id)
  WHERE given.key = ANY($1::text[])`

/** A name as somebody gave it. */
interface GivenName {
  /** Null for the whole message. */
  readonly entity: string | null
  readonly entityKey: string
}

/**
 * By key, the name that stands for each: the entity's own, whichever alias or spelling was given, so that a model is asked the same today,
 * tomorrow and when everything is classified anew. What is not stored yet goes by the first name given.
 */
export async function readNames(pool: Pool, given: readonly GivenName[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  for (const { entity, entityKey } of given) {
    if (entity !== null && !names.has(entityKey)) names.set(entityKey, entity)
  }
  if (names.size === 0) return names
  const query = { name: 'read names', text: READ, values: [[...names.keys()]] }
  for (const { key, name } of (await pool.query<{ key: string; name: string }>(query)).rows) names.set(key, name)
  return names
}
