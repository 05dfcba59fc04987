import { fail, type Result, succeed } from './problem.ts'

/** Maximum length of a tweet's text, in Unicode code points. */
export const MAX_TEXT_LENGTH = 10_000

/** A cheap test for a rare case; only then is the string checked for unpaired halves. */
const ANY_SURROGATE = /[\ud800-\udfff]/
const LONE_SURROGATE = /\p{Surrogate}/gu

/**
 * `maxLength` is in code points. PostgreSQL's text cannot contain U+0000, which is refused, or half of a surrogate
 * pair, which becomes U+FFFD.
 */
export function checkString(value: string, field: string, maxLength: number): Result<string> {
  if (value.includes('\0')) return fail('INVALID', `${field} must not contain the character U+0000.`, [field])
  if (isLongerThan(value, maxLength)) {
    return fail('TOO_LONG', `${field} may have at most ${maxLength.toLocaleString('en')} characters.`, [field])
  }
  return succeed(ANY_SURROGATE.test(value) ? value.replace(LONE_SURROGATE, '\ufffd') : value)
}

/** A code point is one or two UTF-16 units, so most strings need no counting. */
function isLongerThan(value: string, maxLength: number): boolean {
  if (value.length <= maxLength) return false
  if (value.length > 2 * maxLength) return true
  let length = 0
  for (const _ of value) length++
  return length > maxLength
}
