import { decodeTweet } from '../tweet-words/decode-tweet.ts'
import { EVERYDAY_WORDS, PARTICLES } from '../tweet-words/everyday-words.ts'
import type { LocatedSurface } from '../tweet-words/tweet-surfaces.ts'
import { createNameFinder, createSpellingFinder, type FoundName } from './find-names.ts'
import { foldLetters } from './fold-letters.ts'
import { indexSpellings } from './name-index.ts'
import { nameSpellings, spellingOf } from './name-spelling.ts'
import { nameUnits } from './name-units.ts'
import { textUnits } from './text-units.ts'

/** Returns the indices of the pieces of a decoded text that name the entity. */
export type MarkNames = (text: string, surfaces: readonly LocatedSurface[]) => ReadonlySet<number>

/** Shortest part of a name that may refer to the entity; shorter parts are too ambiguous. */
const SHORTEST_PART = 4
/** Number of characters of a name that are read. */
const LONGEST_NAME = 200

export interface NameMarkerOptions {
  /** Parts of a name count even beside a whole name: "depot" in "Home Depot, my favourite depot". */
  readonly hasAllParts?: boolean
}

/**
 * Creates a marker of one entity in texts that are known to be about it, as a model reads them. If a text has no whole
 * name, parts of a name count: "cold war" for "Call of Duty: Cold War". Inside a hashtag or user name, a name counts
 * anywhere: "#boycottamazon".
 *
 * @param names the entity's name and its aliases.
 */
export function createNameMarker(names: readonly string[], { hasAllParts = false }: NameMarkerOptions = {}): MarkNames {
  const findWhole = createNameFinder([{ name: '', names }], { isLoose: true })
  const wholeInTags = names.flatMap(name => nameSpellings(name, { isLoose: true }).map(({ letters }) => letters))
  const parts = names.map(partsOf)
  const words = parts.flatMap(part => part.words)
  // One finder for each pair, because two pairs of a name overlap.
  const findParts = [...parts.flatMap(part => part.pairs.map(pair => partFinder([pair]))), partFinder(words)]
  return (text, surfaces) => {
    const units = textUnits(text, surfaces)
    const whole = surfacesOf(text, surfaces, findWhole(text, units))
    addTags(surfaces, wholeInTags, whole)
    if (whole.size > 0 && !hasAllParts) return whole
    const part = new Set(findParts.flatMap(find => [...surfacesOf(text, surfaces, find(text, units))]))
    addTags(surfaces, words, part)
    return new Set([...whole, ...part])
  }
}

/** Two consecutive words of a name, and its single words, if they are not everyday words. */
function partsOf(name: string): { readonly pairs: readonly string[]; readonly words: readonly string[] } {
  const decoded = decodeTweet(name.slice(0, LONGEST_NAME)).replace(/[([][^)\]]*[)\]]?/g, ' ')
  const units = nameUnits(decoded, 0, decoded.length, true)
  const isContent = (word: string) => word.length > 2 && !PARTICLES.has(word) && !/^\p{N}+$/u.test(word)
  const pairs = units.slice(1).flatMap(({ letters }, index) => {
    const before = units[index]?.letters ?? ''
    return isContent(before) && isContent(letters) ? [`${before} ${letters}`] : []
  })
  // "eBay" and "YouTube" are also words, although capitals would split them.
  const spaced = decoded.split(/[^\p{L}\p{M}\p{N}]+/u).map(word => foldLetters(word).letters)
  const words = [...units.map(({ letters }) => letters), ...spaced].filter(
    word => word.length >= SHORTEST_PART && !EVERYDAY_WORDS.has(word) && !/^\p{N}+$/u.test(word),
  )
  return { pairs, words: [...new Set(words)] }
}

const partFinder = (parts: readonly string[]) =>
  createSpellingFinder(
    indexSpellings(
      parts.flatMap(part => {
        const spelling = spellingOf(part)
        return spelling === null ? [] : [{ ...spelling, entity: '', isWritten: true }]
      }),
      true,
    ),
    true,
  )

/** The pieces that overlap a found name. Punctuation inside a name is no part of it for a model. */
function surfacesOf(text: string, surfaces: readonly LocatedSurface[], names: readonly FoundName[]): Set<number> {
  const found = new Set<number>()
  let index = 0
  for (const name of names) {
    while (index < surfaces.length && (surfaces[index] as LocatedSurface).end <= name.start) index++
    for (let at = index; at < surfaces.length; at++) {
      const { surface, start, end } = surfaces[at] as LocatedSurface
      if (start >= name.end) break
      if (surface.kind !== 'symbol' || /[\p{L}\p{N}]/u.test(text.slice(start, end))) found.add(at)
    }
  }
  return found
}

/** Hashtags and user names without capitals do not show where a word begins. */
function addTags(surfaces: readonly LocatedSurface[], names: readonly string[], found: Set<number>): void {
  for (const [index, { surface }] of surfaces.entries()) {
    if (found.has(index) || (surface.kind !== 'hashtag' && surface.kind !== 'mention')) continue
    const { letters } = foldLetters(surface.text.replaceAll('_', ''))
    if (names.some(name => isInTag(letters, name))) found.add(index)
  }
}

function isInTag(tag: string, name: string): boolean {
  // "#disneyplus" is Disney+.
  if (tag === `${name}plus`) return false
  return name.length >= SHORTEST_PART ? tag.includes(name) : name.length > 2 && tag.startsWith(name)
}
