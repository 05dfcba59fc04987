import type { EncodedText } from './encoded-text.ts'

/**
 * Turns encoded texts into probabilities. An engine knows one model's weights and nothing of texts, labels, storage or HTTP,
 * so that engines can be swapped and compared row by row.
 */
export interface Engine {
  /** Length of one row of probabilities: the number of the model's labels. */
  readonly outputs: number
  /**
   * Resolves to `rows.length * outputs` probabilities, row-major, in the order of `rows`; each row sums to 1.
   * An engine whose model was trained on padded rows pads, or does what has the same result, by itself.
   */
  predict(rows: readonly EncodedText[]): Promise<Float32Array>
  close(): Promise<void>
}
