import { decodeTweet } from '../../language/tweet-words/decode-tweet.ts'
import { tweetSurfaces } from '../../language/tweet-words/tweet-surfaces.ts'
import { wordsOf } from '../../language/tweet-words/words-of.ts'
import type { CorpusRow } from '../corpora.ts'

/** Replaces the words of an entity in some training rows; it occurs in no tweet. */
export const PLACEHOLDER = '<entity>'

const NO_WORDS: ReadonlyMap<string, number> = new Map()

/** Words of a model; the word at index n has token id n + 1. */
export interface TweetVocabulary {
  readonly words: readonly string[]
  /** Token id of the first foreign word; all ids from there on are foreign words. */
  readonly foreignFrom: number
}

/**
 * The words of a model, most frequent first: words of the training tweets, all emoji, further words of the language, then
 * foreign words. Foreign words move to the end even if they are in the other lists.
 * @param own words of the training tweets, as `ownWords` returns them.
 * @param others further words, most frequent first.
 */
export function fitTweetVocabulary(
  own: readonly string[],
  others: readonly string[],
  size: number,
  foreign: readonly string[],
  emoji: readonly string[],
): TweetVocabulary {
  const isForeign = new Set(foreign)
  const listed = new Set([...own.filter(word => !isForeign.has(word)), ...emoji, PLACEHOLDER])
  for (const word of others) {
    if (listed.size >= size) break
    if (!isForeign.has(word)) listed.add(word)
  }
  return { words: [...listed, ...isForeign], foreignFrom: listed.size + 1 }
}

/**
 * Words that occur in at least `fewestTweets` of the tweets, most frequent first. Hashtags are excluded, because
 * splitting them needs the vocabulary.
 */
export function ownWords(rows: readonly Pick<CorpusRow, 'id' | 'text'>[], fewestTweets: number): string[] {
  const tweets = new Map<string, Set<string>>()
  const counts = new Map<string, number>()
  for (const { id, text } of rows) {
    for (const surface of tweetSurfaces(decodeTweet(text))) {
      if (surface.kind === 'hashtag') continue
      for (const word of wordsOf(surface, false, NO_WORDS)) {
        const seen = tweets.get(word) ?? new Set()
        tweets.set(word, seen)
        if (seen.size < COUNTED_TWEETS) seen.add(id ?? text)
        else counts.set(word, (counts.get(word) ?? COUNTED_TWEETS) + 1)
      }
    }
  }
  const frequency = (word: string) => counts.get(word) ?? tweets.get(word)?.size ?? 0
  const own = [...tweets.keys()].filter(word => (tweets.get(word)?.size ?? 0) >= fewestTweets)
  return own.sort((a, b) => frequency(b) - frequency(a) || (a < b ? -1 : 1))
}

/** Up to this number, distinct tweets are counted; beyond it, every occurrence. Frequent words only need an order. */
const COUNTED_TWEETS = 50
