import { z } from 'zod'
import { LABELS } from './labels.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** Keras's `Tokenizer` followed by `pad_sequences(padding='pre', truncating='pre')`, zeros not masked. */
const kerasTokenizer = z.object({
  kind: z.literal('keras-tokenizer'),
  isLowerCased: z.boolean(),
  /** Substrings deleted after lower-casing, in this order. */
  removedSubstrings: z.array(z.string().min(1)),
  /** Each of these characters becomes a space. */
  filteredCharacters: z.string(),
  /** One word a line; the word on line n (from 1) has token id n. Words not listed are dropped. */
  vocabulary: z.string(),
  /** Rows are cut at the front to this many tokens, and padded at the front with zeros up to it. */
  maxTokens: z.int().positive(),
})

/** Embedding > LSTM > Dense > softmax; gates i, f, c, o; sigmoid and tanh. */
const embeddingLstmDense = z.object({
  kind: z.literal('embedding-lstm-dense'),
  vocabularySize: z.int().positive(),
  embeddingSize: z.int().positive(),
  hiddenSize: z.int().positive(),
})

/**
 * `manifest.json` of a folder under `models/`: everything needed to serve the weights beside it, and where they come from.
 * Loading a model checks the hash of the weights and that its labels are ours.
 */
export const modelManifestSchema = z.object({
  formatVersion: z.literal(1),
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/),
  description: z.string(),
  /** In the order of the network's outputs. */
  labels: z.array(z.enum(LABELS)).min(2),
  preprocessing: z.discriminatedUnion('kind', [kerasTokenizer]),
  network: z.discriminatedUnion('kind', [embeddingLstmDense]),
  weights: z.object({
    /** Little-endian float32, tensors one after the other in the order listed, row-major. */
    file: z.string(),
    sha256,
    tensors: z.array(z.object({ name: z.string(), shape: z.array(z.int().positive()) })),
  }),
  vocabularySha256: sha256,
  /** An answer whose confidence is below this is uncertain; null where no threshold was measured. */
  uncertainBelow: z.number().min(0).max(1).nullable(),
  provenance: z.object({
    recipe: z.string().nullable(),
    command: z.string().nullable(),
    seed: z.int().nullable(),
    trainedAt: z.iso.datetime().nullable(),
    runtime: z.string().nullable(),
    codeRevision: z.string().nullable(),
    data: z.array(z.object({ name: z.string(), sha256, rows: z.int() })),
    /** How the rows were divided, in words and in the numbers that reproduce it. */
    split: z
      .object({ kind: z.string(), description: z.string(), trainingRows: z.int(), testRows: z.int() })
      .catchall(z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.number())]))
      .nullable(),
    /** File with the sorted 8-byte fingerprints of the tweets the weights were trained on; null where that is not known. */
    trainedOn: z.string().nullable(),
  }),
})

export type ModelManifest = z.infer<typeof modelManifestSchema>
