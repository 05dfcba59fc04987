import { isStretched, lookUpWord, type WordIds } from './look-up-word.ts'
import { remember } from './remember.ts'
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

/** Some 120 bytes each, so that a thread's readings take about 1 MB. */
const REMEMBERED = { most: 8192, longest: 40 } as const

/** Reads a piece for a network. Pure, as the reading depends on the piece alone; the readings of frequent pieces are remembered. */
export function createPieceReader(
  ids: WordIds,
  foreignFrom: number,
): (surface: Surface, isEntity: boolean) => PieceReading {
  const read = (surface: Surface, isEntity = false) => readPiece(surface, isEntity, ids, foreignFrom)
  const symbol = remember(text => read({ kind: 'symbol', text, written: text, isShouted: false }), REMEMBERED)
  const word = remember(text => read({ kind: 'word', text, written: text, isShouted: false }), REMEMBERED)
  // Capitals part a hashtag's words, so it is remembered as it was written.
  const hashtag = remember(
    written => read({ kind: 'hashtag', text: written.toLowerCase(), written, isShouted: false }),
    REMEMBERED,
  )
  const anyone = read({ kind: 'mention', text: 'anyone', written: 'anyone', isShouted: false })
  return (surface, isEntity) => {
    if (surface.kind === 'word') return word(surface.text)
    if (surface.kind === 'symbol') return symbol(surface.text)
    if (surface.kind === 'hashtag') return hashtag(surface.written)
    return isEntity ? read(surface, true) : anyone
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
