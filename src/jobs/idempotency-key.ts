import { fail, type Result, succeed } from '../problem/problem.ts'

export const MAX_KEY_LENGTH = 255

/** The key under which a job is started once, however often the call is repeated. */
export function checkIdempotencyKey(given: string): Result<string> {
  const key = given.trim()
  if (key !== '' && key.length <= MAX_KEY_LENGTH && !key.includes('\0')) return succeed(key)
  return fail('INVALID', `idempotencyKey must have 1 to ${MAX_KEY_LENGTH} characters, and no U+0000.`, [
    'idempotencyKey',
  ])
}
