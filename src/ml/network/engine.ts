/** A text as network input. */
export interface EncodedText {
  /**
   * 0 to `maxTokens` ids, truncated and without padding, each below the vocabulary's size. Id 0 is the padding of a
   * Keras tokenizer, which never emits it, and the unknown word of others.
   */
  readonly tokenIds: Int32Array
  /**
   * A byte for each token, in which bit m is mark m; mark 0 means "part of the entity's name". Null if no token is
   * marked.
   */
  readonly marks: Uint8Array | null
  /** Index of the network's context for the text; 0 for networks without contexts. */
  readonly context: number
}

/** Tokens without marks in the first context: the complete input of a network without marks and contexts. */
export const tokensAlone = (tokenIds: Int32Array): EncodedText => ({ tokenIds, marks: null, context: 0 })

/**
 * Turns encoded texts into probabilities. An engine knows one model's weights and nothing about texts, labels, storage
 * or HTTP. Engines can therefore be swapped and compared row by row.
 */
export interface Engine {
  /** Length of a row of probabilities, which is the number of the model's labels. */
  readonly outputs: number
  /**
   * Resolves to `rows.length * outputs` probabilities, row-major, in the order of `rows`; each row sums to 1. If the
   * model was trained on padded rows, the engine pads, or computes the same result without padding.
   */
  predict(rows: readonly EncodedText[]): Promise<Float32Array>
  close(): Promise<void>
}
