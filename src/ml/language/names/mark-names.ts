import { decodeTweet } from '../tweet-words/decode-tweet.ts'
import { EVERYDAY_WORDS, PARTICLES } from '../tweet-words/everyday-words.ts'
import { type LocatedSurface, NUMBER_SYMBOL, URL_SYMBOL } from '../tweet-words/tweet-surfaces.ts'
import { createSpellingFinder, type FoundName, LONGEST_ENDING, MAX_UNITS } from './find-names.ts'
import { foldLetters } from './fold-letters.ts'
import { indexSpellings, type NameIndex, withInitials } from './name-index.ts'
import { type NameSpelling, nameSpellings, spellingOf } from './name-spelling.ts'
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
  const spelt = names.map(name => nameSpellings(name, { isLoose: true }))
  const spellings = spelt.flat()
  const index = indexSpellings(
    spelt.flatMap(own => withInitials(own, '', true)),
    true,
  )
  const whole = createPieceMarker(
    index,
    spellings.map(({ letters }) => letters),
  )
  // Many entities are asked for once, with their whole name: their parts are never read.
  let markParts: readonly MarkPieces[] | undefined
  return (text, surfaces) => {
    const found = new Set<number>()
    whole(text, surfaces, found)
    if (found.size === 0 || hasAllParts) {
      markParts ??= createPartMarkers(names, hasAllParts ? [] : spellings)
      for (const mark of markParts) mark(text, surfaces, found)
    }
    return found
  }
}

/** @param whole spellings of whole names, which need not be read again. */
function createPartMarkers(names: readonly string[], whole: readonly NameSpelling[]): readonly MarkPieces[] {
  const isWhole = (word: string) =>
    whole.some(({ letters, before, after }) => letters === word && before + after === '')
  const parts = names.map(partsOf)
  const words = parts.flatMap(part => part.words).filter(word => !isWhole(word))
  // One marker for each pair, because two pairs of a name overlap.
  const pairs = parts.flatMap(part => part.pairs).map(pair => createPieceMarker(indexParts([pair]), []))
  return words.length === 0 ? pairs : [...pairs, createPieceMarker(indexParts(words), words)]
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

const indexParts = (parts: readonly string[]) =>
  indexSpellings(
    parts.flatMap(part => {
      const spelling = spellingOf(part)
      return spelling === null ? [] : [{ ...spelling, entity: '', isWritten: true }]
    }),
    true,
  )

/** Adds the indices of the pieces that one of the spellings overlaps. */
type MarkPieces = (text: string, surfaces: readonly LocatedSurface[], found: Set<number>) => void

/**
 * Reads only the pieces with which a spelling may begin and those that it may reach, because most words of a tweet are
 * neither.
 * @param anywhere letters that also count inside a tag: tags without capitals do not show where a word begins.
 */
function createPieceMarker(index: NameIndex, anywhere: readonly string[]): MarkPieces {
  const find = createSpellingFinder(index, true)
  const begin = createBeginnings(index)
  return (text, surfaces, found) => {
    let from = -1
    let to = 0
    const readRun = () => {
      if (from === -1) return
      addPieces(text, surfaces, from, find(text, textUnits(text, surfaces.slice(from, to))), found)
      from = -1
    }
    for (let at = 0; at < surfaces.length; at++) {
      const piece = surfaces[at] as LocatedSurface
      const reach = isTag(piece) ? begin.inTag(piece, anywhere) : begin.inText(piece, text)
      if (reach === IS_NAME) found.add(at)
      if (reach < 0) continue
      if (from !== -1 && at >= to) readRun()
      if (from === -1) from = at
      to = Math.max(to, reach === 0 ? at + 1 : endOfReach(surfaces, at))
    }
    readRun()
  }
}

const isTag = ({ surface: { kind } }: LocatedSurface) => kind === 'hashtag' || kind === 'mention'

/** What a piece may be: no part of a name, a name in a tag, a name of its own, or the beginning of a longer one. */
const IS_NONE = -1
const IS_NAME = -2
const ALONE = 0
const BEGINNING = 1

/** Index after the last piece that a name may reach: it has at most `MAX_UNITS` units, and each word has at least one. */
function endOfReach(surfaces: readonly LocatedSurface[], from: number): number {
  let units = 0
  let to = from
  while (to < surfaces.length && units < MAX_UNITS) {
    const { kind, text } = (surfaces[to] as LocatedSurface).surface
    if (kind !== 'symbol' || text === NUMBER_SYMBOL || text === URL_SYMBOL) units++
    to++
  }
  return to
}

/** Tells cheaply, and with too many candidates rather than too few, at which pieces a spelling may begin. */
function createBeginnings({ firsts, beginnings, byLetters, longest }: NameIndex) {
  const spelt = [...byLetters.keys()]
  const hasDigit = [...firsts].some(code => isDigit(code) || code > LAST_ASCII)
  return {
    inTag({ surface: { text } }: LocatedSurface, anywhere: readonly string[]): number {
      const { letters } = foldLetters(text.replaceAll('_', ''))
      if (anywhere.some(name => isInTag(letters, name))) return IS_NAME
      return !/^[ -~]*$/.test(letters) || spelt.some(name => letters.includes(name)) ? ALONE : IS_NONE
    },
    inText({ surface, start, end }: LocatedSurface, source: string): number {
      const { kind, text } = surface
      if (kind === 'symbol') {
        if (text === URL_SYMBOL) return ALONE
        if (text !== NUMBER_SYMBOL) return IS_NONE
        return hasDigit || !isAscii(source, start, end) ? BEGINNING : IS_NONE
      }
      let length = 0
      while (isPlain(text.charCodeAt(length))) length++
      // Words with other signs may have several units.
      if (length < text.length && !isClitic(text, length)) return BEGINNING
      if (!firsts.has(text.charCodeAt(0))) return surface.written.includes('*') ? BEGINNING : IS_NONE
      const letters = text.slice(0, length)
      if (surface.written.includes('*') || beginnings.has(letters) || beginnings.has(`${letters}s`)) return BEGINNING
      return length <= longest + LONGEST_ENDING ? ALONE : IS_NONE
    },
  }
}

const LAST_ASCII = 127
const isDigit = (code: number) => code >= 48 && code <= 57
const isPlain = (code: number) => (code >= 97 && code <= 122) || isDigit(code)
const isClitic = (text: string, at: number) => /^'(?:[sdtm]|re|ve|ll)$/.test(text.slice(at))

function isAscii(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) > LAST_ASCII) return false
  return true
}

/** Adds the pieces that overlap a found name. Punctuation inside a name is no part of it for a model. */
function addPieces(
  text: string,
  surfaces: readonly LocatedSurface[],
  from: number,
  names: readonly FoundName[],
  found: Set<number>,
): void {
  let index = from
  for (const name of names) {
    while (index < surfaces.length && (surfaces[index] as LocatedSurface).end <= name.start) index++
    for (let at = index; at < surfaces.length; at++) {
      const { surface, start, end } = surfaces[at] as LocatedSurface
      if (start >= name.end) break
      if (surface.kind !== 'symbol' || /[\p{L}\p{N}]/u.test(text.slice(start, end))) found.add(at)
    }
  }
}

function isInTag(tag: string, name: string): boolean {
  // "#disneyplus" is Disney+.
  if (tag === `${name}plus`) return false
  return name.length >= SHORTEST_PART ? tag.includes(name) : name.length > 2 && tag.startsWith(name)
}
