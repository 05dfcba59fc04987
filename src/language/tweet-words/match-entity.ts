import type { Surface } from './tweet-surfaces.ts'

/** Pieces of a tweet that may make up one name together. */
const LONGEST_NAME = 7
/** A word of a name that is shorter than this may be any word. */
const SHORTEST_WORD = 4

/** What an entity may be called in a tweet, from the most certain to the least; each in letters and digits only. */
export interface EntityNames {
  /** The whole name, what stands in brackets behind it, and its initials. */
  readonly whole: readonly string[]
  /** Its single words. */
  readonly words: readonly string[]
}

/** Words that stand in many names and in most tweets. */
const COMMON = new Set(
  'this that with from your have they what when their there where will world game games best next week with day days over only and the for new'.split(
    ' ',
  ),
)

/** Reads a name as its owner writes it: brackets, capitals inside, hyphens and digits part words. */
export function entityNames(entity: string): EntityNames {
  const name = entity.normalize('NFKC')
  const bracketed = [...name.matchAll(/[([]([^)\]]+)[)\]]/g)].map(match => lettersAndDigits(match[1] as string))
  const bare = name.replace(/[([][^)\]]*[)\]]?/g, ' ')
  const words = (bare.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{M}]+|\p{N}+/gu) ?? []).map(word =>
    lettersAndDigits(word),
  )
  const initials = words.length > 2 ? words.map(word => word.slice(0, 1)).join('') : ''
  const whole = lettersAndDigits(bare) || lettersAndDigits(name)
  return {
    whole: distinct([whole, ...bracketed, initials.length > 2 ? initials : '']),
    words: distinct(words.filter(word => word.length >= SHORTEST_WORD && !COMMON.has(word) && !/^\p{N}+$/u.test(word))),
  }
}

/** Places in `surfaces` that speak of the entity; none where it is not found. */
export function matchEntity(surfaces: readonly Surface[], { whole, words }: EntityNames): Set<number> {
  const keys = surfaces.map(({ kind, text }) => (kind === 'symbol' ? '' : lettersAndDigits(text.replace(/'s$/, ''))))
  const found = new Set<number>()
  for (const name of whole) findName(surfaces, keys, name, found)
  if (found.size > 0) return found
  for (const name of words) findWord(surfaces, keys, name, found)
  return found
}

/** Wherever pieces in a row spell the name, and where a hashtag or another's name begins with it. */
function findName(surfaces: readonly Surface[], keys: readonly string[], name: string, found: Set<number>): void {
  for (const [start, { kind }] of surfaces.entries()) {
    const key = keys[start] as string
    if (key === '') continue
    if (isVariant(key, name) || (isTag(kind) && name.length > 2 && key.startsWith(name))) found.add(start)
    else if (isTag(kind) && name.length >= SHORTEST_WORD && key.includes(name)) found.add(start)
    else if (name.startsWith(key)) spell(keys, start, name, found)
  }
}

function spell(keys: readonly string[], start: number, name: string, found: Set<number>): void {
  let spelt = ''
  for (let end = start; end < Math.min(keys.length, start + LONGEST_NAME); end++) {
    spelt += keys[end]
    if (isVariant(spelt, name)) {
      for (let place = start; place <= end; place++) if (keys[place] !== '') found.add(place)
      return
    }
    if (!name.startsWith(spelt)) return
  }
}

function findWord(surfaces: readonly Surface[], keys: readonly string[], word: string, found: Set<number>): void {
  for (const [place, { kind }] of surfaces.entries()) {
    const key = keys[place] as string
    if (isVariant(key, word) || (isTag(kind) && key.includes(word))) found.add(place)
  }
}

/** The name itself, its plural, or it with the number of an edition ("RDR2"). */
function isVariant(key: string, name: string): boolean {
  if (!key.startsWith(name)) return false
  const rest = key.slice(name.length)
  return (
    rest === '' || (rest === 's' && name.length >= SHORTEST_WORD) || (name.length > 2 && /^\p{N}{1,4}$/u.test(rest))
  )
}

const isTag = (kind: Surface['kind']) => kind === 'mention' || kind === 'hashtag'

/** "AT&T" and "at & t" are the same; so is "#AT_T". */
export const lettersAndDigits = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '')

const distinct = (names: readonly string[]) => [...new Set(names.filter(name => name !== ''))]
