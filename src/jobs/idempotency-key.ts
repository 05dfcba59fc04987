import { fail, type Result, succeed } from '../problem/problem.ts'

export const MAX_KEY_LENGTH = 255

/** Checks a client's key, with which repeated calls start a job only once. Fails with `INVALID`. */
export function checkIdempotencyKey(given: string): Result<string> {
  const key = given.trim()
  if (key !== '' && key.length <= MAX_KEY_LENGTH && !key.includes('\0')) return succeed(key)
  return fail('INVALID', `idempotencyKey must have 1 to ${MAX_KEY_LENGTH} characters, and no U+0000.`, [
    'idempotencyKey',
  ])
}
