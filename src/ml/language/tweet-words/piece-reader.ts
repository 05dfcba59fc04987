import { isStretched, lookUpWord, type WordIds } from './look-up-word.ts'
import { memoize } from './memoize.ts'
import { NUMBER_SYMBOL, type Surface } from './tweet-surfaces.ts'
import { wordsOf } from './words-of.ts'

/** The reading of one piece of a tweet for a certain vocabulary. */
export interface PieceReading {
  /** One id for each word of the piece; 0 is the unknown word. */
  readonly tokenIds: readonly number[]
  /** Its letters were repeated: "sooo". */
  readonly wasStretched: boolean
  /**
   * Number of words that show whether the language is known; then how many of them have no id, and how many are
   * foreign.
   */
  readonly evidence: number
  readonly unlisted: number
  readonly foreign: number
}

/** For pieces that the vocabulary does not list verbatim. */
const PIECE_CACHE = { most: 4096, longest: 40 } as const

/** Creates a reader of pieces. A reading depends on the piece only, so results are cached. */
export function createPieceReader(
  ids: WordIds,
  foreignFrom: number,
): (surface: Surface, isEntity: boolean) => PieceReading {
  const read = (kind: Surface['kind'], text: string, isEntity = false) =>
    readPiece({ kind, text: text.toLowerCase(), written: text, isShouted: false }, isEntity, ids, foreignFrom)
  // As long as the vocabulary, so that a listed word costs one look-up and is never evicted.
  const listed = new Array<PieceReading | undefined>(ids.size + 1).fill(undefined)
  const words = memoize(text => read('word', text), PIECE_CACHE)
  const symbols = memoize(text => read('symbol', text), PIECE_CACHE)
  // Capitals separate a hashtag's words, so the cache key is the original spelling.
  const hashtags = memoize(written => read('hashtag', written), PIECE_CACHE)
  const anyone = read('mention', 'anyone')
  const wordOf = (text: string) => {
    const id = ids.get(text)
    if (id === undefined) return words(text)
    const known = listed[id]
    if (known !== undefined) return known
    const reading = read('word', text)
    listed[id] = reading
    return reading
  }
  return ({ kind, text, written }, isEntity) => {
    if (kind === 'word') return wordOf(text)
    if (kind === 'symbol') return symbols(text)
    if (kind === 'hashtag') return hashtags(written)
    return isEntity ? read('mention', written, true) : anyone
  }
}

function readPiece(surface: Surface, isEntity: boolean, ids: WordIds, foreignFrom: number): PieceReading {
  const wasStretched = surface.kind === 'word' && isStretched(surface.text)
  const words = wordsOf(surface, isEntity, ids)
  const tokenIds = words.map(word => idOf(word, wasStretched, ids))
  const evidence = tokenIds.filter((_, index) => isEvidence(surface, words[index] as string))
  return {
    tokenIds,
    wasStretched,
    evidence: evidence.length,
    unlisted: evidence.filter(id => id === 0).length,
    foreign: evidence.filter(id => id >= foreignFrom).length,
  }
}

function idOf(word: string, wasStretched: boolean, ids: WordIds): number {
  const id = lookUpWord(word, wasStretched, ids)
  return id === 0 && /^\p{N}+$/u.test(word) ? (ids.get(NUMBER_SYMBOL) ?? 0) : id
}

/** Punctuation, numbers, addresses and user names do not show whether the language is known. */
function isEvidence({ kind }: Surface, word: string): boolean {
  if (kind === 'symbol') return EMOJI_OR_FACE.test(word)
  return kind !== 'mention' && !/^\p{N}+$/u.test(word)
}
const EMOJI_OR_FACE = /^\p{Extended_Pictographic}|^[:;<-][^a-z]|^:[dpo]$/u
