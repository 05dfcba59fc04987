import { createNameMarker } from '../names/mark-names.ts'
import { decodeTweet } from './decode-tweet.ts'
import { type EntityNames, entityNames, lettersAndDigits } from './entity-names.ts'
import type { WordIds } from './look-up-word.ts'
import { matchEntity } from './match-entity.ts'
import { memoize } from './memoize.ts'
import { createPieceReader } from './piece-reader.ts'
import { firstLocatedSurfaces, type LocatedSurface, type Surface, URL_SYMBOL } from './tweet-surfaces.ts'

/**
 * Bits of a token's marks. The network gets each bit as a separate input. A name is a mention, a hashtag or a word with a
 * capital: what else the tweet may be about.
 */
export const MARKS = { entity: 1, shouted: 2, stretched: 4, name: 8 } as const

/** Number of marks of a model whose manifest does not say otherwise. */
const FORMER_MARKS = 3

export interface TweetWordsOptions {
  /** Number of tokens that are read, from the start of the text. */
  readonly maxTokens: number
  /** Entities that are frequent enough in training for the network to model. */
  readonly entities: readonly string[]
  /** Words with this id or a higher one are foreign; none if absent. */
  readonly foreignFrom?: number | undefined
  /**
   * How the entity's names are found in a text. 2: as they are written (`createNameMarker`). Absent: by their letters
   * alone (`matchEntity`), as in models that were trained so.
   */
  readonly nameFinder?: 2 | undefined
  /** Number of marks that the network reads; the others are not given. */
  readonly marks?: number | undefined
}

/** A text and the entity that it is about, with the entity's other names. */
export interface TweetMention {
  readonly text: string
  readonly entity: string | null
  /** None if absent. */
  readonly aliases?: readonly string[] | undefined
}

/** A tweet and an entity as network input. */
export interface EncodedTweet {
  /** 0 to `maxTokens` ids; 0 is the unknown word, n + 1 is the word at index n of the vocabulary. */
  readonly tokenIds: Int32Array
  /** A sum of `MARKS` for each token. */
  readonly marks: Uint8Array
  /** 0 without an entity; otherwise see `contextOf`. */
  readonly context: number
  /** The text has more tokens than the network reads. */
  readonly isTruncated: boolean
  /** Share of unlisted or foreign words among all words, hashtag words and emoji, 0 to 1; 1 if there are none. */
  readonly unknownTokenShare: number
  /** An entity is given, and the part of the text that is read does not name it. */
  readonly isAbsent: boolean
}

/**
 * Number of contexts: one without an entity, then two (mentioned in the text or not) for the unknown entity and for
 * each known one.
 */
export const contextCount = (entities: number): number => 3 + 2 * entities

/** @param known index among the known entities; -1 for an unknown one. */
export const contextOf = (known: number, isFound: boolean): number => 3 + 2 * known + (isFound ? 0 : 1)

/** A feed repeats a few entities. Names too long to be real are not cached. */
const ENTITY_CACHE = { most: 1000, longest: 200 } as const
/** An entity can have a hundred aliases, which take long to prepare. */
const NAMES_CACHE = { most: 2000, longest: 25_000 } as const

/**
 * Reads tweets for a network with this vocabulary, which is sorted by frequency. Pure: the same text with the same names
 * always gives the same tokens.
 */
