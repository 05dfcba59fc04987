import { z } from 'zod'
import { UsageError } from '../problem/problem.ts'

/** Two transactions waited for each other and PostgreSQL ended one of them; a retry succeeds. */
export const DEADLOCK = '40P01'

/** The code of a failure: an SQLSTATE such as `3D000`, or an operating system code such as `ECONNREFUSED`. */
export function failureCode(error: unknown): string | null {
  if (error instanceof AggregateError) return failureCode(error.errors[0])
  if (typeof error !== 'object' || error === null) return null
  return prismaCause(error) ?? ('code' in error && typeof error.code === 'string' ? error.code : null)
}

/** Prisma gives driver errors its own code, such as P2039, and keeps PostgreSQL's in the cause. */
function prismaCause(error: object): string | null {
  const cause = prismaErrorSchema.safeParse(error)
  return cause.success ? cause.data.meta.driverAdapterError.cause.originalCode : null
}

const prismaErrorSchema = z.object({
  meta: z.object({ driverAdapterError: z.object({ cause: z.object({ originalCode: z.string() }) }) }),
})

const messageOf = (error: unknown): string => {
  if (error instanceof AggregateError && error.errors.length > 0) return messageOf(error.errors[0])
  if (!(error instanceof Error)) return String(error)
  // Prisma begins with an empty line and the call, and ends with the reason.
  const lines = error.message.split('\n').filter(line => line.trim() !== '')
  const reason = error.name.startsWith('PrismaClient') ? lines.at(-1) : lines[0]
  return reason ?? failureCode(error) ?? error.name
}

/** The server is running but does not accept sessions: it is starting, stopping or recovering. */
export const isNotAcceptingYet = (error: unknown) => failureCode(error) === '57P03'

/** Driver errors without a code: a broken session, or no free one. */
const LOST_SESSION =
  /^Connection terminated|^timeout exceeded when trying to connect|^timeout expired|^Query read timeout|not queryable|has ended/

/** A statement was canceled because it, or the lock that it waited for, took too long. The session is still usable. */
export const isTimedOut = (error: unknown): boolean => /^(57014|55P03)$/.test(failureCode(error) ?? '')

/**
 * The database is unavailable, stopping, full, read-only, too slow or refuses access: the request is valid and can be
 * repeated later. Classes of SQLSTATE: 08 connection, 28 authorization, 53 resources, 57 intervention. Single codes:
 * 25006 a standby, 3D000 no such database, 55P03 a lock that was not released in time.
 */
export function isUnavailable(error: unknown): boolean {
  const code = failureCode(error)
  if (code === null) return error instanceof Error && LOST_SESSION.test(error.message)
  return /^(08|28|53)...$|^57P0.$|^57014$|^55P03$|^25006$|^3D000$|^E[A-Z]+$/.test(code) || PRISMA_UNAVAILABLE.has(code)
}

/** The message for clients: the database is unreachable, cannot store, or did not respond in time. */
export function unavailableMessage(error: unknown): string {
  if (/^(53100|25006)$/.test(failureCode(error) ?? '')) {
    return 'The database cannot store data at the moment; try again later.'
  }
  if (isTimedOut(error)) return 'The database did not respond in time, because it is busy or locked; try again shortly.'
  return 'The database cannot be reached at the moment; try again shortly.'
}

/**
 * Prisma's own codes for a database that is unreachable, does not respond in time, closed the session or has too many
 * sessions.
 */
const PRISMA_UNAVAILABLE = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037'])

/** One line for the operator. It contains no password: neither do the name and the driver's messages. */
export function unusableDatabase(error: unknown, { name }: { readonly name: string }): UsageError {
  const message = messageOf(error)
  const wantsPassword = message.startsWith('SASL') && message.includes('must be a string')
  const reason = wantsPassword
    ? 'requires a password, and the URL contains none'
    : (REASONS[failureCode(error) ?? ''] ?? `could not be opened: ${message}`)
  return new UsageError(`${name} ${reason.replace(/\.$/, '')}.`)
}

/** Not a bug of Pulso: the database is unavailable, full or read-only, or does not let us create tables. */
export const isOperational = (error: unknown) => isUnavailable(error) || failureCode(error) === '42501'

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refuses connections: is the server running, and are host and port right',
  ENOTFOUND: 'cannot be found: the host name is unknown',
  EAI_AGAIN: 'cannot be found: the host name could not be looked up',
  ENOENT: 'cannot be found: no server listens on that socket',
  ETIMEDOUT: 'does not respond',
  EHOSTUNREACH: 'cannot be reached from this network',
  '28P01': 'refuses the password',
  '28000': 'refuses this user',
  '3D000': 'does not exist: create it first, for instance with createdb',
  '42501': 'does not let this user create tables in the schema public',
  '53100': 'has no space left on its disk',
}
