import type { OptimiserOptions } from './optimiser.ts'

interface Dropout {
  readonly words: number
  readonly channels: number
  readonly pooled: number
}

/** Everything that determines a model, except for the data, the seed and a given number of epochs. */
export interface PooledRecipe {
  readonly kind: 'pooled-bilstm'
  readonly name: string
  readonly description: string
  readonly maxTokens: number
  readonly vocabulary: {
    /** Minimum number of tweets for a word of the training data to be listed. */
    readonly fewestTweets: number
    /** Total number of listed words: those of the data, then the most frequent ones of the word vectors. */
    readonly size: number
  }
  /** Minimum number of tweets for an entity to have its own vector. */
  readonly fewestEntityTweets: number
  readonly network: { readonly hiddenSize: number; readonly denseSize: number; readonly entitySize: number }
  /**
   * Larger networks that are trained first, each with its own seed. The served network then learns from their mean
   * results and from the labels. Null trains it on the labels alone.
   */
  readonly teachers: {
    readonly count: number
    readonly epochs: number
    readonly network: { readonly hiddenSize: number; readonly denseSize: number; readonly entitySize: number }
    readonly dropout: Dropout
    /** Weight of the teachers' results relative to the label, 0 to 1. */
    readonly share: number
  } | null
  readonly batchSize: number
  readonly epochs: number
  /** Number of variants of one tweet per epoch, drawn each time. */
  readonly variants: number
  /** Passes per epoch over a corpus with fewer than three tenths of the largest corpus's tweets. */
  readonly smallCorpusPasses: number
  /** Dropout rates of words, of the input's channels and of the pooled states. */
  readonly dropout: Dropout
  /**
   * Share of the rows in which the entity's words become a placeholder, and in which the entity's own vector is
   * dropped.
   */
  readonly entity: { readonly placeholder: number; readonly forgotten: number }
  /** Synthetic rows of foreign or unknown words, as a share of an epoch's rows; their targets are undecided. */
  readonly unreadableShare: number
  /** The served model marks a tweet as uncertain if at least this share of its words is unknown or foreign. */
  readonly unreadableFrom: number
  readonly labelSmoothing: number
  readonly optimiser: Omit<OptimiserOptions, 'totalSteps'>
}
