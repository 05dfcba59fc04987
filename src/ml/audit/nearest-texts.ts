import { setImmediate as nextTurn } from 'node:timers/promises'
import { UsageError } from '../../problem/problem.ts'
import { jaccard } from './jaccard.ts'
import { bandsFor, minHash } from './min-hash.ts'
import type { ShingleSets } from './shingle-sets.ts'

/** The nearest text of each queried text, by the index of the query. */
export interface NearestTexts {
  /** -1 if none was found. */
  readonly texts: Int32Array
  /** Exact Jaccard similarities; 0 if none was found. */
  readonly similarities: Float64Array
}

export interface NearestTextsOptions {
  readonly sets: ShingleSets
  /** The texts to find a neighbour for. */
  readonly queries: Int32Array
  /** The texts to search. A query that is one of them is its own neighbour. */
  readonly candidates: Int32Array
  /** Less similar texts are no neighbours. */
  readonly threshold: number
  readonly seed: number
  readonly onBand: () => void
}

/** Limits the work for thousands of texts from one template: each of them still meets some of the others. */
const MOST_PER_BUCKET = 64

/** A key has 31 bits, so that key and index together fit the 53 bits of a number. */
const INDEX_BITS = 22
const INDICES = 2 ** INDEX_BITS

/**
 * Finds near duplicates in linear time and memory: candidates by MinHash, one band at a time, each verified by its exact
 * similarity. So a reported similarity is never wrong, but a neighbour may be missed.
 */
export async function nearestTexts(options: NearestTextsOptions): Promise<NearestTexts> {
  const { sets, queries, candidates, threshold, seed, onBand } = options
  if (candidates.length > INDICES) {
    throw new UsageError(`The training part has more than ${INDICES.toLocaleString('en')} texts; divide the file.`)
  }
  const texts = new Int32Array(queries.length).fill(-1)
  const similarities = new Float64Array(queries.length)
  const isCandidate = new Set(candidates)
  for (const [index, text] of queries.entries()) {
    if (!isCandidate.has(text)) continue
    texts[index] = text
    similarities[index] = 1
  }
  const hash = minHash(seed)
  const all = Int32Array.from([...candidates, ...queries])
  for (let band = bandsFor(threshold); band > 0; band--) {
    const keys = hash.bandKeys(sets, all)
    const buckets = sortedBuckets(keys.subarray(0, candidates.length))
    for (let index = 0; index < queries.length; index++) {
      const first = (keys[candidates.length + index] as number) * INDICES
      const from = lowerBound(buckets, first)
      const to = Math.min(buckets.length, from + MOST_PER_BUCKET)
      for (let at = from; at < to && (buckets[at] as number) < first + INDICES; at++) {
        const candidate = candidates[(buckets[at] as number) - first] as number
        const best = similarities[index] as number
        if (candidate === texts[index] || best === 1) continue
        const similarity = jaccard(sets, queries[index] as number, candidate, Math.max(best, threshold))
        if (similarity > best || (similarity === best && candidate < (texts[index] as number))) {
          texts[index] = candidate
          similarities[index] = similarity
        }
      }
    }
    onBand()
    await nextTurn()
  }
  return { texts, similarities }
}

/** Key and index of each candidate in one number, ascending: a bucket is a run of numbers. */
const sortedBuckets = (keys: Uint32Array): Float64Array =>
  Float64Array.from(keys, (key, index) => key * INDICES + index).sort()

/** The first position whose number is not below `wanted`. */
function lowerBound(sorted: Float64Array, wanted: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as number) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
