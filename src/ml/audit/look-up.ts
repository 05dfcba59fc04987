import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ShingleSets } from './shingle-sets.ts'

export interface LookUpOptions {
  readonly sets: ShingleSets
  readonly queries: Int32Array
  /** The texts to search. A query that is one of them is its own neighbour. */
  readonly candidates: Int32Array
  readonly onQueries: (queriesDone: number) => void
}

/** Hash bits that distinguish shingles here. */
const BUCKET_BITS = 22
const BUCKETS = 2 ** BUCKET_BITS

/** Most (shingle, text) pairs read for one query. The rarest shingles come first, and the most frequent matter least. */
const MOST_READ = 30_000

const QUERIES_PER_TURN = 500

/**
 * The nearest candidate of each query by the cosine of TF-IDF vectors of shingles: however unlike it is. An inverted
 * index finds it in linear memory and bounded time. Weights are 1 + ln((1 + n) / (1 + df)), as in scikit-learn.
 * @returns text numbers; -1 for a query that shares no shingle with any candidate.
 */
export async function lookUp({ sets, queries, candidates, onQueries }: LookUpOptions): Promise<Int32Array> {
  const { starts, values } = sets
  const index = invert(sets, candidates)
  const { ends, members } = index
  const frequency = (bucket: number) => (ends[bucket] as number) - (bucket === 0 ? 0 : (ends[bucket - 1] as number))
  const weight = (bucket: number) => 1 + Math.log((1 + candidates.length) / (1 + frequency(bucket)))
  const lengths = Float64Array.from(candidates, text => {
    let squares = 0
    for (let at = starts[text] as number; at < (starts[text + 1] as number); at++) {
      squares += weight(bucketOf(values[at] as number)) ** 2
    }
    return Math.sqrt(squares)
  })
  const isCandidate = new Set(candidates)
  const products = new Float64Array(candidates.length)
  const nearest = new Int32Array(queries.length).fill(-1)
  const touched = new Int32Array(candidates.length)
  for (const [number, query] of queries.entries()) {
    if (number % QUERIES_PER_TURN === 0) {
      onQueries(number)
      await nextTurn()
    }
    if (isCandidate.has(query)) {
      nearest[number] = query
      continue
    }
    const buckets = rarestFirst(values.subarray(starts[query], starts[query + 1]), frequency)
    let [read, count] = [0, 0]
    for (let rank = 0; rank < buckets.length; rank++) {
      const bucket = (buckets[rank] as number) % BUCKETS
      const to = ends[bucket] as number
      const from = bucket === 0 ? 0 : (ends[bucket - 1] as number)
      read += to - from
      if (read > MOST_READ && count > 0) break
      const square = weight(bucket) ** 2
      for (let at = from; at < to; at++) {
        const member = members[at] as number
        if (products[member] === 0) touched[count++] = member
        products[member] = (products[member] as number) + square
      }
    }
    let [best, bestCosine] = [-1, 0]
    for (let at = 0; at < count; at++) {
      const member = touched[at] as number
      const cosine = (products[member] as number) / (lengths[member] as number)
      if (cosine > bestCosine || (cosine === bestCosine && member < best)) [best, bestCosine] = [member, cosine]
      products[member] = 0
    }
    nearest[number] = best === -1 ? -1 : (candidates[best] as number)
  }
  onQueries(queries.length)
  return nearest
}

const bucketOf = (shingle: number) => shingle >>> (32 - BUCKET_BITS)

/** The buckets of shingles that candidates have, by frequency: frequency and bucket in one number, ascending. */
function rarestFirst(shingles: Uint32Array, frequency: (bucket: number) => number): Float64Array {
  const buckets = new Float64Array(shingles.length)
  let count = 0
  for (let at = 0; at < shingles.length; at++) {
    const bucket = bucketOf(shingles[at] as number)
    const texts = frequency(bucket)
    if (texts > 0) buckets[count++] = texts * BUCKETS + bucket
  }
  return buckets.subarray(0, count).sort()
}

/** The candidates with a shingle of each bucket, by position in `candidates`; those of bucket b end at `ends[b]`. */
function invert({ starts, values }: ShingleSets, candidates: Int32Array) {
  const ends = new Int32Array(BUCKETS)
  const visit = (use: (bucket: number, member: number) => void) => {
    for (let member = 0; member < candidates.length; member++) {
      const text = candidates[member] as number
      for (let at = starts[text] as number; at < (starts[text + 1] as number); at++) {
        use(bucketOf(values[at] as number), member)
      }
    }
  }
  visit(bucket => {
    ends[bucket] = (ends[bucket] as number) + 1
  })
  let total = 0
  for (let bucket = 0; bucket < ends.length; bucket++) {
    const count = ends[bucket] as number
    ends[bucket] = total
    total += count
  }
  const members = new Int32Array(total)
  visit((bucket, member) => {
    members[ends[bucket] as number] = member
    ends[bucket] = (ends[bucket] as number) + 1
  })
  return { ends, members }
}
