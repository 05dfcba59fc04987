import { decodeTweet } from './decode-tweet.ts'
import { entityNames, lettersAndDigits, SHORTEST_WORD } from './entity-names.ts'
import { type Surface, tweetSurfaces } from './tweet-surfaces.ts'
import { wordParts } from './word-parts.ts'

/** An entity with all its names. */
export interface NamedEntity {
  /** The name that a match returns. */
  readonly name: string
  /** Its names in any spelling, including `name`. */
  readonly names: readonly string[]
}

/** Returns the names of the entities that a text mentions, each once, in order of first occurrence. */
export type FindEntities = (text: string) => readonly string[]

/** A tweet with more names is a list, and expresses little about any of them. */
export const MAX_ENTITIES_IN_TEXT = 16

/** Number of pieces of a tweet that may form one name together. */
const LONGEST_NAME = 7

/** In characters: how far into an unspaced clause a name may begin. */
const LONGEST_CLAUSE = 200

/** Scripts that do not separate words: a piece of such a tweet is a whole clause. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Lm}]{2,}$/u

/**
 * Builds an index of all names, so that the cost of a text does not depend on the number of entities. `matchEntity`
 * looks for one entity that the caller names. This function is stricter and accepts whole names only, because parts of
 * a name are usually other words.
 *
 * A name is found if consecutive pieces spell it, in the usual variants ("#CallOfDuty", "Call of Duty's", "RDR2" for
 * RDR, plurals). It is also found inside a hashtag or mention at the boundaries of capitals and digits. Of overlapping
 * names the longest wins: "Call of Duty: Warzone" does not also mention Warzone.
 */
export function indexEntities(entities: readonly NamedEntity[]): FindEntities {
  const index = indexNames(entities)
  return text => {
    const found = new Set<string>()
    if (index.byKey.size === 0) return []
    for (const piece of piecesOf(text)) {
      for (const name of namesIn(piece, index)) {
        if (found.size < MAX_ENTITIES_IN_TEXT) found.add(name)
      }
    }
    return [...found]
  }
}

interface NameIndex {
  /** Entities by the keys of their names. */
  readonly byKey: ReadonlyMap<string, string>
  /** Length of the longest key. */
  readonly longest: number
}

function indexNames(entities: readonly NamedEntity[]): NameIndex {
  const byKey = new Map<string, string>()
  let longest = 0
  for (const { name, names } of entities) {
    for (const key of names.flatMap(wholeNames)) {
      // If two entities share a name, the first one has it.
      if (!byKey.has(key)) byKey.set(key, name)
      longest = Math.max(longest, key.length)
    }
  }
  return { byKey, longest }
}

/** Initials count only if they are unlikely to be another word. */
function wholeNames(name: string): readonly string[] {
  const letters = lettersAndDigits(name)
  return entityNames(name).whole.filter(key => letters.includes(key) || key.length > SHORTEST_WORD)
}

/** A sequence of keys that may spell a name; the words of a hashtag form a sequence of their own. */
interface Piece {
  readonly keys: readonly string[]
  /** In a tag, a name of one letter counts too. */
  readonly isTag: boolean
}

function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let run: string[] = []
  for (const { kind, text: piece, written } of tweetSurfaces(decodeTweet(text))) {
    if (kind === 'mention' || kind === 'hashtag') {
      if (run.length > 0) pieces.push({ keys: run, isTag: false })
      run = []
      pieces.push({ keys: wordParts(written).map(lettersAndDigits), isTag: true })
    } else run.push(keyOf(kind, piece))
  }
  return run.length > 0 ? [...pieces, { keys: run, isTag: false }] : pieces
}

/** Symbols keep their position but add no letters: "Call of Duty: Warzone" is one name. */
const keyOf = (kind: Surface['kind'], text: string) => (kind === 'symbol' ? '' : lettersAndDigits(text))

function* namesIn(piece: Piece, index: NameIndex): Generator<string> {
  const { keys } = piece
  for (let start = 0; start < keys.length; start++) {
    const first = keys[start] as string
    if (first === '') continue
    if (UNSPACED.test(first)) {
      yield* namesInClause(first, index)
      continue
    }
    const match = longestFrom(piece, start, index)
    if (match === null) continue
    yield match.name
    start = match.end
  }
}

function longestFrom(
  { keys, isTag }: Piece,
  start: number,
  { byKey, longest }: NameIndex,
): { readonly name: string; readonly end: number } | null {
  let match: { name: string; end: number } | null = null
  let spelt = ''
  for (let end = start; end < Math.min(keys.length, start + LONGEST_NAME); end++) {
    const key = keys[end] as string
    if (key === '') continue
    spelt += key
    // Allows for a plural or an edition number after the longest name.
    if (spelt.length > longest + 4) break
    const name = variants(spelt)
      .filter(variant => isTag || variant.length > 1)
      .map(variant => byKey.get(variant))
      .find(known => known !== undefined)
    if (name !== undefined) match = { name, end }
  }
  return match
}

/** The keys to look up for a piece: the piece, without a plural or possessive s, and without an edition number. */
function variants(key: string): readonly string[] {
  const found = [key]
  if (key.endsWith('s') && key.length > SHORTEST_WORD) found.push(key.slice(0, -1))
  const unnumbered = key.replace(/\p{N}{1,4}$/u, '')
  if (unnumbered.length > 2 && unnumbered !== key) found.push(unnumbered)
  return found
}

/** No spaces separate words here, so a name may begin at any character; the longest name wins. */
function* namesInClause(clause: string, { byKey, longest }: NameIndex): Generator<string> {
  for (let start = 0; start < Math.min(clause.length, LONGEST_CLAUSE); start++) {
    for (let end = Math.min(clause.length, start + longest); end > start + 1; end--) {
      const name = byKey.get(clause.slice(start, end))
      if (name === undefined) continue
      yield name
      start = end - 1
      break
    }
  }
}
