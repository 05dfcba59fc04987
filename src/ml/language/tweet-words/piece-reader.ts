import { isStretched, lookUpWord, type WordIds } from './look-up-word.ts'
import { remember } from './memoize.ts'
import { NUMBER_SYMBOL, type Surface } from './tweet-surfaces.ts'
import { wordsOf } from './words-of.ts'

/** What a piece of a tweet is to a network with a certain vocabulary. */
export interface PieceReading {
  /** One for each word that the piece stands for; 0 is the unknown word. */
  readonly tokenIds: readonly number[]
  /** Its letters were drawn out: "sooo". */
  readonly wasStretched: boolean
  /** Its words that tell whether the language is known; of these those without an id, and those of other languages. */
  readonly evidence: number
  readonly unlisted: number
  readonly foreign: number
}

/** Of the pieces that the vocabulary does not list as they stand. */
const REMEMBERED = { most: 4096, longest: 40 } as const

/** Reads a piece for a network. Pure, as the reading depends on the piece alone: what was read once is looked up. */
export function createPieceReader(
  ids: WordIds,
  foreignFrom: number,
): (surface: Surface, isEntity: boolean) => PieceReading {
  const read = (kind: Surface['kind'], text: string, isEntity = false) =>
    readPiece({ kind, text: text.toLowerCase(), written: text, isShouted: false }, isEntity, ids, foreignFrom)
  // As long as the vocabulary, so that a listed word costs one look-up and is never forgotten.
  const listed = new Array<PieceReading | undefined>(ids.size + 1).fill(undefined)
  const words = remember(text => read('word', text), REMEMBERED)
  const symbols = remember(text => read('symbol', text), REMEMBERED)
  // Capitals part a hashtag's words, so it is remembered as it was written.
  const hashtags = remember(written => read('hashtag', written), REMEMBERED)
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

/** Punctuation, numbers, addresses and names of others say nothing of whether the language is known. */
function isEvidence({ kind }: Surface, word: string): boolean {
  if (kind === 'symbol') return EMOJI_OR_FACE.test(word)
  return kind !== 'mention' && !/^\p{N}+$/u.test(word)
}
const EMOJI_OR_FACE = /^\p{Extended_Pictographic}|^[:;<-][^a-z]|^:[dpo]$/u
