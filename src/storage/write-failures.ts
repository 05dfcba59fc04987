import type { Pool } from 'pg'
import { failureCode } from './connection-failure.ts'

const failed = new WeakSet<Pool>()

/** The database has no space, or is read-only. Reads go on. */
export const cannotStore = (error: unknown): boolean => /^(53100|25006)$/.test(failureCode(error) ?? '')

/** Remembers that a write failed because nothing can be stored. Only a successful probe forgets it, because reads succeed in between. */
export function noteFailure(pool: Pool, error: unknown): void {
  if (cannotStore(error)) failed.add(pool)
}

/** Whether a write has failed since the last successful probe. */
export const hasFailedWrites = (pool: Pool): boolean => failed.has(pool)

export const forgetFailures = (pool: Pool): void => {
  failed.delete(pool)
}
