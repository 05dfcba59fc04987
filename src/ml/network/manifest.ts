import { z } from 'zod'
import { LABELS } from '../../labels.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** Keras's `Tokenizer` followed by `pad_sequences(padding='pre')`. */
const kerasTokenizer = z.object({
  kind: z.literal('keras-tokenizer'),
  isLowerCased: z.boolean(),
  /** Substrings deleted after lower-casing, in this order. */
  removedSubstrings: z.array(z.string().min(1)),
  /** Each of these characters becomes a space. */
  filteredCharacters: z.string(),
  /** One word a line; the word on line n (from 1) has token id n, an empty line is an id without a word. */
  vocabulary: z.string(),
  /** What words that are not listed become (Keras's `oov_token`); dropped where absent. */
  unknownTokenId: z.int().positive().optional(),
  /** Rows are cut to this many tokens; what is put in front of shorter ones is the network's affair. */
  maxTokens: z.int().positive(),
  /** Where longer rows are cut, in `pad_sequences`'s words: 'pre' drops the first tokens, 'post' the last ones. 'pre' where absent. */
  truncating: z.enum(['pre', 'post']).optional(),
})
export type KerasTokenizerPreprocessing = z.infer<typeof kerasTokenizer>

/** Pulso's own reading of tweets: words of a tweet, the entity's words among them marked, in the context of a known entity or of none. */
const tweetWords = z.object({
  kind: z.literal('tweet-words'),
  /** One word a line, the most frequent first; the word on line n (from 1) has token id n. Id 0 stands for all words not listed. */
  vocabulary: z.string(),
  maxTokens: z.int().positive(),
  /** Names of the entities that the model was trained on. */
  entities: z.array(z.string()),
  /** Token ids from here on are words of other languages: the network reads them, but they count as unknown. None where absent. */
  foreignFrom: z.int().positive().optional(),
  /** A text of which this share or more is unknown words is uncertain, however sure the network is. 1 where absent. */
  unreadableFrom: z.number().positive().max(1).optional(),
})

/**
 * How states and the recurrent kernel are multiplied. 'int8' rounds the weights to bytes, with a scale for each column, and the states to 7
 * bits, which is faster and gives slightly other answers. In float32 where absent.
 */
const recurrence = z.literal('int8').optional()

/** Embedding > LSTM > Dense > softmax; gates i, f, c, o; sigmoid and tanh. */
const embeddingLstmDense = z.object({
  kind: z.literal('embedding-lstm-dense'),
  vocabularySize: z.int().positive(),
  embeddingSize: z.int().positive(),
  hiddenSize: z.int().positive(),
  /**
   * What the network saw in front of rows shorter than `maxTokens`: 'front' is zeros up to it, unmasked, each of them a step of the
   * LSTM; 'none' starts at the first token from the zero state, as Keras's `mask_zero` does. 'front' where absent, as it was before
   * this field: a default filled in here would change the versions of the models of that time.
   */
  padding: z.enum(['front', 'none']).optional(),
  recurrence,
})

/**
 * Word vectors (int8, a scale for each) and marks > LSTM from both ends, gates i, f, c, o, sigmoid and tanh > for each direction the
 * maximum, the mean, and the mean over the tokens with mark 0 (zeros where there is none) > Dense with a bias for each context, relu >
 * the context's head. A head gives the logits of three labels and the logit of the tweet's relevance r: the three share r by softmax,
 * and the fourth label, IRRELEVANT, gets 1 - r. No padding; all is zero for a text without tokens but the biases.
 */
const pooledBilstm = z.object({
  kind: z.literal('pooled-bilstm'),
  vocabularySize: z.int().positive(),
  embeddingSize: z.int().positive(),
  /** Marks a token can bear, each an input of its own: 0 or 1. */
  marks: z.int().min(1).max(8),
  /** Of each direction. */
  hiddenSize: z.int().positive(),
  denseSize: z.int().positive(),
  /** For each context the index of its head. */
  contextHeads: z.array(z.int().nonnegative()).min(1),
  heads: z.int().positive(),
  recurrence,
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
  preprocessing: z.discriminatedUnion('kind', [kerasTokenizer, tweetWords]),
  network: z.discriminatedUnion('kind', [embeddingLstmDense, pooledBilstm]),
  weights: z.object({
    /** Tensors one after the other in the order listed, row-major; little-endian float32 unless said. */
    file: z.string(),
    sha256,
    tensors: z.array(
      z.object({ name: z.string(), shape: z.array(z.int().positive()), dtype: z.literal('int8').optional() }),
    ),
  }),
  vocabularySha256: sha256,
  /** An answer whose confidence is below this is uncertain; null where no threshold was measured. */
  uncertainBelow: z.number().min(0).max(1).nullable(),
  /** What the logits were divided by to calibrate them; the weights have it in them already. Null where nothing was fitted. */
  temperature: z.number().positive().nullable().default(null),
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
export type Network = ModelManifest['network']
export type EmbeddingLstmDense = z.infer<typeof embeddingLstmDense>
export type PooledBilstm = z.infer<typeof pooledBilstm>
