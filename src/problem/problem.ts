/**
 * Expected failures are values. The set of codes is closed: GraphQL exposes them as `UserErrorCode`, HTTP maps them to
 * a status in one place, and the command line prints them. Everything else is a bug; bugs are thrown and masked in one
 * place.
 */
export const PROBLEM_CODES = [
  'INVALID',
  'TOO_LONG',
  'TOO_MANY',
  'NOT_FOUND',
  'CONFLICT',
  'OVERLOADED',
  'UNAVAILABLE',
] as const

export type ProblemCode = (typeof PROBLEM_CODES)[number]

export interface Problem {
  readonly code: ProblemCode
  /** One sentence that explains what would have worked. Safe to show to any client. */
  readonly message: string
  /** Path of the invalid input, for instance `['text']`; null if no single input is invalid. */
  readonly field: readonly string[] | null
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

export const succeed = <T>(value: T): Result<T> => ({ ok: true, value })

export const fail = (code: ProblemCode, message: string, field: readonly string[] | null = null): Result<never> => ({
  ok: false,
  problem: { code, message, field },
})

/**
 * The same problem with its path under `prefix`. A problem without a path keeps none: no input is invalid, as with a
 * full queue.
 */
export const underField = (problem: Problem, ...prefix: readonly string[]): Problem => ({
  ...problem,
  field: problem.field === null ? null : [...prefix, ...problem.field],
})

/**
 * Ends a command with one line on standard error and the given exit code, without a stack trace. For problems that the
 * user can fix: an invalid flag, an unreadable file, a port in use.
 */
export class UsageError extends Error {
  readonly exitCode: number

  constructor(message: string, exitCode = 2) {
    super(message)
    this.name = 'UsageError'
    this.exitCode = exitCode
  }
}
