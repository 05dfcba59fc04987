import { decodeTweet } from '../ml/language/tweet-words/decode-tweet.ts'
import { wordParts } from '../ml/language/tweet-words/word-parts.ts'

/**
 * PostgreSQL's text search configuration. English, because "refund" should find "refunds" and "refunded", and because Pulso's models read
 * English. Words of other languages are found only as they are written.
 */
export const SEARCH_CONFIGURATION = 'english'

const LINK = /\bhttps?:\/\/\S+/giu
const HASHTAG = /[#＃]([\p{L}\p{M}\p{N}_]+)/gu
/** PostgreSQL would parse "love/hate" as a path, and `_` as the end of a word. Quotes, apostrophes and hyphens have a meaning in a query. */
const SEPARATORS = /[^\p{L}\p{M}\p{N}"'-]+/gu

/** Prepares a tweet or a query for PostgreSQL's parser: decoded, in lower case, without links, and with spaces in place of signs. */
export const plainWords = (text: string): string =>
  decodeTweet(text).replace(LINK, ' ').replace(SEPARATORS, ' ').trim().toLowerCase()

/** The searchable text of a tweet: its words, user names and hashtags. A hashtag is also split into words at its capitals. */
export function searchedText(text: string): string {
  const parts = [...decodeTweet(text).matchAll(HASHTAG)].flatMap(([, name = '']) => {
    const words = wordParts(name)
    return words.length > 1 ? [words.join(' ')] : []
  })
  return [plainWords(text), ...parts.map(plainWords)].join(' ')
}
