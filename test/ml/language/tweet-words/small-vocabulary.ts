import { decodeTweet } from '../../../../src/ml/language/tweet-words/decode-tweet.ts'
import type { WordIds } from '../../../../src/ml/language/tweet-words/look-up-word.ts'
import { createTweetEncoder } from '../../../../src/ml/language/tweet-words/tweet-encoder.ts'
import { tweetSurfaces } from '../../../../src/ml/language/tweet-words/tweet-surfaces.ts'
import { wordsOf } from '../../../../src/ml/language/tweet-words/words-of.ts'

/** All words of the test tables, most frequent first. */
export const VOCABULARY: readonly string[] = [
  ...['<url>', '<user>', '<number>', '.', ',', '!', '?', '!!', '...', ':)', ':(', '<3', '😂', '❤', '👍'],
  ...['the', 'i', 'to', 'a', 'and', 'is', 'it', 'you', 'not', 'of', 'my', 'in', 'for', 'this', 'me', 'on', "'s", 'so'],
  ...['do', 'can', 'will', 'are', 'we', 'love', 'good', 'great', 'best', 'day', 'ever', 'new', 'game', 'no', 'way'],
  ...['happy', 'sorry', 'cool', 'really', 'week', 'end', 'weekend', 'buy', 'help', 'us', 'phone', 'hate', 'bad', 'now'],
  ...[
    'haha',
    'lol',
    'cafe',
    'naïve',
    'résumé',
    'black',
    'friday',
    'lives',
    'matter',
    'covid',
    'home',
    'work',
    'from',
    'amazon',
  ],
]

export const IDS: WordIds = new Map(VOCABULARY.map((word, index) => [word, index + 1]))

/** The words of a tweet without an entity, joined by spaces. */
export function wordsIn(text: string): string {
  return [...tweetSurfaces(decodeTweet(text))].flatMap(surface => wordsOf(surface, false, IDS)).join(' ')
}

const encode = createTweetEncoder({ maxTokens: 64, entities: [] }, VOCABULARY)

/** The words of the tweet for a network; `_` is an unknown word. */
export function listedWordsIn(text: string): string {
  return [...encode({ text, entity: null }).tokenIds].map(id => VOCABULARY[id - 1] ?? '_').join(' ')
}
