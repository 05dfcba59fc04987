import { MAX_TEXT_LENGTH } from '../../problem/check-string.ts'
import { decodeTweet } from '../language/tweet-words/decode-tweet.ts'

/** A text without the differences that do not make another tweet. */
export interface ComparableText {
  /** Lower-case words, separated by single spaces; may be empty. */
  readonly words: string
  /** Equal for two rows with the same text. */
  readonly key: string
  /**
   * Shorter texts ("thank you so much") are written by many people, so two equal ones are no leak. Counted in letters
   * and digits, as for the tweets that a model was trained on.
   */
  readonly isShort: boolean
}

const SHORTEST_TEXT = 20

/**
 * Addresses differ in each copy of a tweet. Some are without a scheme (`pic.twitter.com/abc`), and some were taken
 * apart (`pic.twitter.com / abc`). The lengths are bounded, so that the search takes linear time in any text.
 */
const ADDRESS = /\bhttps?:\S*|\bwww\.\S+|(?<![\p{L}\p{N}.-])[a-z\d-]{1,40}(?:\.[a-z\d-]{1,40}){1,3} ?\/ ?\S+/gu

/** A word that the authors of a corpus have masked. */
const MASK = /<unk>/g

/** Vowel signs and accents belong to their letters. */
const BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}]+/gu

/**
 * Removes case, punctuation, white space, addresses, HTML entities and the traces of tokenisers. A text without letters
 * or digits, such as a row of emoji, is compared without white space only. Characters beyond the longest valid text are
 * not compared.
 */
export function comparableText(text: string): ComparableText {
  const decoded = decodeTweet(text.slice(0, MAX_TEXT_LENGTH)).toLowerCase()
  const words = decoded.replace(MASK, ' ').replace(ADDRESS, ' ').replace(BETWEEN_WORDS, ' ').trim()
  const letters = words.replaceAll(' ', '')
  const key = letters === '' ? `only signs\n${decoded.replace(/\s+/g, '')}` : letters
  return { words, key, isShort: letters.length < SHORTEST_TEXT }
}
