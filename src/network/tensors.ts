import type { ModelManifest } from './manifest.ts'

type Network = ModelManifest['network']

export type TensorName =
  | 'embedding/embeddings'
  | 'lstm/kernel'
  | 'lstm/recurrent_kernel'
  | 'lstm/bias'
  | 'dense/kernel'
  | 'dense/bias'

/**
 * The tensors of a weights file in the order in which they stand there, under Keras's names and in Keras's layout:
 * the columns of the LSTM's tensors are the gates i, f, c, o, each `hiddenSize` wide. Written by training, checked by loading.
 */
export function tensorShapes(network: Network, outputs: number): readonly { name: TensorName; shape: number[] }[] {
  const { vocabularySize, embeddingSize, hiddenSize } = network
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
