/** A text as a network reads it. */
export interface EncodedText {
  /**
   * 0 to `maxTokens` ids, already cut and without padding, each below the vocabulary's size. Id 0 is padding to a Keras tokenizer,
   * which never gives it, and the unknown word to the others.
   */
  readonly tokenIds: Int32Array
  /** For each token a byte in which bit m stands for mark m, mark 0 being "a word of the entity"; null where nothing is marked. */
  readonly marks: Uint8Array | null
  /** Which of the network's contexts the text is read in; 0 for networks that have none. */
  readonly context: number
}

/** Tokens with no mark and in the first context: all that a network without marks and contexts reads. */
export const tokensAlone = (tokenIds: Int32Array): EncodedText => ({ tokenIds, marks: null, context: 0 })

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
