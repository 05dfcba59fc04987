import { timingSafeEqual } from 'node:crypto'
import type { Grant, Scope } from '../scopes.ts'
import type { Storage } from '../storage/storage.ts'
import { hashOf } from './key-text.ts'

/** A notification can be lost with its session, so the keys are also read at intervals. Ends open streams of expired keys, too. */
const READ_EVERY_MS = 5_000
const WRITE_USE_EVERY_MS = 60_000

/** The keys that this process holds in memory. */
export interface KeyRing {
  /** The key with this prefix, if `text` is it; null if not. `isKnown` tells if a key has the prefix. */
  find(prefix: string, text: string): { readonly isKnown: boolean; readonly key: KnownKey | null }
  /** The key with this prefix, for its sessions; null if there is none. */
  ofPrefix(prefix: string): KnownKey | null
  /** Reads a key that another process may just have made. */
  readAgain(prefix: string): Promise<void>
  close(): Promise<void>
}

export interface KnownKey {
  /** Null while the key is valid, else a sentence for its owner. */
  endedBecause(): string | null
  /** Of the valid key. Notes the use. */
  use(): Grant
}

interface Row {
  readonly id: string
  readonly prefix: string
  readonly hash: Buffer
  readonly scopes: readonly Scope[]
  readonly expiresAt: Date | null
  readonly lastUsedAt: Date | null
  readonly revokedAt: Date | null
}

interface HeldKey extends KnownKey {
  readonly hash: Buffer
  /** Whether it is the same key with the same scopes. */
  isOf(row: Row): boolean
  /** Takes what is stored now; null if the row is gone. */
  renew(row: Row | null): void
}

const SELECT = `SELECT id, prefix, hash, scopes::text[] AS scopes, expires_at AS "expiresAt", last_used_at AS "lastUsedAt",
  revoked_at AS "revokedAt" FROM access_key`

/**
 * Reads all keys, and reads them again after every change.
 * @param onChange called before each of these reads.
 */
export async function openKeyRing(
  storage: Pick<Storage, 'pool' | 'listen' | 'now'>,
  onChange: () => void,
): Promise<KeyRing> {
  const { pool, now } = storage
  const held = new Map<string, HeldKey>()
  const writing = new Set<Promise<unknown>>()
  let reading: Promise<void> | null = null
  let isStale = false

  const noteUse = (id: string, at: Date) => {
    // The last use is not worth a failed request, and a read-only database has none.
    const written = pool
      .query(
        `UPDATE access_key SET last_used_at = $2
         WHERE id = $1 AND (last_used_at IS NULL OR last_used_at <= $2::timestamptz - make_interval(secs => $3))`,
        [id, at, WRITE_USE_EVERY_MS / 1000],
      )
      .catch(() => {})
      .finally(() => writing.delete(written))
    writing.add(written)
  }

  function hold(row: Row): void {
    const known = held.get(row.prefix)
    if (known === undefined || !known.isOf(row)) {
      known?.renew(null)
      held.set(row.prefix, heldKey(row, now, noteUse))
    } else known.renew(row)
  }

  async function readAll(): Promise<void> {
    const { rows } = await pool.query<Row>(SELECT)
    const stored = new Set(rows.map(({ prefix }) => prefix))
    for (const row of rows) hold(row)
    for (const [prefix, key] of held) {
      if (stored.has(prefix)) continue
      key.renew(null)
      held.delete(prefix)
    }
  }

  /** A change during a read makes another read necessary. */
  function refresh(): void {
    onChange()
    isStale = true
    reading ??= (async () => {
      while (isStale) {
        isStale = false
        // During an outage the keys stay as they are. They are read again at the next interval, and when the listener reconnects.
        // Requests that need the database report it.
        await readAll().catch(() => {})
      }
      reading = null
    })()
  }

  await readAll()
  const listener = storage.listen({ channel: 'pulso_keys', onPayload: refresh, onListening: refresh })
  const timer = setInterval(refresh, READ_EVERY_MS)
  timer.unref()

  return {
    find(prefix, text) {
      const key = held.get(prefix)
      if (key === undefined) return { isKnown: false, key: null }
      return { isKnown: true, key: timingSafeEqual(key.hash, hashOf(text)) ? key : null }
    },
    ofPrefix: prefix => held.get(prefix) ?? null,
    async readAgain(prefix) {
      const { rows } = await pool.query<Row>(`${SELECT} WHERE prefix = $1`, [prefix])
      for (const row of rows) hold(row)
    },
    async close() {
      clearInterval(timer)
      await listener.close()
      await reading
      await Promise.all(writing)
    },
  }
}

function heldKey(first: Row, now: () => Date, noteUse: (id: string, at: Date) => void): HeldKey {
  const watching = new Set<(reason: string) => void>()
  const grant: Grant = {
    keyId: first.id,
    subject: null,
    scopes: new Set(first.scopes),
    onEnd(end) {
      const reason = endedBecause()
      if (reason !== null) {
        end(reason)
        return () => {}
      }
      // A new function for each call, so that the same one may be given twice.
      const own = (reason: string) => end(reason)
      watching.add(own)
      return () => watching.delete(own)
    },
  }
  let row: Row | null = first
  let usedAt = first.lastUsedAt?.getTime() ?? Number.NEGATIVE_INFINITY

  function endedBecause(): string | null {
    if (row === null) return 'The key was changed or deleted.'
    if (row.revokedAt !== null) return 'The key was revoked.'
    if (row.expiresAt !== null && row.expiresAt <= now()) return 'The key has expired.'
    return null
  }

  return {
    hash: first.hash,
    isOf: ({ id, hash, scopes }) =>
      id === first.id && hash.equals(first.hash) && String(scopes) === String(first.scopes),
    endedBecause,
    use() {
      const at = now()
      if (at.getTime() - usedAt >= WRITE_USE_EVERY_MS) {
        usedAt = at.getTime()
        noteUse(first.id, at)
      }
      return grant
    },
    renew(next) {
      row = next
      const reason = endedBecause()
      if (reason === null) return
      for (const end of watching) end(reason)
      watching.clear()
    },
  }
}
