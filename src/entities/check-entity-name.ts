import { entityKey, MAX_ENTITY_NAME_LENGTH } from '../ml/language/entity-key.ts'
import { checkString } from '../problem/check-string.ts'
import { fail, type Result, succeed } from '../problem/problem.ts'

/** A name that can be stored. */
export interface EntityName {
  readonly name: string
  /** What all its spellings have in common. */
  readonly key: string
}

/** Judges a name that is not blank; `field` is where it was given. */
export function checkEntityName(text: string, field: string): Result<EntityName> {
  const name = checkString(text.trim(), field, MAX_ENTITY_NAME_LENGTH)
  if (!name.ok) return name
  const key = entityKey(name.value)
  if (key === null) {
    const advice = field === 'entity' ? '; leave it out for the whole message' : ''
    return fail('INVALID', `${field} must have at least one letter or digit${advice}.`, [field])
  }
  // Ligatures and the like become several letters.
  const checkedKey = checkString(key, field, MAX_ENTITY_NAME_LENGTH)
  return checkedKey.ok ? succeed({ name: name.value, key }) : checkedKey
}
