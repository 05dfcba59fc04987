import { UsageError } from '../problem/problem.ts'
import type { Grant } from '../scopes.ts'
import type { AuditActor, AuditOutcome, Prisma } from '../storage/generated/client/client.ts'
import { type KeysetPage, newestFirst } from '../storage/keyset-page.ts'
import { newId } from '../storage/new-ids.ts'
import type { Storage } from '../storage/storage.ts'
import { idsIn } from './ids-in.ts'

/** Who changes something. */
export interface Actor {
  readonly actor: AuditActor
  readonly keyId: string | null
  readonly subject: string | null
}

export const COMMAND_LINE: Actor = { actor: 'COMMAND_LINE', keyId: null, subject: null }

export const actorOf = ({ keyId, subject }: Pick<Grant, 'keyId' | 'subject'>): Actor => ({
  actor: keyId !== null ? 'KEY' : subject !== null ? 'TOKEN' : 'OPEN',
  keyId,
  subject,
})

/** The key of an entry is part of it. */
const WITH_KEY = { key: { select: { name: true, prefix: true } } } as const

export type ShownEntry = Prisma.AuditEntryGetPayload<{ include: typeof WITH_KEY }>

/** The list of changes, with who made them. */
export interface AuditLog {
  /**
   * Runs a change. Its entry is stored before it begins, so that no change is without one. The ids in `input` and in the result are
   * kept, and nothing else of them.
   */
  record<T>(by: Actor, action: string, input: unknown, change: () => Promise<T>): Promise<T>
  /** Newest first. */
  list(page: KeysetPage<readonly [id: string]>): Promise<readonly ShownEntry[]>
}

export function createAuditLog({ prisma, pool, now }: Pick<Storage, 'prisma' | 'pool' | 'now'>): AuditLog {
  const end = (id: string, outcome: AuditOutcome, result: unknown) =>
    pool
      .query('UPDATE audit_entry SET outcome = $2::audit_outcome, objects = $3::jsonb || objects WHERE id = $1', [
        id,
        outcome,
        JSON.stringify(idsIn(result)),
      ])
      // The change has happened. An entry without an outcome says that this is unknown.
      .catch(() => {})

  return {
    async record(by, action, input, change) {
      const startedAt = now()
      const id = newId(startedAt)
      await pool.query(
        `INSERT INTO audit_entry (id, started_at, actor, key_id, subject, action, objects)
         VALUES ($1, $2, $3::audit_actor, $4, $5, $6, $7::jsonb)`,
        [id, startedAt, by.actor, by.keyId, by.subject, action, JSON.stringify(idsIn(input))],
      )
      try {
        const result = await change()
        await end(id, isRefusal(result) ? 'REFUSED' : 'DONE', result)
        return result
      } catch (error) {
        await end(id, error instanceof UsageError ? 'REFUSED' : 'FAILED', null)
        throw error
      }
    },
    list: page => prisma.auditEntry.findMany({ ...newestFirst(page), include: WITH_KEY }),
  }
}

/** A payload with `userErrors`, or a failure as a value. */
const isRefusal = (result: unknown): boolean =>
  typeof result === 'object' &&
  result !== null &&
  (('userErrors' in result && Array.isArray(result.userErrors) && result.userErrors.length > 0) ||
    ('ok' in result && result.ok === false))
