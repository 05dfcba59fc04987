import { expandContraction } from './expand-contraction.ts'
import type { WordIds } from './look-up-word.ts'
import { wordParts } from './word-parts.ts'

/** Longest word inside a hashtag. */
const LONGEST_WORD = 20
/** Longest run of lower-case letters that is segmented; longer runs are not readable hashtags. */
const LONGEST_RUN = 60
/**
 * Cost of an unlisted word and of each of its letters, in nats. It exceeds two listed words, so that names are cut out
 * rather than broken up.
 */
const UNKNOWN_COST = 12
const UNKNOWN_LETTER_COST = 4

/**
 * Splits a hashtag into words at underscores, digits and capitals. A long run of lower-case letters that is not a word
 * is split into the likeliest sequence of vocabulary words (Viterbi with Zipf's law: a word of rank r costs log(r log
 * N)).
 * @param ids the vocabulary sorted by frequency: a word's id is its rank.
 */
export function splitHashtag(written: string, ids: WordIds): string[] {
  const whole = written.toLowerCase()
  if (ids.has(whole)) return [whole]
  return wordParts(written)
    .map(chunk => chunk.toLowerCase())
    .flatMap(chunk => (isSplit(chunk, ids) ? segment(chunk, ids) : [chunk]))
    .flatMap(word => negationOf(word) ?? [word])
}

const isSplit = (chunk: string, ids: WordIds) =>
  chunk.length > 3 &&
  negationOf(chunk) === null &&
  chunk.length <= LONGEST_RUN &&
  !ids.has(chunk) &&
  /^[a-z]+$/.test(chunk)

/** A vocabulary lists "do" and "not", but no "dont". */
function negationOf(word: string): readonly string[] | null {
  const words = expandContraction(word)
  return words.length > 1 && words.at(-1) === 'not' ? words : null
}

function segment(text: string, ids: WordIds): string[] {
  const scale = Math.log(ids.size + 1)
  const costs = [0]
  const starts = [0]
  for (let end = 1; end <= text.length; end++) {
    costs[end] = Number.POSITIVE_INFINITY
    for (let start = Math.max(0, end - LONGEST_WORD); start < end; start++) {
      const cost = (costs[start] as number) + wordCost(text.slice(start, end), ids, scale)
      if (cost < (costs[end] as number)) {
        costs[end] = cost
        starts[end] = start
      }
    }
  }
  const words: string[] = []
  for (let end = text.length; end > 0; end = starts[end] as number) words.push(text.slice(starts[end], end))
  return words.reverse()
}

function wordCost(word: string, ids: WordIds, scale: number): number {
  const rank = word.length > 1 || word === 'i' || word === 'a' ? ids.get(word) : undefined
  if (rank !== undefined) return Math.log((rank + 1) * scale)
  const verb = negationOf(word)?.[0]
  return verb === undefined ? UNKNOWN_COST + UNKNOWN_LETTER_COST * word.length : wordCost(verb, ids, scale)
}
