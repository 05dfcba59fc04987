import { decodeTweet } from '../ml/language/tweet-words/decode-tweet.ts'
import { type Surface, tweetSurfaces } from '../ml/language/tweet-words/tweet-surfaces.ts'
import { STOP_WORDS } from './stop-words.ts'

/** In UTF-16 units, as for the models; real tweets are shorter. */
const MAX_LENGTH = 4000
/** The longest real tweets have some fifty; only spam has more. */
const MAX_TERMS = 200
const MAX_TERM_LENGTH = 40

/**
 * The counted terms of a tweet, without repetitions: its words in lower case without a possessive ending, and its hashtags with their sign.
 * Excludes stop words, single letters, numbers, links and user names.
 */
export function tweetTerms(text: string): readonly string[] {
  const terms = new Set<string>()
  for (const surface of tweetSurfaces(decodeTweet(text.slice(0, MAX_LENGTH)))) {
    const term = termOf(surface)
    if (term !== null) terms.add(term)
    if (terms.size === MAX_TERMS) break
  }
  return [...terms]
}

function termOf({ kind, text }: Surface): string | null {
  if (kind === 'hashtag') return text.length > MAX_TERM_LENGTH ? null : `#${text}`
  if (kind !== 'word') return null
  const word = text.replace(/'s$/, '')
  const isTerm = word.length <= MAX_TERM_LENGTH && /\p{L}.*[\p{L}\p{N}]|\p{N}\p{L}/u.test(word) && !STOP_WORDS.has(word)
  return isTerm ? word : null
}
