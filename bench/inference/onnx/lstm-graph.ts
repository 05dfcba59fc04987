import type { EmbeddingLstmDense } from '../../../src/ml/network/manifest.ts'
import { type Model, tensorOf } from '../../../src/ml/network/model.ts'
import type { Graph } from './graph.ts'
import { lstmConstants } from './lstm-constants.ts'

/**
 * Embedding > LSTM > Dense > softmax over rows of different lengths. Each row starts from a given state, the state
 * after padding in front, so that ONNX Runtime skips the same steps as our kernel. The graph also returns the last
 * states, from which these states are made.
 */
export function lstmGraph(model: Model, network: EmbeddingLstmDense): Graph {
  const { vocabularySize, embeddingSize, hiddenSize } = network
  const outputs = model.manifest.labels.length
  const state = [1, 'rows', hiddenSize]
  return {
    inputs: [
      { name: 'tokens', type: 'int32', shape: ['steps', 'rows'] },
      { name: 'lengths', type: 'int32', shape: ['rows'] },
      { name: 'hidden', type: 'float', shape: state },
      { name: 'cell', type: 'float', shape: state },
    ],
    outputs: [
      { name: 'probabilities', type: 'float', shape: ['rows', outputs] },
      { name: 'lastHidden', type: 'float', shape: state },
      { name: 'lastCell', type: 'float', shape: state },
    ],
    constants: [
      { name: 'words', shape: [vocabularySize, embeddingSize], values: tensorOf(model, 'embedding/embeddings') },
      ...lstmConstants(model, ['lstm'], embeddingSize),
      { name: 'kernel', shape: [hiddenSize, outputs], values: tensorOf(model, 'dense/kernel') },
      { name: 'bias', shape: [outputs], values: tensorOf(model, 'dense/bias') },
      { name: 'axis0', shape: [1], values: BigInt64Array.of(0n) },
    ],
    nodes: [
      { operator: 'Gather', inputs: ['words', 'tokens'], outputs: ['vectors'], attributes: { axis: 0 } },
      {
        operator: 'LSTM',
        inputs: ['vectors', 'W', 'R', 'B', 'lengths', 'hidden', 'cell'],
        outputs: ['', 'lastHidden', 'lastCell'],
        attributes: { hidden_size: hiddenSize, direction: 'forward' },
      },
      { operator: 'Squeeze', inputs: ['lastHidden', 'axis0'], outputs: ['state'] },
      { operator: 'Gemm', inputs: ['state', 'kernel', 'bias'], outputs: ['logits'] },
      { operator: 'Softmax', inputs: ['logits'], outputs: ['probabilities'], attributes: { axis: 1 } },
    ],
  }
}
