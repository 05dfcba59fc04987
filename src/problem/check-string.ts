import { fail, type Result, succeed } from './problem.ts'

/** The longest text of a tweet, in Unicode code points. */
export const MAX_TEXT_LENGTH = 10_000

/** Quick to look for, and rare; only then is it worth telling pairs from halves. */
const ANY_SURROGATE = /[\ud800-\udfff]/
const LONE_SURROGATE = /\p{Surrogate}/gu

/** `maxLength` is in code points. PostgreSQL's text holds neither U+0000, which is refused, nor half of a surrogate pair, which becomes U+FFFD. */
export function checkString(value: string, field: string, maxLength: number): Result<string> {
  if (value.includes('\0')) return fail('INVALID', `${field} must not contain the character U+0000.`, [field])
  if (isLongerThan(value, maxLength)) {
    return fail('TOO_LONG', `${field} may have at most ${maxLength.toLocaleString('en')} characters.`, [field])
  }
  return succeed(ANY_SURROGATE.test(value) ? value.replace(LONE_SURROGATE, '\ufffd') : value)
}

/** A code point takes one or two places in a string, so most strings need no counting. */
function isLongerThan(value: string, maxLength: number): boolean {
  if (value.length <= maxLength) return false
  if (value.length > 2 * maxLength) return true
  let length = 0
  for (const _ of value) length++
  return length > maxLength
}
