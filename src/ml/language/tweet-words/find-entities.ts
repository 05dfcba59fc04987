import { decodeTweet } from './decode-tweet.ts'
import { entityNames, lettersAndDigits, SHORTEST_WORD } from './entity-names.ts'
import { type Surface, tweetSurfaces } from './tweet-surfaces.ts'
import { wordParts } from './word-parts.ts'

/** An entity, and everything that it is called. */
export interface NamedEntity {
  /** What is answered where it is found. */
  readonly name: string
  /** Its names in any spelling, its own among them. */
  readonly names: readonly string[]
}

/** Answers with the names of the entities that a text speaks of, each once, in the order in which they first stand there. */
export type FindEntities = (text: string) => readonly string[]

/** A tweet that names more than this is a list of names, and says little about any of them. */
export const MAX_ENTITIES_IN_TEXT = 16

/** Pieces of a tweet that may make up one name together. */
const LONGEST_NAME = 7

/** Of a piece that holds a whole clause, in characters: where a name may begin in it. */
const LONGEST_CLAUSE = 200

/** Scripts that part no words: a piece of such a tweet is a whole clause. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Lm}]{2,}$/u

/**
 * Builds an index over all names, so that a text costs the same however many entities there are. Unlike `matchEntity`, which looks for
 * an entity that somebody named, it trusts whole names alone: every part of a name is some other word in most tweets. A name is found
 * as pieces in a row spell it, with the same freedom of spelling ("#CallOfDuty", "Call of Duty's", "RDR2" for RDR, plurals), and inside a
 * hashtag or a mention where capitals and digits part the words. Of names that overlap the longest counts: "Call of Duty: Warzone" does
 * not speak of Warzone besides.
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
      // Two entities with one name between them: the first one has it.
      if (!byKey.has(key)) byKey.set(key, name)
      longest = Math.max(longest, key.length)
    }
  }
  return { byKey, longest }
}

/** Of initials only those that no other word is likely to be spelt like. */
function wholeNames(name: string): readonly string[] {
  const letters = lettersAndDigits(name)
  return entityNames(name).whole.filter(key => letters.includes(key) || key.length > SHORTEST_WORD)
}

/** A stretch of keys within which a name may be spelt; a hashtag's words are one of their own. */
interface Piece {
  readonly keys: readonly string[]
  /** In a tag even a name of one letter is meant as one. */
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

/** Signs keep their place in a run and spell nothing: "Call of Duty: Warzone" is one name. */
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
    // The plural of the longest name, or its edition.
    if (spelt.length > longest + 4) break
    const name = variants(spelt)
      .filter(variant => isTag || variant.length > 1)
      .map(variant => byKey.get(variant))
      .find(known => known !== undefined)
    if (name !== undefined) match = { name, end }
  }
  return match
}

/** What is looked up for a piece: itself, without the s of a plural or possessive, and without the number of an edition. */
function variants(key: string): readonly string[] {
  const found = [key]
  if (key.endsWith('s') && key.length > SHORTEST_WORD) found.push(key.slice(0, -1))
  const unnumbered = key.replace(/\p{N}{1,4}$/u, '')
  if (unnumbered.length > 2 && unnumbered !== key) found.push(unnumbered)
  return found
}

/** Nothing parts the words, so a name may begin anywhere; the longest one there counts. */
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
