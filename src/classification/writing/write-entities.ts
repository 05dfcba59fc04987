import type { PoolClient } from 'pg'
import { ALIASES, type EntityNames } from '../../entities/read-names.ts'
import { newIds } from '../../storage/new-ids.ts'
import { NO_ENTITY_ID, NO_ENTITY_KEY } from '../../storage/no-entity.ts'
import type { MentionToWrite } from './mention-to-write.ts'

/**
 * `FOR KEY SHARE` is the lock that the foreign key of each row takes anyway. Taken here, it makes a merge wait until this batch is committed,
 * and this batch wait for a merge. An entity that was merged meanwhile is missing from the result; the next read finds its target. Lateral,
 * so that each row is one index lookup: a join planned for few entities compares every name with every entity.
 */
const READ = `
  SELECT given.key, entity.id, entity.name, entity.aliases
  FROM (
    SELECT wanted.key, named.entity_id FROM unnest($1::text[]) AS wanted (key)
    CROSS JOIN LATERAL (SELECT coalesce(alias_of_id, id) AS entity_id FROM entity WHERE key = wanted.key LIMIT 1) AS named
    ORDER BY named.entity_id
  ) AS given
  CROSS JOIN LATERAL (
    SELECT id, name, ${ALIASES} AS aliases FROM entity WHERE id = given.entity_id AND alias_of_id IS NULL FOR KEY SHARE
  ) AS entity`

const WRITE = `
  INSERT INTO entity (id, name, key, created_at)
  SELECT id, name, key, $4 FROM unnest($1::uuid[], $2::text[], $3::text[]) AS given (id, name, key)
  ORDER BY key ON CONFLICT (key) DO NOTHING`

/** The name is the spelling that was stored first; empty for "no entity". */
export interface StoredEntity extends EntityNames {
  readonly id: string
}

/** Inserts new entities under their first spelling, and returns all by the key of the entity or alias, including "no entity". */
export async function writeEntities(
  client: PoolClient,
  mentions: readonly MentionToWrite[],
  now: Date,
): Promise<ReadonlyMap<string, StoredEntity>> {
  const names = new Map<string, string>()
  for (const { mention } of mentions) {
    const { entity, entityKey } = mention.request
    if (entity !== null && !names.has(entityKey)) names.set(entityKey, entity)
  }
  const existing = await readEntities(client, [...names.keys()])
  const missing = [...names].filter(([key]) => !existing.has(key))
  if (missing.length === 0) return existing
  await client.query(WRITE, [
    newIds(missing.length, now),
    missing.map(([, name]) => name),
    missing.map(([key]) => key),
    now,
  ])
  return readEntities(client, [...names.keys()])
}

async function readEntities(client: PoolClient, keys: readonly string[]): Promise<ReadonlyMap<string, StoredEntity>> {
  const entities = new Map<string, StoredEntity>([[NO_ENTITY_KEY, { id: NO_ENTITY_ID, name: '', aliases: [] }]])
  if (keys.length === 0) return entities
  const query = { name: 'read entities', text: READ, values: [keys] }
  const { rows } = await client.query<StoredEntity & { key: string }>(query)
  for (const { key, id, name, aliases } of rows) entities.set(key, { id, name, aliases })
  return entities
}
