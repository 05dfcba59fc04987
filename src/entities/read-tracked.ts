import type { Pool } from 'pg'
import type { NamedEntity } from '../ml/language/names/name-index.ts'
import { NO_ENTITY_ID } from '../storage/no-entity.ts'

/** A stored entity with its name and aliases. */
export interface TrackedEntity extends NamedEntity {
  readonly id: string
}

/** Lateral, so that each key is one index lookup, whatever statistics the planner has. */
const READ = `
  SELECT entity.id, entity.name, array_prepend(entity.name, ARRAY(SELECT name FROM entity AS alias WHERE alias.alias_of_id = entity.id ORDER BY alias.key)) AS names
  FROM entity JOIN (
    SELECT DISTINCT given.entity_id FROM unnest($1::text[]) AS wanted (key)
    CROSS JOIN LATERAL (SELECT coalesce(alias_of_id, id) AS entity_id FROM entity WHERE key = wanted.key LIMIT 1) AS given
  ) AS found ON found.entity_id = entity.id
  WHERE entity.id <> $2
  ORDER BY entity.created_at, entity.id`

/** The entities that have one of the keys as the key of a name or alias, in the order in which they were first stored. */
export async function readTracked(pool: Pool, keys: readonly string[]): Promise<readonly TrackedEntity[]> {
  if (keys.length === 0) return []
  const query = { name: 'read tracked', text: READ, values: [keys, NO_ENTITY_ID] }
  return (await pool.query<TrackedEntity>(query)).rows
}
