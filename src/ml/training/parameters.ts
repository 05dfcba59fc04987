export interface NetworkShape {
  /** Token ids are 0 (padding) to vocabularySize - 1. */
  readonly vocabularySize: number
  readonly embeddingSize: number
  readonly hiddenSize: number
  readonly outputs: number
  /** Length to which every row is padded in front. */
  readonly maxTokens: number
}

/** One flat vector, so that the optimiser, checkpoints and comparisons need no knowledge of the layers. */
export interface Parameters {
  readonly flat: Float32Array
  /** [vocabularySize, embeddingSize] */
  readonly embedding: Float32Array
  /**
   * [embeddingSize + hiddenSize, 4 x hiddenSize]: input rows, then recurrent rows; gate columns i, c, f, o as in
   * TensorFlow's fused cell.
   */
  readonly kernel: Float32Array
  /** [4 x hiddenSize] */
  readonly bias: Float32Array
  /** [hiddenSize, outputs] */
  readonly denseKernel: Float32Array
  /** [outputs] */
  readonly denseBias: Float32Array
}

/** Views into `flat`, or into a new vector of zeros. */
export function parameters(shape: NetworkShape, flat?: Float32Array): Parameters {
  const { vocabularySize, embeddingSize, hiddenSize, outputs } = shape
  const sizes = [
    vocabularySize * embeddingSize,
    (embeddingSize + hiddenSize) * 4 * hiddenSize,
    4 * hiddenSize,
    hiddenSize * outputs,
    outputs,
  ] as const
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const vector = flat ?? new Float32Array(total)
  if (vector.length !== total) throw new Error(`This network has ${total} parameters, not ${vector.length}.`)
  let offset = 0
  const next = (size: number) => {
    offset += size
    return vector.subarray(offset - size, offset)
  }
  return {
    flat: vector,
    embedding: next(sizes[0]),
    kernel: next(sizes[1]),
    bias: next(sizes[2]),
    denseKernel: next(sizes[3]),
    denseBias: next(sizes[4]),
  }
}
