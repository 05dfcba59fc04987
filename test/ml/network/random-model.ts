import { createHash } from 'node:crypto'
import type {
  EmbeddingLstmDense,
  KerasTokenizerPreprocessing,
  ModelManifest,
  PooledBilstm,
} from '../../../src/ml/network/manifest.ts'
import { type Model, modelVersion } from '../../../src/ml/network/model.ts'
import { tensorLayout } from '../../../src/ml/network/tensors.ts'
import { seededRandom } from '../../../src/statistics/seeded-random.ts'

export interface ModelSizes {
  readonly words?: number
  readonly embeddingSize?: number
  readonly hiddenSize?: number
  readonly maxTokens?: number
  readonly padding?: 'front' | 'none'
  readonly labels?: ModelManifest['labels']
  readonly uncertainBelow?: number | null
}

/** A model of the seed model's kind. */
export type LstmModel = Model & {
  readonly manifest: { readonly network: EmbeddingLstmDense; readonly preprocessing: KerasTokenizerPreprocessing }
}

/**
 * A model with random weights, large enough that gates sometimes saturate and results vary widely. Its words are w1,
 * w2, ...; its sizes have no common factors with the block sizes, so that every remainder is tested.
 */
export function randomModel(seed: number, sizes: ModelSizes = {}): LstmModel {
  const { words = 40, embeddingSize = 11, hiddenSize = 13, maxTokens = 9, uncertainBelow = null } = sizes
  const preprocessing: KerasTokenizerPreprocessing = {
    kind: 'keras-tokenizer',
    isLowerCased: true,
    removedSubstrings: ['@', '<unk>'],
    filteredCharacters: '!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n',
    vocabulary: 'vocabulary.txt',
    maxTokens,
  }
  const network: EmbeddingLstmDense = {
    kind: 'embedding-lstm-dense',
    vocabularySize: words + 1,
    embeddingSize,
    hiddenSize,
    ...(sizes.padding && { padding: sizes.padding }),
  }
  const labels = sizes.labels ?? ['NEGATIVE', 'NEUTRAL', 'POSITIVE']
  const model = withRandomWeights(seed, { labels, preprocessing, network, uncertainBelow })
  return { ...model, manifest: { ...model.manifest, preprocessing, network } }
}

export interface BilstmSizes extends Partial<Omit<PooledBilstm, 'kind' | 'vocabularySize'>> {
  readonly words?: number
  readonly maxTokens?: number
}

/** A model of the pooled kind. */
export type BilstmModel = Model & { readonly manifest: { readonly network: PooledBilstm } }

/** A pooled one: int8 vectors, two marks, three contexts that share two heads. */
export function randomBilstm(seed: number, sizes: BilstmSizes = {}): BilstmModel {
  const { words = 40, maxTokens = 9, ...shape } = sizes
  const network: PooledBilstm = {
    kind: 'pooled-bilstm',
    vocabularySize: words + 1,
    embeddingSize: 11,
    marks: 2,
    hiddenSize: 13,
    denseSize: 7,
    contextHeads: [1, 0, 1],
    heads: 2,
    ...shape,
  }
  const model = withRandomWeights(seed, {
    labels: ['POSITIVE', 'NEUTRAL', 'NEGATIVE', 'IRRELEVANT'],
    preprocessing: { kind: 'tweet-words', vocabulary: 'vocabulary.txt', maxTokens, entities: ['Acme'] },
    network,
    uncertainBelow: null,
  })
  return { ...model, manifest: { ...model.manifest, network } }
}

type Described = Pick<ModelManifest, 'labels' | 'preprocessing' | 'network' | 'uncertainBelow'>

function withRandomWeights(seed: number, described: Described): Model {
  const { labels, network, preprocessing } = described
  const weights = randomWeights(network, labels.length, seededRandom(seed))
  const vocabulary = Array.from({ length: network.vocabularySize - 1 }, (_, index) => `w${index + 1}`)
  const manifest: ModelManifest = {
    formatVersion: 1,
    name: 'random',
    description: 'Random weights for tests.',
    labels,
    preprocessing,
    network,
    weights: {
      file: 'weights.bin',
      sha256: sha256(weights),
      tensors: tensorLayout(network, labels.length).map(({ name, shape, dtype }) => ({
        name,
        shape,
        ...(dtype && { dtype }),
      })),
    },
    vocabularySha256: sha256(vocabularyText(vocabulary)),
    uncertainBelow: described.uncertainBelow,
    temperature: null,
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

/** Word vectors spread to 1; other weights are scaled so that sums are similar for any number of inputs. */
function randomWeights(network: ModelManifest['network'], outputs: number, random: () => number): Uint8Array {
  const tensors = tensorLayout(network, outputs)
  const bytes = new Uint8Array(tensors.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0))
  for (const { name, shape, dtype, offsetBytes, sizeBytes } of tensors) {
    if (dtype === 'int8') {
      for (let at = 0; at < sizeBytes; at++) bytes[offsetBytes + at] = Math.floor(256 * random())
      continue
    }
    const inputs = shape.at(-2) ?? 1
    const spread = name === 'embedding/embeddings' ? 1 : name === 'embedding/scale' ? 1 / 128 : 3 / Math.sqrt(inputs)
    const floats = new Float32Array(bytes.buffer, offsetBytes, sizeBytes / 4)
    for (let at = 0; at < floats.length; at++) floats[at] = (2 * random() - 1) * spread
  }
  return bytes
}

/** The content of a vocabulary file. */
export const vocabularyText = (vocabulary: readonly string[]) => `${vocabulary.join('\n')}\n`

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')
