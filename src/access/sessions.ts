import { randomBytes } from 'node:crypto'
import type { Storage } from '../storage/storage.ts'
import { hashOf } from './key-text.ts'

const LIFETIME_MS = 12 * 60 * 60_000
const TOKEN_BYTES = 32
const TOKEN = /^[\w-]{43}$/
/** Of open dashboards; all are forgotten when it is full. */
const MAX_KNOWN = 10_000

/** Browsers that are signed in. A session ends with its key, when its user signs out, or after 12 hours. */
export interface Sessions {
  /** A new session of a key; returns the value of its cookie. */
  open(keyId: string): Promise<{ readonly token: string; readonly lifetimeSeconds: number }>
  /** The prefix of the session's key if this process has seen the session; undefined if it has not. */
  known(token: string): string | undefined
  /** Looks the session up; null if there is none. */
  find(token: string): Promise<string | null>
  end(token: string): Promise<void>
  /** Looks up every session again. */
  forget(): void
}

interface Known {
  readonly prefix: string
  readonly expiresAt: Date
}

export function createSessions({ pool, now }: Pick<Storage, 'pool' | 'now'>): Sessions {
  const known = new Map<string, Known>()
  return {
    async open(keyId) {
      const token = randomBytes(TOKEN_BYTES).toString('base64url')
      const at = now()
      await pool.query('DELETE FROM access_session WHERE expires_at <= $1', [at])
      await pool.query('INSERT INTO access_session (hash, key_id, expires_at) VALUES ($1, $2, $3)', [
        hashOf(token),
        keyId,
        new Date(at.getTime() + LIFETIME_MS),
      ])
      return { token, lifetimeSeconds: LIFETIME_MS / 1000 }
    },
    known(token) {
      const session = known.get(token)
      return session !== undefined && session.expiresAt > now() ? session.prefix : undefined
    },
    async find(token) {
      if (!TOKEN.test(token)) return null
      const { rows } = await pool.query<Known>(
        `SELECT prefix, access_session.expires_at AS "expiresAt"
         FROM access_session JOIN access_key ON access_key.id = key_id WHERE access_session.hash = $1`,
        [hashOf(token)],
      )
      const [found] = rows
      if (found === undefined || found.expiresAt <= now()) return null
      if (known.size >= MAX_KNOWN) known.clear()
      known.set(token, found)
      return found.prefix
    },
    async end(token) {
      known.delete(token)
      if (TOKEN.test(token)) await pool.query('DELETE FROM access_session WHERE hash = $1', [hashOf(token)])
    },
    forget: () => known.clear(),
  }
}
