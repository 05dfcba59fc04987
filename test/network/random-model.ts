import { createHash } from 'node:crypto'
import { seededRandom } from '../../src/evaluation/seeded-random.ts'
import { type Model, modelVersion } from '../../src/network/load-model.ts'
import type { ModelManifest } from '../../src/network/manifest.ts'
import { tensorShapes } from '../../src/network/tensors.ts'

export interface ModelSizes {
  readonly words?: number
  readonly embeddingSize?: number
  readonly hiddenSize?: number
  readonly maxTokens?: number
  readonly padding?: 'front' | 'none'
  readonly labels?: ModelManifest['labels']
  readonly uncertainBelow?: number | null
}

/**
 * A model with random weights, large enough that gates saturate now and then and answers differ widely.
 * Its words are w1, w2, ...; its sizes are multiples of nothing, so that no remainder goes untested.
 */
export function randomModel(seed: number, sizes: ModelSizes = {}): Model {
  const { words = 40, embeddingSize = 11, hiddenSize = 13, maxTokens = 9, uncertainBelow = null } = sizes
  const labels = sizes.labels ?? ['NEGATIVE', 'NEUTRAL', 'POSITIVE']
  const network = {
    kind: 'embedding-lstm-dense' as const,
    vocabularySize: words + 1,
    embeddingSize,
    hiddenSize,
    ...(sizes.padding && { padding: sizes.padding }),
  }
  const tensors = [...tensorShapes(network, labels.length)]
  const random = seededRandom(seed)
  const weights = Float32Array.from(
    tensors.flatMap(({ shape: [rows = 1, columns = 1] }) => {
      const spread = rows === network.vocabularySize ? 1 : 3 / Math.sqrt(rows)
      return Array.from({ length: rows * columns }, () => (2 * random() - 1) * spread)
    }),
  )
  const vocabulary = Array.from({ length: words }, (_, index) => `w${index + 1}`)
  const manifest: ModelManifest = {
    formatVersion: 1,
    name: 'random',
    description: 'Random weights for tests.',
    labels,
    preprocessing: {
      kind: 'keras-tokenizer',
      isLowerCased: true,
      removedSubstrings: ['@', '<unk>'],
      filteredCharacters: '!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n',
      vocabulary: 'vocabulary.txt',
      maxTokens,
    },
    network,
    weights: { file: 'weights.bin', sha256: sha256(new Uint8Array(weights.buffer)), tensors },
    vocabularySha256: sha256(vocabularyText(vocabulary)),
    uncertainBelow,
    provenance: {
      recipe: null,
      command: null,
      seed,
      trainedAt: null,
      runtime: null,
      codeRevision: null,
      data: [],
      split: null,
      trainedOn: null,
    },
  }
  return { manifest, version: modelVersion(manifest), vocabulary, weights }
}

/** The text of a vocabulary file. */
export const vocabularyText = (vocabulary: readonly string[]) => `${vocabulary.join('\n')}\n`

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')
