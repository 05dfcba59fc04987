import { entityKey } from '../../ml/language/entity-key.ts'
import { fail, type Result, succeed } from '../../problem/problem.ts'

/** The most lines that can be told apart in a chart. They form 15 pairs. */
export const MAX_COMPARED = 6

/** The names without other spellings of earlier ones. `INVALID` if none is left, `TOO_MANY` if more than 6 are. */
export function distinctNames(names: readonly string[]): Result<readonly string[]> {
  const byKey = new Map<string, string>()
  for (const name of names) {
    const spelling = name.trim()
    const key = entityKey(spelling) ?? `no key: ${spelling}`
    if (!byKey.has(key)) byKey.set(key, spelling)
  }
  if (byKey.size === 0) return fail('INVALID', `names must have 1 to ${MAX_COMPARED} names of entities.`, ['names'])
  if (byKey.size > MAX_COMPARED) {
    return fail(
      'TOO_MANY',
      `names has ${byKey.size} different names. One call compares at most ${MAX_COMPARED}; use several calls.`,
      ['names'],
    )
  }
  return succeed([...byKey.values()])
}
