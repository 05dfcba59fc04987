import { entityKey } from '../../ml/language/entity-key.ts'
import { fail, type Result, succeed } from '../../problem/problem.ts'

/** As many lines as one can tell apart in a chart; they make 15 pairs. */
export const MAX_COMPARED = 6

/** Names without those that are another spelling of an earlier one; `TOO_MANY` or `INVALID` where they are not 1 to 6. */
export function distinctNames(names: readonly string[]): Result<readonly string[]> {
  const byKey = new Map<string, string>()
  for (const name of names) {
    const spelling = name.trim()
    const key = entityKey(spelling) ?? `no key: ${spelling}`
    if (!byKey.has(key)) byKey.set(key, spelling)
  }
  if (byKey.size === 0) return fail('INVALID', `names must hold 1 to ${MAX_COMPARED} names of entities.`, ['names'])
  if (byKey.size > MAX_COMPARED) {
    const advice = 'compare some of them, and the others in another call.'
    return fail('TOO_MANY', `names holds ${byKey.size} entities, and at most ${MAX_COMPARED} are compared: ${advice}`, [
      'names',
    ])
  }
  return succeed([...byKey.values()])
}
