import type { Label } from '../../labels.ts'
import type { KerasTokenizerPreprocessing } from '../network/manifest.ts'
import type { KaggleRow } from './kaggle-rows.ts'

/** Everything that decides a model but the data, the seed and the number of epochs that was asked for. */
export interface Recipe {
  readonly name: string
  readonly description: string
  /** In the order of the network's outputs. */
  readonly labels: readonly Label[]
  /** Whether a row takes part at all. */
  readonly isKept: (row: KaggleRow) => boolean
  /** The longest row decides `maxTokens`. */
  readonly preprocessing: Omit<KerasTokenizerPreprocessing, 'maxTokens'>
  readonly network: { readonly vocabularySize: number; readonly embeddingSize: number; readonly hiddenSize: number }
  /** Shares that are dropped: of embedding channels, of the LSTM's input, of its state as the recurrent weights see it. One draw a row. */
  readonly dropout: { readonly embedding: number; readonly input: number; readonly recurrent: number }
  readonly batchSize: number
  readonly epochs: number
  readonly split: {
    /** Share of the kept rows that is held out, and the seed of the permutation that chooses them. */
    readonly testShare: number
    readonly randomState: number
    /** So many of the last held-out rows take no part in the figures; a threshold may be chosen on them. */
    readonly setAside: number
  }
}
