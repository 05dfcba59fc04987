import type { Pool } from 'pg'
import { checkString } from '../problem/check-string.ts'
import { fail, type Result, succeed } from '../problem/problem.ts'
import { SCOPES, type Scope } from '../scopes.ts'
import { newId } from '../storage/new-ids.ts'
import { hashOf, newKeyText, prefixOf } from './key-text.ts'

const MAX_NAME_LENGTH = 100

export interface AccessKey {
  readonly name: string
  /** The visible part of the key, which identifies it. */
  readonly prefix: string
  readonly scopes: readonly Scope[]
  readonly createdAt: Date
  readonly expiresAt: Date | null
  readonly lastUsedAt: Date | null
  readonly revokedAt: Date | null
}

interface CreatedKey {
  readonly key: AccessKey
  /** The whole key. It is not stored, so it is shown only now. */
  readonly secret: string
}

interface NewKey {
  readonly name: string
  readonly scopes: readonly Scope[]
  /** Null for a key that does not expire. */
  readonly expiresAt: Date | null
}

/** The keys of clients. Every server accepts a new one and refuses a revoked one from the commit on. */
export interface AccessKeys {
  create(key: NewKey): Promise<Result<CreatedKey>>
  /** All keys, newest first, with those that are revoked or expired. */
  list(): Promise<readonly AccessKey[]>
  /** By its prefix, by the whole key, or by its name if only one key has it that is not revoked. A revoked key stays as it is. */
  revoke(named: string): Promise<Result<AccessKey>>
  /** Whether a key exists that a server would accept now. */
  hasValid(): Promise<boolean>
}

const COLUMNS = `name, prefix, scopes::text[] AS scopes, created_at AS "createdAt", expires_at AS "expiresAt",
  last_used_at AS "lastUsedAt", revoked_at AS "revokedAt"`

export function createAccessKeys(pool: Pool, now: () => Date): AccessKeys {
  async function find(named: string): Promise<Result<string>> {
    const prefix = prefixOf(named) ?? named
    const { rows } = await pool.query<{ id: string; isPrefix: boolean }>(
      `SELECT id, prefix = $1 AS "isPrefix" FROM access_key WHERE prefix = $1 OR (name = $2 AND revoked_at IS NULL) LIMIT 100`,
      [prefix, named],
    )
    const found = rows.find(({ isPrefix }) => isPrefix) ?? (rows.length === 1 ? rows[0] : undefined)
    if (found !== undefined) return succeed(found.id)
    return rows.length > 1
      ? fail('CONFLICT', `${rows.length} keys have this name; give the prefix of the one to revoke.`, ['key'])
      : fail('NOT_FOUND', 'No key has this prefix or name.', ['key'])
  }

  return {
    async create({ name, scopes, expiresAt }) {
      const checked = checkString(name.trim(), 'name', MAX_NAME_LENGTH)
      if (!checked.ok) return checked
      if (checked.value === '') return fail('INVALID', 'name must not be empty.', ['name'])
      const chosen = SCOPES.filter(scope => scopes.includes(scope))
      if (chosen.length === 0)
        return fail('INVALID', `scopes must have one or more of ${SCOPES.join(', ')}.`, ['scopes'])
      const createdAt = now()
      if (expiresAt !== null && expiresAt <= createdAt) {
        return fail('INVALID', 'expiresAt must be in the future.', ['expiresAt'])
      }
      const secret = newKeyText()
      const { rows } = await pool.query<AccessKey>(
        `INSERT INTO access_key (id, name, prefix, hash, scopes, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5::key_scope[], $6, $7) RETURNING ${COLUMNS}`,
        [newId(createdAt), checked.value, prefixOf(secret), hashOf(secret), chosen, createdAt, expiresAt],
      )
      const [key] = rows
      if (key === undefined) throw new Error('An insert returned no row.')
      return succeed({ key, secret })
    },
    async list() {
      const { rows } = await pool.query<AccessKey>(`SELECT ${COLUMNS} FROM access_key ORDER BY id DESC`)
      return rows
    },
    async revoke(named) {
      if (named.includes('\0')) return fail('NOT_FOUND', 'No key has this prefix or name.', ['key'])
      const id = await find(named)
      if (!id.ok) return id
      const { rows } = await pool.query<AccessKey>(
        `UPDATE access_key SET revoked_at = coalesce(revoked_at, $2) WHERE id = $1 RETURNING ${COLUMNS}`,
        [id.value, now()],
      )
      const [key] = rows
      return key === undefined ? fail('NOT_FOUND', 'No key has this prefix or name.', ['key']) : succeed(key)
    },
    async hasValid() {
      const { rowCount } = await pool.query(
        'SELECT FROM access_key WHERE revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $1) LIMIT 1',
        [now()],
      )
      return rowCount !== 0
    },
  }
}
