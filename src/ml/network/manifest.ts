import { z } from 'zod'
import { LABELS } from '../../labels.ts'

/** Of a file in the model's own folder. A path could name any file of the machine. */
const fileName = z.string().regex(/^(?!\.)[\w.-]+$/, 'must be the name of a file in the same folder')

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** Keras's `Tokenizer` followed by `pad_sequences(padding='pre')`. */
const kerasTokenizer = z.object({
  kind: z.literal('keras-tokenizer'),
  isLowerCased: z.boolean(),
  /** Substrings deleted after lower-casing, in this order. */
  removedSubstrings: z.array(z.string().min(1)),
  /** Each of these characters becomes a space. */
  filteredCharacters: z.string(),
  /** One word per line: the word on line n (from 1) has token id n. An empty line is an id without a word. */
  vocabulary: fileName,
  /** The id of unlisted words (Keras's `oov_token`); they are dropped if absent. */
  unknownTokenId: z.int().positive().optional(),
  /** Longer rows are cut to this many tokens; `network.padding` describes shorter ones. */
  maxTokens: z.int().positive(),
  /**
   * Which end of a longer row is cut, as in `pad_sequences`: 'pre' (the default) drops the first tokens, 'post' the
   * last ones.
   */
  truncating: z.enum(['pre', 'post']).optional(),
})
export type KerasTokenizerPreprocessing = z.infer<typeof kerasTokenizer>

/**
 * Pulso's own tokenisation of tweets: words, with the words of the entity marked, in the context of a known entity or
 * of none.
 */
const tweetWords = z.object({
  kind: z.literal('tweet-words'),
  /**
   * One word per line, the most frequent first: the word on line n (from 1) has token id n. Id 0 is the id of all
   * unlisted words.
   */
  vocabulary: fileName,
  maxTokens: z.int().positive(),
  /** Names of the entities in the training data. */
  entities: z.array(z.string()),
  /**
   * How the entity's names are found in a text: 2 finds them as they are written. Absent in models that find them by
   * their letters alone. It has no default, because a default would change their versions.
   */
  nameFinder: z.literal(2).optional(),
  /**
   * Token ids from here on are foreign words: the network reads them, but they count as unknown. No word is foreign if
   * absent.
   */
  foreignFrom: z.int().positive().optional(),
  /** A text is uncertain if at least this share of its words is unknown, regardless of the confidence. 1 if absent. */
  unreadableFrom: z.number().positive().max(1).optional(),
})

/**
 * How states and the recurrent kernel are multiplied. 'int8' rounds the weights to bytes, with a scale per column, and
 * the states to 7 bits. It is faster and its results differ slightly. float32 if absent.
 */
const recurrence = z.literal('int8').optional()

/** Embedding > LSTM > Dense > softmax; gates i, f, c, o; sigmoid and tanh. */
const embeddingLstmDense = z.object({
  kind: z.literal('embedding-lstm-dense'),
  vocabularySize: z.int().positive(),
  embeddingSize: z.int().positive(),
  hiddenSize: z.int().positive(),
  /**
   * The input before rows shorter than `maxTokens`. 'front': unmasked zeros, each of them a step of the LSTM. 'none':
   * the row starts from the zero state, as with Keras's `mask_zero`. 'front' if absent, as in models older than this
   * field. It has no default, because a default would change their versions.
   */
  padding: z.enum(['front', 'none']).optional(),
  recurrence,
})

/**
 * Word vectors (int8, a scale per vector) and marks > LSTM in both directions (gates i, f, c, o; sigmoid and tanh) >
 * pooling > Dense with a bias per context, relu > the context's head. Pooling is, per direction, the maximum, the mean,
 * and the mean over the tokens with mark 0 (zeros if there are none). A head gives the logits of three labels and the
 * logit of the tweet's relevance r. The three labels share r by softmax, and the fourth label, IRRELEVANT, gets 1 - r.
 * There is no padding. For a text without tokens, all values are zero except the biases.
 */
const pooledBilstm = z.object({
  kind: z.literal('pooled-bilstm'),
  vocabularySize: z.int().positive(),
  embeddingSize: z.int().positive(),
  /** Number of marks of a token; each is a separate input, 0 or 1. */
  marks: z.int().min(1).max(8),
  /** Per direction. */
  hiddenSize: z.int().positive(),
  denseSize: z.int().positive(),
  /** Index of the head of each context. */
  contextHeads: z.array(z.int().nonnegative()).min(1),
  heads: z.int().positive(),
  recurrence,
})

/** ISO 639: two or three letters. */
const language = z.string().regex(/^[a-z]{2,3}$/)

/** For which languages a model was trained. A text in another one is not read. */
const languages = z.object({
  /** Of this folder's network. It also reads texts whose language is unsure. */
  own: language,
  /**
   * Versions in folders beside this one that read the texts in their language. Together they are one version: its hash
   * covers theirs.
   */
  others: z.array(z.object({ language, version: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}@[0-9a-f]{12}$/) })),
})

/**
 * `manifest.json` in a model directory: everything needed to serve the weights next to it, and their provenance.
 * Loading a model checks the hash of the weights and the labels.
 */
export const modelManifestSchema = z.object({
  formatVersion: z.literal(1),
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/),
  description: z.string(),
  /** In the order of the network's outputs. */
  labels: z.array(z.enum(LABELS)).min(2),
  preprocessing: z.discriminatedUnion('kind', [kerasTokenizer, tweetWords]),
  network: z.discriminatedUnion('kind', [embeddingLstmDense, pooledBilstm]),
  /** Absent in models that read every text. It has no default, because a default would change their versions. */
  languages: languages.optional(),
  weights: z.object({
    /** Tensors one after the other in the listed order, row-major; little-endian float32 by default. */
    file: fileName,
    sha256,
    tensors: z.array(
      z.object({ name: z.string(), shape: z.array(z.int().positive()), dtype: z.literal('int8').optional() }),
    ),
  }),
  vocabularySha256: sha256,
  /** Results with a lower confidence are uncertain; null if no threshold was measured. */
  uncertainBelow: z.number().min(0).max(1).nullable(),
  /** The divisor that calibrated the logits; it is already part of the weights. Null without calibration. */
  temperature: z.number().positive().nullable().default(null),
  provenance: z.object({
    recipe: z.string().nullable(),
    command: z.string().nullable(),
    seed: z.int().nullable(),
    trainedAt: z.iso.datetime().nullable(),
    runtime: z.string().nullable(),
    codeRevision: z.string().nullable(),
    data: z.array(z.object({ name: z.string(), sha256, rows: z.int() })),
    /** How the rows were divided, in words and in numbers that reproduce the division. */
    split: z
      .object({ kind: z.string(), description: z.string(), trainingRows: z.int(), testRows: z.int() })
      .catchall(z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.number())]))
      .nullable(),
    /** File with the sorted 8-byte fingerprints of the tweets that the weights were trained on; null if unknown. */
    trainedOn: fileName.nullable(),
  }),
})

export type ModelManifest = z.infer<typeof modelManifestSchema>
export type Network = ModelManifest['network']
export type EmbeddingLstmDense = z.infer<typeof embeddingLstmDense>
export type PooledBilstm = z.infer<typeof pooledBilstm>
