import { Mt19937 } from '../../../../src/ml/training/mt19937.ts'
import { initialParameters } from '../../../../src/ml/training/pooled-bilstm/initial-parameters.ts'
import type { BatchRow, PooledMasks } from '../../../../src/ml/training/pooled-bilstm/loss-and-gradient.ts'
import { POOLS, type PooledShape } from '../../../../src/ml/training/pooled-bilstm/shape.ts'

/** Sizes without common factors. */
export const TINY: PooledShape = {
  vocabularySize: 9,
  wordSize: 5,
  lexiconSize: 2,
  marks: 4,
  hiddenSize: 3,
  denseSize: 5,
}

const draw = (length: number, random: Mt19937, spread = 1) =>
  Float32Array.from({ length }, () => (2 * random.nextDouble() - 1) * spread)

export function tinyNetwork(seed: number, shape = TINY) {
  const random = new Mt19937(seed)
  const parameters = initialParameters(shape, random)
  // Zero or equal biases would hide a mistake.
  for (const values of [parameters.kindBias, parameters.headBias]) {
    values.set(draw(values.length, random, 0.5))
  }
  const words = {
    fixed: draw(shape.vocabularySize * shape.wordSize, random),
    lexicon: draw(shape.vocabularySize * shape.lexiconSize, random),
    learnt: draw(shape.vocabularySize * shape.wordSize, random, 0.3),
  }
  return { shape, parameters, words }
}

const target = (sentiment: readonly [number, number, number], relevance: number, relevanceWeight = 0.5) => ({
  sentiment,
  relevance,
  sentimentWeight: 1,
  relevanceWeight,
  offsets: [-0.3, -1.4, -0.9] as const,
})

/** Rows of different lengths, kinds and marks; a word twice in one row. */
export const TINY_ROWS: readonly BatchRow[] = [
  {
    tokenIds: Int32Array.of(1, 2, 3, 2),
    marks: Uint8Array.of(0, 1, 2, 13),
    kind: 1,
    target: target([0.9, 0.05, 0.05], 1),
  },
  { tokenIds: Int32Array.of(4), marks: Uint8Array.of(0), kind: 0, target: target([0, 0, 1], 1, 0) },
  {
    tokenIds: Int32Array.of(0, 5, 1, 7, 8, 6),
    marks: Uint8Array.of(0, 0, 0, 4, 0, 8),
    kind: 2,
    target: { ...target([1 / 3, 1 / 3, 1 / 3], 0), sentimentWeight: 0 },
  },
  { tokenIds: Int32Array.of(6, 3), marks: Uint8Array.of(1, 0), kind: 1, target: target([0.1, 0.8, 0.1], 0) },
]

export function tinyMasks(seed: number, rows: number, shape = TINY): PooledMasks {
  const random = new Mt19937(seed)
  const mask = (length: number) => Float32Array.from({ length }, () => (random.nextDouble() < 0.25 ? 0 : 1 / 0.75))
  return {
    words: mask(rows * (shape.wordSize + shape.lexiconSize)),
    pooled: mask(rows * POOLS * shape.hiddenSize),
  }
}
