import { decodeTweet } from './decode-tweet.ts'
import { type EntityNames, entityNames, lettersAndDigits } from './entity-names.ts'
import { expandContraction } from './expand-contraction.ts'
import { isStretched, lookUpWord, normalSpelling, type WordIds } from './look-up-word.ts'
import { matchEntity } from './match-entity.ts'
import { splitHashtag } from './split-hashtag.ts'
import { NUMBER_SYMBOL, type Surface, tweetSurfaces, USER_SYMBOL } from './tweet-surfaces.ts'

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

/** Names read in vain a thousand times are read once. */
const REMEMBERED_ENTITIES = 1000

/** Reads tweets for a network with this vocabulary, which is sorted by frequency. Pure; the same text always gives the same tokens. */
export function createTweetEncoder(
  options: TweetWordsOptions,
  vocabulary: readonly string[],
): (mention: { readonly text: string; readonly entity: string | null }) => EncodedTweet {
  const ids: WordIds = new Map(vocabulary.map((word, index) => [word, index + 1]))
  const known = new Map(options.entities.map((entity, index) => [lettersAndDigits(entity), index]))
  const namesOf = remember(entityNames)
  const { foreignFrom = Number.POSITIVE_INFINITY } = options
  return ({ text, entity }) => {
    const surfaces = readSurfaces(text, options.maxTokens)
    const found = entity === null ? NOWHERE : matchEntity(surfaces, namesOf(entity))
    const read = readTokens(surfaces, found, ids, { ...options, foreignFrom })
    const isTruncated = read.isTruncated || text.trimEnd().length > LONGEST_READ
    // Found in what is read: a name behind the cut is as good as none.
    const isFound = read.marks.some(mark => (mark & MARKS.entity) !== 0)
    const index = entity === null ? -1 : (known.get(lettersAndDigits(entity)) ?? -1)
    return { ...read, isTruncated, context: entity === null ? 0 : contextOf(index, isFound) }
  }
}

const NOWHERE: ReadonlySet<number> = new Set()

/** Each piece is at least one token, so that one more than the network reads is enough to know that the text was cut. */
function readSurfaces(text: string, maxTokens: number): Surface[] {
  const surfaces: Surface[] = []
  for (const surface of tweetSurfaces(decodeTweet(text.slice(0, LONGEST_READ)))) {
    surfaces.push(surface)
    if (surfaces.length > maxTokens) break
  }
  return surfaces
}

/** Characters; a tweet of 64 tokens has some 400, one of 4,000 is an article. */
const LONGEST_READ = 4000

/** The words that a piece of a tweet stands for. A name of an entity is read as its words, the name of anyone else is only `<user>`. */
export function wordsOf(surface: Surface, isEntity: boolean, ids: WordIds): readonly string[] {
  if (surface.kind === 'symbol') return [surface.text]
  if (surface.kind === 'mention') return isEntity ? splitHashtag(surface.written, ids) : [USER_SYMBOL]
  if (surface.kind === 'hashtag') return splitHashtag(surface.written, ids)
  return expandContraction(normalSpelling(surface.text))
}

function readTokens(
  surfaces: readonly Surface[],
  found: ReadonlySet<number>,
  ids: WordIds,
  { maxTokens, foreignFrom }: { readonly maxTokens: number; readonly foreignFrom: number },
) {
  const tokenIds: number[] = []
  const marks: number[] = []
  let words = 0
  let unknown = 0
  for (const [place, surface] of surfaces.entries()) {
    const isEntity = found.has(place)
    const wasStretched = surface.kind === 'word' && isStretched(surface.text)
    const mark =
      (isEntity ? MARKS.entity : 0) | (surface.isShouted ? MARKS.shouted : 0) | (wasStretched ? MARKS.stretched : 0)
    for (const word of wordsOf(surface, isEntity, ids)) {
      const id = idOf(word, wasStretched, ids)
      tokenIds.push(id)
      marks.push(mark)
      if (!isEvidence(surface, word)) continue
      words++
      // An entity's name is no evidence of the language, as in "La La Land is great".
      if (id === 0 || (id >= foreignFrom && !isEntity)) unknown++
    }
  }
  return {
    tokenIds: Int32Array.from(tokenIds.slice(0, maxTokens)),
    marks: Uint8Array.from(marks.slice(0, maxTokens)),
    isTruncated: tokenIds.length > maxTokens,
    unknownTokenShare: words === 0 ? 1 : unknown / words,
  }
}

function idOf(word: string, wasStretched: boolean, ids: WordIds): number {
  const id = lookUpWord(word, wasStretched, ids)
  return id === 0 && /^\p{N}+$/u.test(word) ? (ids.get(NUMBER_SYMBOL) ?? 0) : id
}

/** Punctuation, numbers, addresses and names of others say nothing of whether the language is known. */
function isEvidence({ kind }: Surface, word: string): boolean {
  if (kind === 'symbol') return EMOJI_OR_FACE.test(word)
  return kind !== 'mention' && !/^\p{N}+$/u.test(word)
}
const EMOJI_OR_FACE = /^\p{Extended_Pictographic}|^[:;<-][^a-z]|^:[dpo]$/u

function remember(read: (name: string) => EntityNames): (name: string) => EntityNames {
  const remembered = new Map<string, EntityNames>()
  return name => {
    const before = remembered.get(name)
    if (before !== undefined) return before
    if (remembered.size >= REMEMBERED_ENTITIES) remembered.clear()
    const names = read(name)
    remembered.set(name, names)
    return names
  }
}
