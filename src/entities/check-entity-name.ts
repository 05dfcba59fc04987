import { entityKey, MAX_ENTITY_NAME_LENGTH } from '../ml/language/entity-key.ts'
import { checkString } from '../problem/check-string.ts'
import { fail, type Result, succeed } from '../problem/problem.ts'

/** A name that can be stored. */
export interface EntityName {
  readonly name: string
  /** Equal for every spelling of the name. */
  readonly key: string
}

/** Checks a name that is not blank. `field` is the argument that holds it. */
export function checkEntityName(text: string, field: string): Result<EntityName> {
  const name = checkString(text.trim(), field, MAX_ENTITY_NAME_LENGTH)
  if (!name.ok) return name
  const key = entityKey(name.value)
  if (key === null) {
    const advice = field === 'entity' ? '; omit it to classify the whole message' : ''
    return fail('INVALID', `${field} must have at least one letter or digit${advice}.`, [field])
  }
  // A key may be longer than its name: a ligature becomes several letters.
  const checkedKey = checkString(key, field, MAX_ENTITY_NAME_LENGTH)
  return checkedKey.ok ? succeed({ name: name.value, key }) : checkedKey
}
