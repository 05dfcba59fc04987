import type { TrainingLanguage } from '../languages/training-language.ts'
import type { OptimiserOptions } from './optimiser.ts'

/** Everything that determines a model, except for the data, the seed and a given number of epochs. */
export interface PooledRecipe {
  readonly kind: 'pooled-bilstm'
  readonly name: string
  readonly description: string
  readonly language: TrainingLanguage
  readonly maxTokens: number
  readonly vocabulary: {
    /** Minimum number of tweets for a word of the training data to be listed. */
    readonly fewestTweets: number
    /** Total number of listed words: those of the data, then the most frequent ones of the word vectors. */
    readonly size: number
  }
  readonly network: { readonly hiddenSize: number; readonly denseSize: number }
  readonly batchSize: number
  readonly epochs: number
  /** Number of variants of one tweet per epoch, drawn each time. */
  readonly variants: number
  /** Dropout rates of words, of the input's channels and of the pooled states. */
  readonly dropout: { readonly words: number; readonly channels: number; readonly pooled: number }
  /** Share of the rows in which the entity's words become a placeholder. */
  readonly anonymised: number
  /**
   * Strength with which the label shares of a row's source are removed in the loss: 0 learns them, 1 treats all labels
   * as equally frequent.
   */
  readonly priorStrength: number
  /** Rows written anew for each epoch, as shares of the rows of the corpora. */
  readonly rows: {
    /** Two tweets about different entities in one text. */
    readonly joined: number
    readonly twoEntities: number
    readonly negation: number
    /** Opinions of others, beside or without one's own. */
    readonly quotes: number
    /** Neutral sentences that name a group of people. */
    readonly identity: number
    /** Tweets that use a brand's name as an ordinary word. */
    readonly ordinaryWords: number
    readonly emoji: number
    /** Tweets asked for an entity that they do not mention. */
    readonly absent: number
    /** Foreign or unknown words; their targets are undecided. */
    readonly unreadable: number
    /** Share of the messages with a name in them that are also asked for it. */
    readonly namedMessages: number
    /** Share of the polar rows that get emoji of their label. */
    readonly emojiNoise: number
  }
  /** The served model marks a tweet as uncertain if at least this share of its words is unknown or foreign. */
  readonly unreadableFrom: number
  readonly labelSmoothing: number
  readonly optimiser: Omit<OptimiserOptions, 'totalSteps'>
}
