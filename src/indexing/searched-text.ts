import { decodeTweet } from '../ml/language/tweet-words/decode-tweet.ts'
import { wordParts } from '../ml/language/tweet-words/word-parts.ts'

/**
 * PostgreSQL's rules for words: the English stemmer, because "refund" should find "refunds" and "refunded", and the models that come with
 * Pulso read English. Words of other languages are found as they are written.
 */
export const SEARCH_CONFIGURATION = 'english'

const LINK = /\bhttps?:\/\/\S+/giu
const HASHTAG = /[#＃]([\p{L}\p{M}\p{N}_]+)/gu
/** PostgreSQL takes "love/hate" for a path, and `_` for the end of a word; quotes, apostrophes and hyphens mean something to it in a question. */
const PARTS_WORDS = /[^\p{L}\p{M}\p{N}"'-]+/gu

/** A text as PostgreSQL's parser should see it, on both sides of a search: decoded, in lower case, without links, signs as spaces. */
export const plainWords = (text: string): string =>
  decodeTweet(text).replace(LINK, ' ').replace(PARTS_WORDS, ' ').trim().toLowerCase()

/** What of a tweet is searched: its words, mentions and hashtags; a hashtag also as the words that its capitals tell apart. */
export function searchedText(text: string): string {
  const parts = [...decodeTweet(text).matchAll(HASHTAG)].flatMap(([, name = '']) => {
    const words = wordParts(name)
    return words.length > 1 ? [words.join(' ')] : []
  })
  return [plainWords(text), ...parts.map(plainWords)].join(' ')
}
