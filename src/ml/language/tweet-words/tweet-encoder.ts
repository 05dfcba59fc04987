import { decodeTweet } from './decode-tweet.ts'
import { entityNames, lettersAndDigits } from './entity-names.ts'
import type { WordIds } from './look-up-word.ts'
import { matchEntity } from './match-entity.ts'
import { remember } from './memoize.ts'
import { createPieceReader } from './piece-reader.ts'
import { firstSurfaces, type Surface } from './tweet-surfaces.ts'

/** Bits of a token's mark. The network gets each as an input of its own. */
export const MARKS = { entity: 1, shouted: 2, stretched: 4 } as const

export interface TweetWordsOptions {
  /** Tokens that are read of a text, from its start. */
  readonly maxTokens: number
  /** Entities that the network has seen often enough to know something of them. */
  readonly entities: readonly string[]
  /** Words with this id or a higher one are of other languages; none where absent. */
  readonly foreignFrom?: number | undefined
}

/** A tweet and an entity as a network reads them. */
export interface EncodedTweet {
  /** 0 to `maxTokens` ids; 0 is the unknown word, n + 1 the word at index n of the vocabulary. */
  readonly tokenIds: Int32Array
  /** For each token a sum of `MARKS`. */
  readonly marks: Uint8Array
  /** 0 without an entity; else see `contextOf`. */
  readonly context: number
  /** The text has more tokens than the network reads. */
  readonly isTruncated: boolean
  /** Share of the words, hashtags' words and emoji that the vocabulary does not list or lists as foreign, 0 to 1; 1 where there are none at all. */
  readonly unknownTokenShare: number
}

/** Contexts: one without an entity, then two for the unknown entity and for each known one: its words were found in the text, or not. */
export const contextCount = (entities: number): number => 3 + 2 * entities

/** @param known index among the known entities; -1 for any other. */
export const contextOf = (known: number, isFound: boolean): number => 3 + 2 * known + (isFound ? 0 : 1)

/** A feed speaks of a few entities over and over; names that nobody would give are read anew each time. */
const REMEMBERED_ENTITIES = { most: 1000, longest: 200 } as const

/** Reads tweets for a network with this vocabulary, which is sorted by frequency. Pure; the same text always gives the same tokens. */
export function createTweetEncoder(
  options: TweetWordsOptions,
  vocabulary: readonly string[],
): (mention: { readonly text: string; readonly entity: string | null }) => EncodedTweet {
  const { maxTokens, foreignFrom = Number.POSITIVE_INFINITY } = options
  const ids: WordIds = new Map(vocabulary.map((word, index) => [word, index + 1]))
  const known = new Map(options.entities.map((entity, index) => [lettersAndDigits(entity), index]))
  const read = remember(
    (entity: string) => ({ names: entityNames(entity), index: known.get(lettersAndDigits(entity)) ?? -1 }),
    REMEMBERED_ENTITIES,
  )
  const readTokens = createTokenReader(ids, maxTokens, foreignFrom)
  return ({ text, entity }) => {
    const surfaces = readSurfaces(text, maxTokens)
    const named = entity === null ? null : read(entity)
    const found = named === null ? NOWHERE : matchEntity(surfaces, named.names)
    const { tokenIds, marks, isFound, isCut, unknownTokenShare } = readTokens(surfaces, found)
    const context = named === null ? 0 : contextOf(named.index, isFound)
    return { tokenIds, marks, context, isTruncated: isCut || isArticle(text), unknownTokenShare }
  }
}

const NOWHERE: ReadonlySet<number> = new Set()

/** Each piece is at least one token, so that one more than the network reads is enough to know that the text was cut. */
const readSurfaces = (text: string, maxTokens: number) =>
  firstSurfaces(decodeTweet(text.slice(0, LONGEST_READ)), maxTokens + 1)

/** Characters; a tweet of 64 tokens has some 400, one of 4,000 is an article. */
const LONGEST_READ = 4000
const isArticle = (text: string) => text.length > LONGEST_READ && text.trimEnd().length > LONGEST_READ

function createTokenReader(ids: WordIds, maxTokens: number, foreignFrom: number) {
  const readPiece = createPieceReader(ids, foreignFrom)
  // Filled anew by each text, and copied from at the length that it has in the end.
  const tokenIds = new Int32Array(maxTokens)
  const marks = new Uint8Array(maxTokens)
  return (surfaces: readonly Surface[], found: ReadonlySet<number>) => {
    let length = 0
    let evidence = 0
    let unknown = 0
    // Found in what is read: a name behind the cut is as good as none.
    let isFound = false
    for (let index = 0; index < surfaces.length; index++) {
      const surface = surfaces[index] as Surface
      const isEntity = found.has(index)
      const reading = readPiece(surface, isEntity)
      const mark =
        (isEntity ? MARKS.entity : 0) |
        (surface.isShouted ? MARKS.shouted : 0) |
        (reading.wasStretched ? MARKS.stretched : 0)
      for (const id of reading.tokenIds) {
        if (length < maxTokens) {
          tokenIds[length] = id
          marks[length] = mark
          isFound ||= isEntity
        }
        length++
      }
      evidence += reading.evidence
      // An entity's name is no evidence of the language, as in "La La Land is great".
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
