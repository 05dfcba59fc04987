import type { Label } from '../../labels.ts'
import type { KerasTokenizerPreprocessing } from '../network/manifest.ts'
import type { KaggleRow } from './kaggle-rows.ts'

/** Everything that determines a model, except for the data, the seed and a given number of epochs. */
export interface Recipe {
  readonly name: string
  readonly description: string
  /** In the order of the network's outputs. */
  readonly labels: readonly Label[]
  /** Whether a row is used at all. */
  readonly isKept: (row: KaggleRow) => boolean
  /** The longest row determines `maxTokens`. */
  readonly preprocessing: Omit<KerasTokenizerPreprocessing, 'maxTokens'>
  readonly network: { readonly vocabularySize: number; readonly embeddingSize: number; readonly hiddenSize: number }
  /**
   * Dropout rates of the embedding channels, the LSTM's input, and the input of its recurrent weights. Drawn once per
   * row.
   */
  readonly dropout: { readonly embedding: number; readonly input: number; readonly recurrent: number }
  readonly batchSize: number
  readonly epochs: number
  readonly split: {
    /** Share of the kept rows that is held out, and the seed of the permutation that chooses them. */
    readonly testShare: number
    readonly randomState: number
    /** Number of the last held-out rows that are in no figure; a threshold may be chosen on them. */
    readonly setAside: number
  }
}
