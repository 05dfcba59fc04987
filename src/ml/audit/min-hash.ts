import { seededRandom } from '../../statistics/seeded-random.ts'
import type { ShingleSets } from './shingle-sets.ts'

/** Minima per band. Three let few unrelated tweets meet, and a low threshold still needs a bearable number of bands. */
export const ROWS_PER_BAND = 3

/** A pair whose similarity is exactly the threshold is found at least this often. */
const WANTED_RECALL = 0.98

/** The number of bands for a threshold: the smallest with which 1 - (1 - t^rows)^bands reaches the wanted recall. */
export const bandsFor = (threshold: number): number =>
  Math.max(1, Math.ceil(Math.log(1 - WANTED_RECALL) / Math.log1p(-(Math.min(threshold, 0.999) ** ROWS_PER_BAND))))

/** The probability that two sets of this similarity share at least one band. */
export const collisionProbability = (similarity: number, bands: number): number =>
  1 - (1 - similarity ** ROWS_PER_BAND) ** bands

/** Computes the keys of one band after the other. Two sets with the same key in any band are candidates. */
export interface MinHash {
  /** One key per text: 31 bits of the band's minima. Texts without shingles have keys without a meaning. */
  bandKeys(sets: ShingleSets, texts: Int32Array): Uint32Array
}

/**
 * MinHash with banding (locality-sensitive hashing): under a random permutation of all shingles, two sets have the same
 * minimum with a probability equal to their Jaccard similarity (Broder 1997). Bands: Leskovec, Rajaraman and Ullman,
 * "Mining of Massive Datasets", section 3.4. Each call of `bandKeys` uses three new permutations.
 */
export function minHash(seed: number): MinHash {
  const random = seededRandom(seed)
  const word = () => Math.floor(random() * 2 ** 32) | 0
  return {
    bandKeys(sets, texts) {
      const keys = new Uint32Array(texts.length)
      for (let row = 0; row < ROWS_PER_BAND; row++) {
        const [mask, factor] = [word(), word() | 1]
        for (let index = 0; index < texts.length; index++) {
          const minimum = minimumOf(sets, texts[index] as number, mask, factor)
          keys[index] = mix(Math.imul(keys[index] as number, 0x9e3779b1) ^ minimum) >>> 1
        }
      }
      return keys
    },
  }
}

/** The innermost loop of an audit. The shingles are well-mixed hashes already, so that one round permutes them. */
function minimumOf({ starts, values }: ShingleSets, text: number, mask: number, factor: number): number {
  const end = starts[text + 1] as number
  let minimum = 0xffffffff
  for (let at = starts[text] as number; at < end; at++) {
    const product = Math.imul((values[at] as number) ^ mask, factor)
    const hash = (product ^ (product >>> 15)) >>> 0
    if (hash < minimum) minimum = hash
  }
  return minimum
}

function mix(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (once ^ (once >>> 13)) >>> 0
}
