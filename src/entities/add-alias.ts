import type { Pool, PoolClient } from 'pg'
import { fail, type Result, succeed } from '../problem/problem.ts'
import { newId } from '../storage/new-ids.ts'
import { inTransaction } from '../storage/transaction.ts'
import type { EntityName } from './check-entity-name.ts'
import { lockEntities } from './lock-entities.ts'

export const MAX_ALIASES = 100

const READ = `
  SELECT given.id, given.alias_of_id AS "aliasOfId", entity.name FROM entity AS given
  JOIN entity ON entity.id = coalesce(given.alias_of_id, given.id) WHERE given.key = $1`

const COUNT = 'SELECT count(*)::int AS count FROM entity WHERE alias_of_id = $1'

const WRITE = `
  INSERT INTO entity (id, name, key, alias_of_id, created_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (key) DO NOTHING`

export interface Alias {
  readonly entityId: string
  readonly alias: EntityName
}

/** Makes a name mean the entity. Repeating it changes nothing. `CONFLICT` if the name already means another entity. */
export const addAlias = (pool: Pool, { entityId, alias }: Alias, now: Date): Promise<Result<null>> =>
  inTransaction(pool, async client => {
    if (!(await lockEntities(client, [entityId])).has(entityId)) return noSuchEntity('entityId')
    if (await isTaken(client, alias.key)) return meaningOf(client, entityId, alias)
    const { rows } = await client.query<{ count: number }>(COUNT, [entityId])
    if ((rows[0]?.count ?? 0) >= MAX_ALIASES) {
      return fail('TOO_MANY', `An entity can have at most ${MAX_ALIASES} aliases. Remove one first.`, ['alias'])
    }
    await client.query(WRITE, [newId(now), alias.name, alias.key, entityId, now])
    // Another session may have stored the name since the check; then it means what that session stored.
    return meaningOf(client, entityId, alias)
  })

export const noSuchEntity = (field: string): Result<never> =>
  fail('NOT_FOUND', 'No entity has this id. `entities` lists them.', [field])

const isTaken = async (client: PoolClient, key: string) =>
  (await client.query('SELECT 1 FROM entity WHERE key = $1', [key])).rowCount === 1

async function meaningOf(client: PoolClient, entityId: string, { key }: EntityName): Promise<Result<null>> {
  const { rows } = await client.query<{ id: string; aliasOfId: string | null; name: string }>(READ, [key])
  const [found] = rows
  if (found === undefined) return fail('CONFLICT', 'The name was removed a moment ago. Try again.', ['alias'])
  if ((found.aliasOfId ?? found.id) === entityId) return succeed(null)
  return found.aliasOfId === null
    ? fail('CONFLICT', `${found.name} is another entity. Merge it into this one with mergeEntities.`, ['alias'])
    : fail('CONFLICT', `This is an alias of ${found.name}. Remove it there first.`, ['alias'])
}
