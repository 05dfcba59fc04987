import type { PoolClient } from 'pg'
import { NO_ENTITY_ID, NO_ENTITY_KEY } from '../../entities/no-entity.ts'
import { newIds } from '../../storage/new-ids.ts'
import type { MentionToWrite } from './mention-to-write.ts'

const READ = 'SELECT key, id FROM entity WHERE key = ANY($1::text[])'

const WRITE = `
  INSERT INTO entity (id, name, key, created_at)
  SELECT id, name, key, $4 FROM unnest($1::uuid[], $2::text[], $3::text[]) AS given (id, name, key)
  ORDER BY key ON CONFLICT (key) DO NOTHING`

/** Makes the entities that are new, under the name first seen. Ids by key, "no entity" included. */
export async function writeEntities(
  client: PoolClient,
  mentions: readonly MentionToWrite[],
  now: Date,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  for (const { mention } of mentions) {
    const { entity, entityKey } = mention.request
    if (entity !== null && !names.has(entityKey)) names.set(entityKey, entity)
  }
  const known = await readIds(client, [...names.keys()])
  const missing = [...names].filter(([key]) => !known.has(key))
  if (missing.length === 0) return known
  await client.query(WRITE, [newIds(missing.length), missing.map(([, name]) => name), missing.map(([key]) => key), now])
  return readIds(client, [...names.keys()])
}

async function readIds(client: PoolClient, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = new Map([[NO_ENTITY_KEY, NO_ENTITY_ID]])
  if (keys.length === 0) return ids
  const query = { name: 'read entities', text: READ, values: [keys] }
  for (const { key, id } of (await client.query<{ key: string; id: string }>(query)).rows) ids.set(key, id)
  return ids
}
