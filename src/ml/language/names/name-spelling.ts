import { decodeTweet } from '../tweet-words/decode-tweet.ts'
import { type NameUnit, nameUnits } from './name-units.ts'

/** One way to write a name, in the form in which it is compared with a text. */
export interface NameSpelling {
  /** Letters and digits without case and accents. */
  readonly letters: string
  /** See `FoldedLetters`. */
  readonly exact: string
  /** The letters and digits as the name has them, with capitals. */
  readonly cased: string
  /**
   * By offset in `letters`: what the name has between two of its parts. Empty where only capitals, digits or another
   * script separate them.
   */
  readonly gaps: ReadonlyMap<number, string>
  readonly unitCount: number
  /** The dot of ".NET"; empty for other names. */
  readonly before: string
  /** Signs after the name that tell it apart from another one: "+", "#", "++"; for a very short name also "!" or "*". */
  readonly after: string
}

/** Number of characters of a name that are read. */
const LONGEST_NAME = 200
/** Names of so few letters and digits are other words as well, and need their signs or capitals. */
export const SHORT_NAME = 3

const TELLING_SIGNS = /^(?:\++|#+)(?![\p{L}\p{N}])/u
const SIGNS_OF_SHORT = /^[+#!*?$%]+/

/** How a name was derived from that of an entity. */
interface Derivation {
  /** Also spellings that are likely other words, for an entity that the text is known to be about. */
  readonly isLoose: boolean
}

/**
 * The spellings of a whole name: as it is written, without its article, with "and" for "&", "plus" for "+", "sharp" for
 * "#" and "dot" for a dot in front, and what it has in brackets.
 */
export function nameSpellings(name: string, { isLoose }: Derivation): readonly NameSpelling[] {
  const decoded = decodeTweet(name.slice(0, LONGEST_NAME)).trim()
  const bare = decoded.replace(/[([][^)\]]*[)\]]?/g, ' ').trim()
  const bracketed = [...decoded.matchAll(/[([]([^)\]]+)[)\]]/g)].map(match => match[1] as string)
  const whole = spellingOf(bare) ?? spellingOf(decoded)
  if (whole === null) return []
  const written = spellingOf(bare) === null ? decoded : bare
  const spellings = [whole, ...expansions(written)]
  const unowned = written.replace(/'s(?![\p{L}\p{N}])/giu, '')
  if (unowned !== written && (isLoose || whole.unitCount > 1)) spellings.push(...spellingsOf(unowned))
  const withoutArticle = unowned.replace(/^the\s+/i, '')
  if (withoutArticle !== unowned) {
    spellings.push(...spellingsOf(withoutArticle).filter(({ unitCount }) => isLoose || unitCount > 1))
  }
  // "(planet)" explains a name, "(GTA)" is one.
  for (const part of bracketed) if (isLoose || /[\p{Lu}\p{N}]/u.test(part)) spellings.push(...spellingsOf(part))
  return distinct(spellings)
}

/** A name without its derived spellings; null if it has no letter or digit. */
export function spellingOf(name: string): NameSpelling | null {
  const units = nameUnits(name, 0, name.length, true)
  const first = units[0]
  const last = units.at(-1)
  if (first === undefined || last === undefined) return null
  let letters = ''
  let exact = ''
  let cased = ''
  const gaps = new Map<number, string>()
  for (const [index, unit] of units.entries()) {
    const before = units[index - 1]
    if (before !== undefined) gaps.set(letters.length, name.slice(before.cliticEnd, unit.start))
    letters += unit.letters + unit.clitic
    exact += unit.exact + unit.clitic
    cased += name.slice(unit.start, unit.end) + unit.clitic
  }
  return {
    letters,
    exact,
    cased,
    gaps,
    unitCount: units.length,
    before: /(?:^|\s)\.$/.test(name.slice(0, first.start)) ? '.' : '',
    after: signsAfter(name, last, letters.length),
  }
}

function signsAfter(name: string, last: NameUnit, length: number): string {
  const rest = name.slice(last.cliticEnd)
  return (length < SHORT_NAME ? SIGNS_OF_SHORT : TELLING_SIGNS).exec(rest)?.[0] ?? ''
}

const spellingsOf = (name: string) => {
  const spelling = spellingOf(name)
  return spelling === null ? [] : [spelling]
}

/** "Disney Plus" is Disney+ and "#csharp" is C#; one letter and "sharp" as two words are something else. */
function expansions(name: string): readonly NameSpelling[] {
  const written = [
    ...(name.includes('&') ? [name.replace(/\s*&\s*/g, ' and ')] : []),
    ...(/\+$/.test(name) ? [name.replace(/\+/g, joined(name, 'Plus'))] : []),
    ...(/#$/.test(name) ? [name.replace(/#/g, joined(name, 'Sharp'))] : []),
    ...(/^\.\p{L}/u.test(name) ? [`dot${name.slice(1).toLowerCase()}`] : []),
  ]
  return written.flatMap(spellingsOf)
}

const joined = (name: string, word: string) =>
  name.match(/[\p{L}\p{N}]/gu)?.length === 1 ? word.toLowerCase() : ` ${word}`

function distinct(spellings: readonly NameSpelling[]): readonly NameSpelling[] {
  const seen = new Set<string>()
  return spellings.filter(({ exact, before, after, gaps }) => {
    const key = [exact, before, after, ...gaps.keys()].join(' ')
    return !seen.has(key) && seen.add(key)
  })
}
