import type { Tensor, Tensor2D, Variable } from '@tensorflow/tfjs-core'
import type { TensorFlow } from '../../../src/ml/tensorflow/load.ts'
import { kerasWeights } from '../../../src/ml/training/keras-weights.ts'
import { type NetworkShape, type Parameters, parameters } from '../../../src/ml/training/parameters.ts'

/**
 * Loss and gradients of tfjs's own layers and differentiation, without dropout. Gradients are in Keras's layout, one
 * after the other.
 */
export function stockGradient(
  tf: TensorFlow,
  shape: NetworkShape,
  weights: Parameters,
  rows: readonly Int32Array[],
  targets: readonly number[],
): { loss: number; gradient: Float32Array } {
  const { vocabularySize, embeddingSize, hiddenSize, outputs, maxTokens } = shape
  const model = tf.sequential({
    layers: [
      tf.layers.embedding({ inputDim: vocabularySize, outputDim: embeddingSize, inputLength: maxTokens }),
      tf.layers.lstm({ units: hiddenSize, recurrentActivation: 'sigmoid', recurrentInitializer: 'zeros' }),
      tf.layers.dense({ units: outputs }),
    ],
  })
  const flat = kerasWeights(weights, hiddenSize)
  let offset = 0
  const values = model.getWeights().map(({ shape: size }) => {
    const length = size.reduce((product, side) => product * side, 1)
    offset += length
    return tf.tensor(flat.subarray(offset - length, offset), size)
  })
  model.setWeights(values)
  const padded = rows.flatMap(row => [...Array<number>(maxTokens - row.length).fill(0), ...row])
  const variables = model.trainableWeights.map(weight => weight.read() as Variable)
  const { value, grads } = tf.variableGrads(() => {
    const logits = model.apply(tf.tensor2d(padded, [rows.length, maxTokens], 'int32'), { training: false }) as Tensor2D
    return tf.losses.softmaxCrossEntropy(tf.oneHot(tf.tensor1d([...targets], 'int32'), outputs), logits)
  }, variables)
  const gradient = Float32Array.from(variables.flatMap(({ name }) => [...(grads[name] as Tensor).dataSync()]))
  return { loss: value.dataSync()[0] ?? Number.NaN, gradient }
}

/** The same order for the tested gradient. */
export const inKerasLayout = (gradient: Parameters, shape: NetworkShape): Float32Array =>
  kerasWeights(parameters(shape, gradient.flat), shape.hiddenSize)
