import { UsageError } from '../../problem/problem.ts'
import type { Architecture } from './architecture.ts'
import type { KerasFile, KerasTensor } from './read-keras-file.ts'

/**
 * Concatenates the tensors of a weights file in the layout of `network/tensors.ts`, which is Keras's own. A missing
 * bias is zero. One unit with sigmoid becomes two units with softmax, of which the first is always zero: softmax([0,
 * z]) is [1 - sigmoid(z), sigmoid(z)]. Throws a `UsageError` if a tensor is missing or has another shape.
 */
export function networkWeights(architecture: Architecture, weights: KerasFile['weights']): Float32Array {
  const { vocabularySize, embeddingSize, hiddenSize, units, embedding, lstm, dense } = architecture
  const gates = 4 * hiddenSize
  const tensor = (layer: string, name: string, shape: readonly number[]) =>
    checked(weights.get(layer)?.get(name), `${layer}/${name}`, shape)
  const denseKernel = tensor(dense.name, 'kernel', [hiddenSize, units])
  const denseBias = dense.hasBias ? tensor(dense.name, 'bias', [units]) : new Float32Array(units)
  const isSigmoid = architecture.activation === 'sigmoid'
  return concatenated([
    tensor(embedding.name, 'embeddings', [vocabularySize, embeddingSize]),
    tensor(lstm.name, 'kernel', [embeddingSize, gates]),
    tensor(lstm.name, 'recurrent_kernel', [hiddenSize, gates]),
    lstm.hasBias ? tensor(lstm.name, 'bias', [gates]) : new Float32Array(gates),
    isSigmoid ? zeroBeforeEach(denseKernel) : denseKernel,
    isSigmoid ? zeroBeforeEach(denseBias) : denseBias,
  ])
}

function checked(tensor: KerasTensor | undefined, name: string, shape: readonly number[]): Float32Array {
  if (tensor === undefined)
    throw new UsageError(`Its tensor ${name} is missing, or does not contain floating-point numbers.`)
  if (tensor.shape.join() !== shape.join()) {
    throw new UsageError(
      `Its tensor ${name} has the shape ${tensor.shape.join('x')}, but its configuration requires ${shape.join('x')}.`,
    )
  }
  if (tensor.values.every(Number.isFinite)) return tensor.values
  throw new UsageError(`Its tensor ${name} contains NaN or infinity: its training failed, or the file is damaged.`)
}

const zeroBeforeEach = (values: Float32Array) => Float32Array.from([...values].flatMap(value => [0, value]))

function concatenated(parts: readonly Float32Array[]): Float32Array {
  const result = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0))
  let offset = 0
  for (const part of parts) {
    result.set(part, offset)
    offset += part.length
  }
  return result
}
