import type { Pool } from 'pg'
import { entityKey } from '../ml/language/entity-key.ts'

/** Before keys had a number sign, the key of "C#" was that of "C". */
const READ = `SELECT id, name, key FROM entity WHERE name ~ '[^[:space:]][#＃♯]' AND strpos(key, '#') = 0`

/** A process of an older release may store the old key again, so a taken key is left alone. */
const RENEW = `
  UPDATE entity SET key = $2 WHERE id = $1 AND key = $3 AND NOT EXISTS (SELECT 1 FROM entity AS other WHERE other.key = $2)`

/**
 * Gives entities and aliases that an older release stored the keys of this one: "C#" no longer has the key of "C". Runs at each start and
 * changes nothing the second time. Tweets stay with the entity that has them, because their spelling was not kept.
 */
export async function renewKeys(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ id: string; name: string; key: string }>(READ)
  for (const { id, name, key } of rows) {
    const renewed = entityKey(name)
    if (renewed !== null && renewed !== key) await pool.query(RENEW, [id, renewed, key])
  }
}
