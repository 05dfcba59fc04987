import { MAX_NAME_LENGTH } from '../classification/check-request.ts'
import { checkString } from '../problem/check-string.ts'
import { fail, type Result, succeed } from '../problem/problem.ts'
import type { Selection } from './selection.ts'

/** External ids or authors in one call. */
export const MOST_NAMED = 1000

/** What a caller may give; exactly one of them. */
export interface GivenSelection {
  readonly externalIds?: readonly string[] | null | undefined
  readonly authors?: readonly string[] | null | undefined
  readonly entityId?: string | null | undefined
  readonly before?: Date | null | undefined
}

export function checkSelection(given: GivenSelection): Result<Selection> {
  const { externalIds, authors, entityId, before } = given
  const named = [externalIds, authors, entityId, before].filter(value => value != null)
  if (named.length !== 1) {
    return fail('INVALID', 'Name exactly one of externalIds, authors, entityId and before.')
  }
  if (externalIds != null) {
    const checked = checkNames(externalIds, 'externalIds')
    return checked.ok ? succeed({ kind: 'externalIds', externalIds: checked.value }) : checked
  }
  if (authors != null) {
    const checked = checkNames(authors, 'authors')
    return checked.ok ? succeed({ kind: 'authors', authors: checked.value }) : checked
  }
  if (entityId != null) return succeed({ kind: 'entity', entityId })
  return before == null ? fail('INVALID', 'before must be a time.', ['before']) : succeed({ kind: 'before', before })
}

function checkNames(values: readonly string[], field: string): Result<readonly string[]> {
  if (values.length === 0) return fail('INVALID', `${field} must name at least one.`, [field])
  if (values.length > MOST_NAMED) {
    return fail(
      'TOO_MANY',
      `${field} may have at most ${MOST_NAMED.toLocaleString('en')} elements; use several calls.`,
      [field],
    )
  }
  const names: string[] = []
  for (const [index, value] of values.entries()) {
    const checked = checkString(value.trim(), field, MAX_NAME_LENGTH)
    if (!checked.ok) return { ok: false, problem: { ...checked.problem, field: [field, String(index)] } }
    if (checked.value === '') return fail('INVALID', `An element of ${field} is empty.`, [field, String(index)])
    names.push(checked.value)
  }
  return succeed(names)
}
