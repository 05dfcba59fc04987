import { PROBLEM_CODES, type Problem } from '../../problem/problem.ts'
import type { RejectedRow } from '../../storage/generated/client/client.ts'

/** The problem that a stored row was rejected for. A code that this release does not know is INVALID. */
export const problemOf = ({ code, message, field }: Pick<RejectedRow, 'code' | 'message' | 'field'>): Problem => ({
  code: PROBLEM_CODES.find(current => current === code) ?? 'INVALID',
  message,
  field: field.length === 0 ? null : field,
})
