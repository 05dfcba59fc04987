import { join } from 'node:path'
import { MODELS_DIRECTORY } from '../../src/config.ts'
import { createEncoder } from '../../src/ml/network/encode.ts'
import { loadModel } from '../../src/ml/network/load-model.ts'
import { DEFAULT_MODEL, SEED_MODEL } from '../../src/models/default-model.ts'
import type { Tweet } from '../tweets/tweet.ts'
import { type InstalledPeers, textContenders, tokenContenders } from './contenders.ts'
import type { Match } from './match.ts'
import { type PassSizes, passesOver } from './passes.ts'

/**
 * All engines compute in 32 bits; the remaining differences are summation orders and approximations of exp and tanh.
 */
const TOLERANCE = 1e-5

/** The network alone: the same token ids and weights for all engines. */
export async function tokenMatches(
  tweets: readonly Tweet[],
  sizes: PassSizes,
  peers: InstalledPeers,
): Promise<Match[]> {
  return Promise.all(
    [SEED_MODEL, DEFAULT_MODEL].map(async name => {
      const encode = createEncoder(await loadModel(join(MODELS_DIRECTORY, name)))
      // A text of unknown words has no tokens, which some engines reject.
      const encoded = tweets.map(encode).filter(({ tokenIds }) => tokenIds.length > 0)
      return {
        title: name,
        rows: encoded.map(({ tokenIds, marks, context }) => ({
          tokenIds: [...tokenIds],
          marks: marks === null ? null : [...marks],
          context,
        })),
        passes: passesOver(
          encoded.map(({ tokenIds }) => tokenIds.length),
          sizes,
        ),
        contenders: tokenContenders(name, peers),
        tolerance: TOLERANCE,
      }
    }),
  )
}

/** From text to label, including the text processing. */
export function textMatch(tweets: readonly Tweet[], sizes: PassSizes, peers: InstalledPeers): Match {
  const lengths = tweets.map(({ text }) => text.length)
  return {
    title: 'text to label',
    rows: tweets,
    passes: passesOver(lengths, { ...sizes, sorted: {} }),
    contenders: textContenders([DEFAULT_MODEL, SEED_MODEL], peers),
    tolerance: null,
  }
}
