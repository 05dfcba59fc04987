import type { PoolClient } from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { NO_ENTITY_ID, NO_ENTITY_KEY } from '../../entities/no-entity.ts'
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
  for (const { entityKey, entity } of mentions) {
    if (entity !== null && !names.has(entityKey)) names.set(entityKey, entity)
  }
  const known = await readIds(client, [...names.keys()])
  const missing = [...names].filter(([key]) => !known.has(key))
  if (missing.length === 0) return known
  await client.query(WRITE, [
    missing.map(() => uuidv7()),
    missing.map(([, name]) => name),
    missing.map(([key]) => key),
    now,
  ])
  return readIds(client, [...names.keys()])
}

async function readIds(client: PoolClient, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = keys.length === 0 ? { rows: [] } : await client.query<{ key: string; id: string }>(READ, [keys])
  return new Map([[NO_ENTITY_KEY, NO_ENTITY_ID], ...rows.map(({ key, id }) => [key, id] as const)])
}
