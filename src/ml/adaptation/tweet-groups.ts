import { comparableText } from '../audit/comparable-text.ts'
import { jaccard } from '../audit/jaccard.ts'
import { bandsFor, minHash } from '../audit/min-hash.ts'
import { shingleSets } from '../audit/shingle-sets.ts'

/** Texts at least this similar are one tweet in other words, as in `pulso audit`. */
const NEAR_DUPLICATE = 0.7
/** Limits the work for thousands of texts from one template. */
const MOST_PER_BUCKET = 64
const SEED = 1

/**
 * A number for each tweet: the same one for tweets with the same id, the same text or a near-duplicate text. A fold of a
 * cross-validation takes a group as a whole. Groups are numbered from 0 in the order of their first tweet.
 */
export function tweetGroups(tweets: readonly { readonly id: string | null; readonly text: string }[]): Int32Array {
  const parents = Int32Array.from(tweets, (_, index) => index)
  const rootOf = (index: number) => {
    let root = index
    while (parents[root] !== root) root = parents[root] as number
    for (let at = index; at !== root; ) {
      const next = parents[at] as number
      parents[at] = root
      at = next
    }
    return root
  }
  const unite = (one: number, other: number) => {
    const [first, second] = [rootOf(one), rootOf(other)].sort((a, b) => a - b) as [number, number]
    parents[second] = first
  }
  const comparable = tweets.map(({ text }) => comparableText(text))
  const firsts = new Map<string, number>()
  for (const [index, { id }] of tweets.entries()) {
    const text = comparable[index]
    for (const key of [id === null ? null : `id ${id}`, text === undefined ? null : `text ${text.key}`]) {
      if (key === null) continue
      const first = firsts.get(key)
      if (first === undefined) firsts.set(key, index)
      else unite(first, index)
    }
  }
  uniteSimilar(
    comparable.map(({ words, isShort }) => (isShort ? '' : words)),
    unite,
  )
  const numbers = new Map<number, number>()
  return Int32Array.from(tweets, (_, index) => {
    const root = rootOf(index)
    const number = numbers.get(root) ?? numbers.size
    numbers.set(root, number)
    return number
  })
}

function uniteSimilar(texts: readonly string[], unite: (one: number, other: number) => void): void {
  const sets = shingleSets(texts)
  const all = Int32Array.from(texts, (_, index) => index).filter(index => texts[index] !== '')
  const hash = minHash(SEED)
  for (let band = bandsFor(NEAR_DUPLICATE); band > 0; band--) {
    const keys = hash.bandKeys(sets, all)
    const buckets = new Map<number, number[]>()
    for (const [at, text] of all.entries()) {
      const key = keys[at] ?? 0
      const bucket = buckets.get(key) ?? []
      for (const other of bucket) if (jaccard(sets, text, other, NEAR_DUPLICATE) >= NEAR_DUPLICATE) unite(text, other)
      if (bucket.length < MOST_PER_BUCKET) bucket.push(text)
      buckets.set(key, bucket)
    }
  }
}
