import { EVERYDAY_INITIALS, EVERYDAY_WORDS, PARTICLES } from './everyday-words.ts'
import { wordParts } from './word-parts.ts'

/** Shortest part of a name that may refer to the entity; shorter parts are too ambiguous. */
export const SHORTEST_WORD = 4

/** Number of characters of a name that are read. */
const LONGEST_ENTITY = 200

/** Names of an entity that may occur in a tweet, from the most to the least certain; letters and digits only. */
export interface EntityNames {
  /** The whole name with and without its article or possessive, the part in brackets after it, and its initials. */
  readonly whole: readonly string[]
  /** Two consecutive words of it: "cold war" for "Call of Duty: Cold War". */
  readonly pairs: readonly string[]
  /** Its single words that are not everyday words. */
  readonly words: readonly string[]
}

/** Reads a name as its owner writes it: brackets, inner capitals, hyphens and digits separate words. */
export function entityNames(entity: string): EntityNames {
  const name = entity.slice(0, LONGEST_ENTITY).normalize('NFKC').replace(/[’‘]/g, "'")
  const bracketed = [...name.matchAll(/[([]([^)\]]+)[)\]]/g)].map(match => lettersAndDigits(match[1] as string))
  const bare = name.replace(/[([][^)\]]*[)\]]?/g, ' ').trim()
  const unowned = bare.replace(/'s\b/gi, '')
  const words = wordParts(unowned).map(lettersAndDigits)
  const initials = words.map(word => word.slice(0, 1)).join('')
  const hasInitials = words.length > 2 && !EVERYDAY_INITIALS.has(initials)
  const whole = lettersAndDigits(bare) || lettersAndDigits(name)
  return {
    whole: distinct([whole, ...[unowned, unowned.replace(/^the\s+/i, '')].map(lettersAndDigits), ...bracketed]).concat(
      hasInitials ? initials : [],
    ),
    pairs: distinct(words.slice(1).map((word, index) => pairOf(words[index] as string, word))),
    words: distinct([...words, ...spacedWords(unowned)].filter(isTelling)),
  }
}

/** "eBay" and "YouTube" are also words, although capitals would split them. */
const spacedWords = (name: string) => name.split(/[^\p{L}\p{M}\p{N}]+/u).map(lettersAndDigits)

const isTelling = (word: string) => word.length >= SHORTEST_WORD && !EVERYDAY_WORDS.has(word) && !/^\p{N}+$/u.test(word)

const pairOf = (first: string, second: string) => (isContent(first) && isContent(second) ? first + second : '')

const isContent = (word: string) => word.length > 2 && !PARTICLES.has(word) && !/^\p{N}+$/u.test(word)

/** "AT&T", "at & t" and "#AT_T" are equal; so are "Nestlé" and "nestle". */
export function lettersAndDigits(text: string): string {
  const lower = text.toLowerCase()
  if (/^[a-z\d]*$/.test(lower)) return lower
  return lower
    .normalize('NFD')
    .replace(/[\u0300-\u036f]|[^\p{L}\p{M}\p{N}]+/gu, '')
    .normalize('NFC')
}

const distinct = (names: readonly string[]) => [...new Set(names.filter(name => name !== ''))]
