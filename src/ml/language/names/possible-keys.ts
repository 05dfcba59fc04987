import { entityKey } from '../entity-key.ts'
import { MAX_UNITS } from './find-names.ts'
import { isCrossable } from './name-gap.ts'
import { isUnspaced, type NameUnit } from './name-units.ts'

/** A name with an article is found without it: "Home Depot" for The Home Depot. */
const MOST_AFTER_ARTICLE = 3
/** Keys of one text: enough for every name in a thousand words. */
const MOST_KEYS = 9000
/** In characters, of a clause without spaces. */
const LONGEST_CLAUSE = 200
const LONGEST_UNSPACED_NAME = 10

/**
 * The keys (`entityKey`) that a name in the text may have, by which stored names can be looked up. The finder of names then decides
 * which of them the text has.
 */
export function possibleKeys(text: string, units: readonly NameUnit[]): ReadonlySet<string> {
  const keys = new Set<string>()
  const own = units.map(({ start, end }) => entityKey(text.slice(start, end)) ?? '')
  for (let first = 0; first < units.length && keys.size < MOST_KEYS; first++) {
    const { group } = units[first] as NameUnit
    if (isUnspaced(units[first] as NameUnit)) addClause(own[first] as string, keys)
    let key = ''
    let withoutAnd = ''
    for (let at = first; at < Math.min(units.length, first + MAX_UNITS); at++) {
      const unit = units[at] as NameUnit
      if (at > first && (unit.group !== group || !mayCross(text, units[at - 1] as NameUnit, unit))) break
      const part = own[at] as string
      addEndings(key + part, unit, text, keys)
      if (withoutAnd !== key && part !== 'and') addEndings(withoutAnd + part, unit, text, keys)
      const whole = key + part
      if (whole.endsWith('plus')) keys.add(`${whole.slice(0, -'plus'.length)}+`)
      if (whole.endsWith('sharp')) keys.add(`${whole.slice(0, -'sharp'.length)}#`)
      if (at > first && at < first + MOST_AFTER_ARTICLE) keys.add(`the${whole}`)
      key += part
      if (part !== 'and' || at === first) withoutAnd += part
    }
  }
  keys.delete('')
  return keys
}

/** The dots of an address are inside a name. */
const mayCross = (text: string, left: NameUnit, right: NameUnit) =>
  right.group?.kind === 'address' || isCrossable(text.slice(left.cliticEnd, right.start))

function addEndings(key: string, { clitic, end }: NameUnit, text: string, keys: Set<string>): void {
  keys.add(key)
  if (clitic !== '') keys.add(key + clitic)
  const signs = /^(?:\++|#+)/.exec(text.slice(end, end + 4))?.[0]
  if (signs !== undefined) keys.add(signs[0] === '#' ? `${key}#` : key + signs)
  const last = key.charCodeAt(key.length - 1)
  if (last === LETTER_S) keys.add(key.slice(0, -1))
  else if (last >= DIGIT_0 && last <= DIGIT_9) keys.add(key.replace(/\d{1,4}$/, ''))
  else if (last > DIGIT_9 && key.startsWith('dot')) keys.add(key.slice(3))
  if (last > HANGUL_FROM)
    for (let length = 1; length <= 2 && length < key.length; length++) keys.add(key.slice(0, -length))
}

const LETTER_S = 115
const DIGIT_0 = 48
const DIGIT_9 = 57
const HANGUL_FROM = 0xac00

/** No spaces separate words, so a name may begin and end at any character. */
function addClause(clause: string, keys: Set<string>): void {
  for (let from = 0; from < Math.min(clause.length, LONGEST_CLAUSE); from++) {
    for (let length = 2; length <= LONGEST_UNSPACED_NAME && from + length <= clause.length; length++) {
      keys.add(clause.slice(from, from + length))
    }
  }
}
