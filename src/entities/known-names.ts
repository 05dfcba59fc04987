import type { Pool } from 'pg'
import type { NamedEntity } from '../language/tweet-words/find-entities.ts'
import { NO_ENTITY_ID } from './no-entity.ts'

/** In the order in which they were first stored. */
const READ = 'SELECT name FROM entity WHERE id <> $1 ORDER BY created_at, id'

/** Every entity with everything that it is called. The one place that knows; a name that is no entity's own is added here. */
export async function readKnownNames(pool: Pool): Promise<readonly NamedEntity[]> {
  const { rows } = await pool.query<{ name: string }>(READ, [NO_ENTITY_ID])
  return rows.map(({ name }) => ({ name, names: [name] }))
}
