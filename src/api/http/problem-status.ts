import type { ProblemCode } from '../../problem/problem.ts'

/** The HTTP status of each problem code. */
export const PROBLEM_STATUS: Readonly<Record<ProblemCode, number>> = {
  INVALID: 400,
  TOO_LONG: 400,
  TOO_MANY: 400,
  NOT_FOUND: 404,
  CONFLICT: 409,
  OVERLOADED: 503,
  UNAVAILABLE: 503,
}