export function createTweetEncoder(
  options: TweetWordsOptions,
  vocabulary: readonly string[],
): (mention: TweetMention) => EncodedTweet {
  const { maxTokens, foreignFrom = Number.POSITIVE_INFINITY, marks: markCount = FORMER_MARKS } = options
  const ids: WordIds = new Map(vocabulary.map((word, index) => [word, index + 1]))
  const known = new Map(options.entities.map((entity, index) => [lettersAndDigits(entity), index]))
  const createMarker = options.nameFinder === 2 ? createNameMarker : createLetterMarker
  const markerOf = memoize((names: string) => ({ mark: createMarker(names.split(SEPARATOR)) }), NAMES_CACHE)
  const indexOf = memoize((entity: string) => ({ index: known.get(lettersAndDigits(entity)) ?? -1 }), ENTITY_CACHE)
  const readTokens = createTokenReader(ids, maxTokens, foreignFrom, 2 ** markCount - 1)
  // A text with several entities is read once: their mentions follow each other.
  let last: { readonly text: string; readonly decoded: string; readonly located: readonly LocatedSurface[] } | null =
    null
  const read = (text: string) => {
    if (last?.text === text) return last
    const decoded = decodeTweet(text.slice(0, LONGEST_READ))
    // Each piece yields at least one token, so one piece more than the network reads shows that the text was cut.
    last = { text, decoded, located: firstLocatedSurfaces(decoded, maxTokens + 1) }
    return last
  }
  return ({ text, entity, aliases = [] }) => {
    const { decoded, located } = read(text)
    const names = aliases.length === 0 ? entity : [entity, ...aliases].join(SEPARATOR)
    const found = names === null ? NOWHERE : markerOf(names).mark(decoded, located)
    const surfaces = located.map((piece, index) => (found.has(index) ? asName(piece, decoded) : piece.surface))
    const { tokenIds, marks, isFound, isCut, unknownTokenShare } = readTokens(surfaces, found)
    const context = entity === null ? 0 : contextOf(indexOf(entity).index, isFound)
    const isAbsent = entity !== null && !isFound
    return { tokenIds, marks, context, isTruncated: isCut || isArticle(text), unknownTokenShare, isAbsent }
  }
}

const NOWHERE: ReadonlySet<number> = new Set()
/** Cannot occur in a name that is stored. */
const SEPARATOR = '\u0000'

/** How models without a `nameFinder` find names. */
function createLetterMarker(
  names: readonly string[],
): (text: string, pieces: readonly LocatedSurface[]) => Set<number> {
  const spelt = names.map(entityNames)
  const all: EntityNames = {
    whole: spelt.flatMap(({ whole }) => whole),
    pairs: spelt.flatMap(({ pairs }) => pairs),
    words: spelt.flatMap(({ words }) => words),
  }
  return (_, pieces) =>
    matchEntity(
      pieces.map(({ surface }) => surface),
      all,
    )
}

/** An address that is the entity's name is read as that name: "booking" for Booking.com. */
function asName({ surface, start, end }: LocatedSurface, text: string): Surface {
  if (surface.text !== URL_SYMBOL) return surface
  const written = text
    .slice(start, end)
    .replace(/^www\./i, '')
    .replace(/\..*$/, '')
  return { kind: 'hashtag', text: written.toLowerCase(), written, isShouted: false }
}

/** In characters. A tweet of 64 tokens has about 400; a text of 4,000 is an article. */
const LONGEST_READ = 4000
const isArticle = (text: string) => text.length > LONGEST_READ && text.trimEnd().length > LONGEST_READ

/** "I" is always a capital. */
const mayBeName = ({ kind, text, written }: Surface) =>
  kind === 'mention' || kind === 'hashtag' || (kind === 'word' && written !== text && !/^I(?:'|$)/.test(written))

function createTokenReader(ids: WordIds, maxTokens: number, foreignFrom: number, readMarks: number) {
  const readPiece = createPieceReader(ids, foreignFrom)
  // Reused for every text; results are copied out at their final length.
  const tokenIds = new Int32Array(maxTokens)
  const marks = new Uint8Array(maxTokens)
  return (surfaces: readonly Surface[], found: ReadonlySet<number>) => {
    let length = 0
    let evidence = 0
    let unknown = 0
    // Found in the part that is read: a name after the cut does not count.
    let isFound = false
    for (let index = 0; index < surfaces.length; index++) {
      const surface = surfaces[index] as Surface
      const isEntity = found.has(index)
      const reading = readPiece(surface, isEntity)
      const mark =
        ((isEntity ? MARKS.entity : 0) |
          (surface.isShouted ? MARKS.shouted : 0) |
          (reading.wasStretched ? MARKS.stretched : 0) |
          (mayBeName(surface) ? MARKS.name : 0)) &
        readMarks
      for (const id of reading.tokenIds) {
        if (length < maxTokens) {
          tokenIds[length] = id
          marks[length] = mark
          isFound ||= isEntity
        }
        length++
      }
      evidence += reading.evidence
      // An entity's name is not evidence of the language: "La La Land is great".
      unknown += reading.unlisted + (isEntity ? 0 : reading.foreign)
    }
    return {
      tokenIds: tokenIds.slice(0, length),
      marks: marks.slice(0, length),
      isCut: length > maxTokens,
      unknownTokenShare: evidence === 0 ? 1 : unknown / evidence,
      isFound,
    }
  }
}
