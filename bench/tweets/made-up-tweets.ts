import { seededRandom } from '../../src/statistics/seeded-random.ts'
import { ENTITIES } from './entities.ts'
import type { Tweet } from './tweet.ts'

/** Words in a tweet: log-normal, with the median and spread of Kaggle's tweets about entities (median 16, mean 20, a tenth above 44). */
const MEDIAN_WORDS = 16
const SPREAD = 0.7
const MOST_WORDS = 100
/**
 * Frequencies fall with this power of the rank. The seed model's 2,000 words are then 85 % of the text; they are 81 %
 * of Kaggle's.
 */
const ZIPF = 1.1
/** With this many ranks, 1 % of the words are beyond the 16,384 most frequent ones, as in real tweets. */
const MOST_RANKS = 20_000
const ENDS = ['', '', '', '.', '!', ' !', '...', '?', ' :)', ' #love', ' 😍']

/**
 * Synthetic tweets with the lengths and word frequencies of real ones, which determine the cost of a result. Each tweet
 * mentions one of 32 entities. Each call returns the next tweet; the same seed gives the same tweets.
 *
 * @param vocabulary words, the most frequent first.
 */
export function madeUpTweets(vocabulary: readonly string[], seed: number): () => Tweet {
  const random = seededRandom(seed)
  const words = vocabulary.slice(0, MOST_RANKS).filter(word => /^[a-z][a-z']*$/.test(word))
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const tail = 1 - words.length ** (1 - ZIPF)
  const word = () => words[Math.floor((1 - random() * tail) ** (1 / (1 - ZIPF))) - 1] ?? words[0]
  return () => {
    const entity = pick(ENTITIES)
    const length = Math.max(1, Math.min(MOST_WORDS, Math.round(MEDIAN_WORDS * Math.exp(SPREAD * normal()))))
    const text = Array.from({ length }, word)
    const sign = random()
    text[Math.floor(random() * length)] = `${sign < 0.1 ? '@' : sign < 0.3 ? '#' : ''}${entity}`
    return { text: text.join(' ') + pick(ENDS), entity }
  }
}
