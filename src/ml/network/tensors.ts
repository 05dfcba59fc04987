import type { EmbeddingLstmDense, Network, PooledBilstm } from './manifest.ts'

export interface TensorShape {
  readonly name: string
  readonly shape: number[]
  /** Bytes from -128 to 127; little-endian float32 if absent. */
  readonly dtype?: 'int8'
}

/**
 * The tensors of a weights file in their order, row-major and contiguous. Training writes this layout, and loading
 * checks it. The columns of an LSTM's tensors are Keras's gates i, f, c, o, each `hiddenSize` wide.
 */
export function tensorShapes(network: Network, outputs: number): readonly TensorShape[] {
  return network.kind === 'embedding-lstm-dense' ? lstmShapes(network, outputs) : bilstmShapes(network, outputs)
}

/** With Keras's names and layout. */
function lstmShapes({ vocabularySize, embeddingSize, hiddenSize }: EmbeddingLstmDense, outputs: number): TensorShape[] {
  const gates = 4 * hiddenSize
  return [
    { name: 'embedding/embeddings', shape: [vocabularySize, embeddingSize] },
    { name: 'lstm/kernel', shape: [embeddingSize, gates] },
    { name: 'lstm/recurrent_kernel', shape: [hiddenSize, gates] },
    { name: 'lstm/bias', shape: [gates] },
    { name: 'dense/kernel', shape: [hiddenSize, outputs] },
    { name: 'dense/bias', shape: [outputs] },
  ]
}

/**
 * The last rows of the kernels belong to the marks. The rows of `pooled/kernel` are forward maximum, backward maximum,
 * forward mean, backward mean, forward marked mean, backward marked mean. The bytes come last, so that all floats start
 * at a multiple of four.
 */
function bilstmShapes(network: PooledBilstm, outputs: number): TensorShape[] {
  const { vocabularySize, embeddingSize, marks, hiddenSize, denseSize, contextHeads, heads } = network
  const gates = 4 * hiddenSize
  const direction = (name: string) => [
    { name: `${name}/kernel`, shape: [embeddingSize + marks, gates] },
    { name: `${name}/recurrent_kernel`, shape: [hiddenSize, gates] },
    { name: `${name}/bias`, shape: [gates] },
  ]
  return [
    ...direction('forward'),
    ...direction('backward'),
    { name: 'pooled/kernel', shape: [6 * hiddenSize, denseSize] },
    { name: 'context/bias', shape: [contextHeads.length, denseSize] },
    { name: 'heads/kernel', shape: [heads, denseSize, outputs] },
    { name: 'heads/bias', shape: [heads, outputs] },
    { name: 'embedding/scale', shape: [vocabularySize] },
    { name: 'embedding/rows', shape: [vocabularySize, embeddingSize], dtype: 'int8' },
  ]
}

export interface LocatedTensor extends TensorShape {
  readonly offsetBytes: number
  readonly sizeBytes: number
}

/** Offsets of the tensors in the weights file. */
export function tensorLayout(network: Network, outputs: number): readonly LocatedTensor[] {
  let offsetBytes = 0
  return tensorShapes(network, outputs).map(tensor => {
    const located = { ...tensor, offsetBytes, sizeBytes: sizeOf(tensor.shape) * (tensor.dtype === 'int8' ? 1 : 4) }
    offsetBytes += located.sizeBytes
    return located
  })
}

const sizeOf = (shape: readonly number[]) => shape.reduce((product, size) => product * size, 1)
