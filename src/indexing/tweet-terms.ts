import { decodeTweet } from '../ml/language/tweet-words/decode-tweet.ts'
import { type Surface, tweetSurfaces } from '../ml/language/tweet-words/tweet-surfaces.ts'
import { STOP_WORDS } from './stop-words.ts'

/** Characters that are read, as the models do; what is longer is no tweet. */
const LONGEST_READ = 4000
/** A tweet of the longest kind that people write has some fifty; more would be a list made to be counted. */
const MAX_TERMS = 200
const LONGEST_TERM = 40

/**
 * What of a tweet is counted, each once: its words as people write them, in lower case and without a possessive's ending, and its hashtags
 * with their sign. Left out: stop words, single letters, numbers, links and other people's names.
 */
export function tweetTerms(text: string): readonly string[] {
  const terms = new Set<string>()
  for (const surface of tweetSurfaces(decodeTweet(text.slice(0, LONGEST_READ)))) {
    const term = termOf(surface)
    if (term !== null) terms.add(term)
    if (terms.size === MAX_TERMS) break
  }
  return [...terms]
}

function termOf({ kind, text }: Surface): string | null {
  if (kind === 'hashtag') return text.length > LONGEST_TERM ? null : `#${text}`
  if (kind !== 'word') return null
  const word = text.replace(/'s$/, '')
  const isTerm = word.length <= LONGEST_TERM && /\p{L}.*[\p{L}\p{N}]|\p{N}\p{L}/u.test(word) && !STOP_WORDS.has(word)
  return isTerm ? word : null
}
