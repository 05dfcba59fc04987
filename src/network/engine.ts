/**
 * Turns token ids into probabilities. An engine knows one model's weights and nothing of texts, labels, storage or HTTP,
 * so that engines can be swapped and compared row by row.
 */
export interface Engine {
  /** Length of one row of probabilities: the number of the model's labels. */
  readonly outputs: number
  /**
   * One array of token ids for each text, without padding: 0 to `maxTokens` ids, already cut, each from 1 to the vocabulary size minus 1.
   * An engine whose model was trained on padded rows pads, or does what has the same result, by itself.
   * Resolves to `rows.length * outputs` probabilities, row-major, in the order of `rows`; each row sums to 1.
   */
  predict(rows: readonly Int32Array[]): Promise<Float32Array>
  close(): Promise<void>
}
