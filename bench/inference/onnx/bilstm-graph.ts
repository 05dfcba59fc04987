import type { PooledBilstm } from '../../../src/ml/network/manifest.ts'
import { type Model, tensorOf, wordVectors } from '../../../src/ml/network/model.ts'
import type { Constant, Graph, Node } from './graph.ts'
import { lstmConstants } from './lstm-constants.ts'

/**
 * The pooled network over rows of different lengths; see `PooledBilstm` in `src/ml/network/manifest.ts`. Word vectors
 * are floats, which costs memory and saves ONNX Runtime the conversion. `marks` and `isToken` are 0 or 1; after a row's
 * end both are 0.
 */
export function bilstmGraph(model: Model, network: PooledBilstm): Graph {
  const { vocabularySize, embeddingSize, marks, hiddenSize, denseSize, contextHeads, heads } = network
  const outputs = model.manifest.labels.length
  const floats = (name: string, shape: readonly number[], tensor: string): Constant => ({
    name,
    shape,
    values: tensorOf(model, tensor),
  })
  return {
    inputs: [
      { name: 'tokens', type: 'int32', shape: ['steps', 'rows'] },
      { name: 'lengths', type: 'int32', shape: ['rows'] },
      { name: 'marks', type: 'float', shape: ['steps', 'rows', marks] },
      { name: 'isToken', type: 'float', shape: ['steps', 1, 'rows', 1] },
      { name: 'isMarked', type: 'float', shape: ['steps', 1, 'rows', 1] },
      { name: 'contexts', type: 'int32', shape: ['rows'] },
    ],
    outputs: [{ name: 'probabilities', type: 'float', shape: ['rows', outputs] }],
    constants: [
      { name: 'words', shape: [vocabularySize, embeddingSize], values: wordVectors(model) },
      ...lstmConstants(model, ['forward', 'backward'], embeddingSize + marks),
      floats('pooledKernel', [6 * hiddenSize, denseSize], 'pooled/kernel'),
      floats('contextBias', [contextHeads.length, denseSize], 'context/bias'),
      floats('headKernels', [heads, denseSize, outputs], 'heads/kernel'),
      floats('headBiases', [heads, outputs], 'heads/bias'),
      { name: 'contextHeads', shape: [contextHeads.length], values: Int32Array.from(contextHeads) },
      { name: 'one', shape: [1], values: Float32Array.of(1) },
      { name: 'two', shape: [1], values: Float32Array.of(2) },
      { name: 'axis0', shape: [1], values: BigInt64Array.of(0n) },
      { name: 'axis1', shape: [1], values: BigInt64Array.of(1n) },
      { name: 'pooledShape', shape: [2], values: BigInt64Array.of(-1n, BigInt(6 * hiddenSize)) },
      { name: 'split', shape: [2], values: BigInt64Array.of(BigInt(outputs - 1), 1n) },
    ],
    nodes: [...stateNodes(hiddenSize), ...poolNodes, ...denseNodes],
  }
}

/** states: [steps, 2, rows, hidden], zero after a row's end. */
const stateNodes = (hiddenSize: number): readonly Node[] => [
  { operator: 'Gather', inputs: ['words', 'tokens'], outputs: ['vectors'], attributes: { axis: 0 } },
  { operator: 'Concat', inputs: ['vectors', 'marks'], outputs: ['inputs'], attributes: { axis: 2 } },
  {
    operator: 'LSTM',
    inputs: ['inputs', 'W', 'R', 'B', 'lengths'],
    outputs: ['states'],
    attributes: { hidden_size: hiddenSize, direction: 'bidirectional' },
  },
]

const meanNodes = (mask: string, mean: string): readonly Node[] => [
  { operator: 'Mul', inputs: ['states', mask], outputs: [`${mean}States`] },
  { operator: 'ReduceSum', inputs: [`${mean}States`, 'axis0'], outputs: [`${mean}Sum`], attributes: { keepdims: 0 } },
  { operator: 'ReduceSum', inputs: [mask, 'axis0'], outputs: [`${mean}Count`], attributes: { keepdims: 0 } },
  { operator: 'Max', inputs: [`${mean}Count`, 'one'], outputs: [`${mean}Divisor`] },
  { operator: 'Div', inputs: [`${mean}Sum`, `${mean}Divisor`], outputs: [mean] },
]

/** pooled: [rows, 6 x hidden]. States are between -1 and 1, so padding at -2 is never the maximum. */
const poolNodes: readonly Node[] = [
  { operator: 'Sub', inputs: ['isToken', 'one'], outputs: ['isPadding'] },
  { operator: 'Mul', inputs: ['isPadding', 'two'], outputs: ['sunk'] },
  { operator: 'Add', inputs: ['states', 'sunk'], outputs: ['withoutPadding'] },
  { operator: 'ReduceMax', inputs: ['withoutPadding'], outputs: ['largest'], attributes: { axes: [0], keepdims: 0 } },
  ...meanNodes('isToken', 'mean'),
  ...meanNodes('isMarked', 'markedMean'),
  { operator: 'Concat', inputs: ['largest', 'mean', 'markedMean'], outputs: ['byPool'], attributes: { axis: 0 } },
  { operator: 'Transpose', inputs: ['byPool'], outputs: ['byRow'], attributes: { perm: [1, 0, 2] } },
  { operator: 'Reshape', inputs: ['byRow', 'pooledShape'], outputs: ['pooled'] },
]

const denseNodes: readonly Node[] = [
  { operator: 'MatMul', inputs: ['pooled', 'pooledKernel'], outputs: ['product'] },
  { operator: 'Gather', inputs: ['contextBias', 'contexts'], outputs: ['bias'], attributes: { axis: 0 } },
  { operator: 'Add', inputs: ['product', 'bias'], outputs: ['sum'] },
  { operator: 'Relu', inputs: ['sum'], outputs: ['dense'] },
  { operator: 'Gather', inputs: ['contextHeads', 'contexts'], outputs: ['heads'], attributes: { axis: 0 } },
  { operator: 'Gather', inputs: ['headKernels', 'heads'], outputs: ['kernels'], attributes: { axis: 0 } },
  { operator: 'Gather', inputs: ['headBiases', 'heads'], outputs: ['biases'], attributes: { axis: 0 } },
  { operator: 'Unsqueeze', inputs: ['dense', 'axis1'], outputs: ['denseRows'] },
  { operator: 'MatMul', inputs: ['denseRows', 'kernels'], outputs: ['products'] },
  { operator: 'Squeeze', inputs: ['products', 'axis1'], outputs: ['outputs'] },
  { operator: 'Add', inputs: ['outputs', 'biases'], outputs: ['logits'] },
  { operator: 'Split', inputs: ['logits', 'split'], outputs: ['sentiment', 'relevance'], attributes: { axis: 1 } },
  { operator: 'Softmax', inputs: ['sentiment'], outputs: ['shares'], attributes: { axis: 1 } },
  { operator: 'Sigmoid', inputs: ['relevance'], outputs: ['relevant'] },
  { operator: 'Mul', inputs: ['shares', 'relevant'], outputs: ['labels'] },
  { operator: 'Neg', inputs: ['relevance'], outputs: ['irrelevance'] },
  { operator: 'Sigmoid', inputs: ['irrelevance'], outputs: ['irrelevant'] },
  { operator: 'Concat', inputs: ['labels', 'irrelevant'], outputs: ['probabilities'], attributes: { axis: 1 } },
]
