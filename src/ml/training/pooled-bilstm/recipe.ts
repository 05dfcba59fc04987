import type { OptimiserOptions } from './optimiser.ts'

interface Dropout {
  readonly words: number
  readonly channels: number
  readonly pooled: number
}

/** Everything that decides a model but the data, the seed and the number of epochs that was asked for. */
export interface PooledRecipe {
  readonly kind: 'pooled-bilstm'
  readonly name: string
  readonly description: string
  readonly maxTokens: number
  readonly vocabulary: {
    /** A word of the training data is listed from so many tweets upwards. */
    readonly fewestTweets: number
    /** Listed words altogether: those of the data, then the most frequent of the word vectors. */
    readonly size: number
  }
  /** An entity has a vector of its own from so many tweets upwards. */
  readonly fewestEntityTweets: number
  readonly network: { readonly hiddenSize: number; readonly denseSize: number; readonly entitySize: number }
  /**
   * Larger networks that are trained first, each from a seed of its own; the network that is served then learns from the mean of their
   * answers and from the labels. Null trains it on the labels alone.
   */
  readonly teachers: {
    readonly count: number
    readonly epochs: number
    readonly network: { readonly hiddenSize: number; readonly denseSize: number; readonly entitySize: number }
    readonly dropout: Dropout
    /** How much the teachers' answers count beside the label, 0 to 1. */
    readonly share: number
  } | null
  readonly batchSize: number
  readonly epochs: number
  /** Variants of one tweet that an epoch reads, drawn anew each time. */
  readonly variants: number
  /** Passes over a corpus in one epoch, where its tweets are fewer than three tenths of the largest corpus's. */
  readonly smallCorpusPasses: number
  /** Shares that are dropped: of words, of the input's channels, of the pooled states. */
  readonly dropout: Dropout
  /** Share of the rows in which the entity's words become one placeholder, and in which the entity's own vector is left out. */
  readonly entity: { readonly placeholder: number; readonly forgotten: number }
  /** Made rows of foreign or unknown words, as a share of an epoch's rows: their answer is that there is none. */
  readonly unreadableShare: number
  /** A tweet of which this share or more is unknown or foreign words is called uncertain by the served model. */
  readonly unreadableFrom: number
  readonly labelSmoothing: number
  readonly optimiser: Omit<OptimiserOptions, 'totalSteps'>
}
