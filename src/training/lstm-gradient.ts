import type { Tensor, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core'
import { type CellStep, type CellWeights, nativeKernels } from '../tensorflow/kernels.ts'
import type { TensorFlow } from '../tensorflow/load.ts'
import { type NetworkShape, type Parameters, parameters } from './parameters.ts'

/** Rows of token ids without padding (at most maxTokens each), and the output that is right for each. */
export interface Batch {
  readonly rows: readonly Int32Array[]
  readonly targets: readonly number[]
}

/** Factors, 0 or 1 / (1 - rate), drawn for each row and used at each of its steps; row-major. */
export interface DropoutMasks {
  /** [rows, embeddingSize] */
  readonly input: Float32Array
  /** [rows, hiddenSize], on the state as the recurrent weights see it */
  readonly recurrent: Float32Array
}

export interface LossAndGradient {
  /** Mean cross-entropy of the batch. */
  readonly loss: number
  /** Rows whose most likely output is the right one, under dropout. */
  readonly correct: number
  readonly gradient: Parameters
}

/**
 * Embedding > dropout > LSTM > Dense > softmax cross-entropy, forward and backward, without tfjs's tape: a step of the recurrence is
 * five kernels, and the gradients of the weights are one product each over all steps. Rows are padded in front with unmasked zeros.
 */
export function lossAndGradient(
  tf: TensorFlow,
  shape: NetworkShape,
  weights: Parameters,
  batch: Batch,
  masks: DropoutMasks,
): LossAndGradient {
  const { vocabularySize, embeddingSize, hiddenSize, outputs, maxTokens } = shape
  const kernels = nativeKernels(tf)
  const rows = batch.rows.length
  const gates = 4 * hiddenSize
  const tokenSteps = Math.max(1, ...batch.rows.map(row => row.length))
  const paddingSteps = maxTokens - tokenSteps
  if (paddingSteps < 0) throw new Error(`A row has ${tokenSteps} tokens, more than ${maxTokens}.`)
  const tokens = timeMajor(batch.rows, tokenSteps)
  const gradient = parameters(shape)

  let outcome = { loss: Number.NaN, correct: 0 }
  // Nothing large is returned from here: tfjs searches what `tidy` returns for tensors, number by number.
  tf.tidy(() => {
    const embedding = tf.tensor2d(weights.embedding, [vocabularySize, embeddingSize])
    const inputMask = tf.tensor2d(masks.input, [rows, embeddingSize])
    const recurrentMask = tf.tensor2d(masks.recurrent, [rows, hiddenSize])
    const kernel = tf.tensor2d(weights.kernel, [embeddingSize + hiddenSize, gates])
    const inputKernel = tf.slice(kernel, [0, 0], [embeddingSize, gates])
    const recurrentKernel = tf.slice(kernel, [embeddingSize, 0], [hiddenSize, gates])
    const cellWeights: CellWeights = { kernel, bias: tf.tensor1d(weights.bias), noPeephole: tf.zeros([hiddenSize]) }
    const denseKernel = tf.tensor2d(weights.denseKernel, [hiddenSize, outputs])

    const padding = tf.mul(tf.slice(embedding, [0, 0], [1, embeddingSize]), inputMask)
    const words = tf.gather(embedding, tf.tensor1d(tokens, 'int32'))
    const inputs: Tensor3D = tf.mul(tf.reshape(words, [tokenSteps, rows, embeddingSize]), inputMask)

    const steps: CellStep[] = []
    const advance = (input: Tensor) => {
      const before = steps.at(-1)
      const cell = before?.cell ?? tf.zeros([rows, hiddenSize])
      const hidden = kernels.multiply(before?.hidden ?? cell, recurrentMask)
      steps.push(kernels.cell(cellWeights, input, cell, hidden))
    }
    for (let step = 0; step < paddingSteps; step++) advance(padding)
    for (const input of tf.unstack(inputs)) advance(input)

    const last = steps.at(-1)
    if (last === undefined) throw new Error('A network reads at least one token.')
    const logits = tf.add(tf.matMul(last.hidden as Tensor2D, denseKernel), tf.tensor1d(weights.denseBias))
    const probabilities = tf.softmax(logits).dataSync()
    const { loss, correct, slopes } = crossEntropy(probabilities, batch.targets, outputs)
    outcome = { loss, correct }
    const logitsGradient = tf.tensor2d(slopes, [rows, outputs])
    gradient.denseKernel.set(tf.matMul(last.hidden as Tensor2D, logitsGradient, true).dataSync())
    gradient.denseBias.set(tf.sum(logitsGradient, 0).dataSync())

    const backwards = tf.transpose(recurrentKernel)
    let hiddenGradient: Tensor = tf.matMul(logitsGradient, denseKernel, false, true)
    let cellGradient: Tensor = tf.zeros([rows, hiddenSize])
    const gateGradients: Tensor[] = []
    for (const step of steps.toReversed()) {
      const [earlier, ofGates] = kernels.cellGradient(cellWeights, step, cellGradient, hiddenGradient)
      gateGradients.push(ofGates)
      cellGradient = earlier
      hiddenGradient = kernels.multiply(kernels.product(ofGates, backwards), recurrentMask)
    }

    const ofGates = tf.reshape(tf.stack(gateGradients.reverse()), [maxTokens * rows, gates])
    const seen = tf.reshape(tf.stack(steps.map(step => step.previousHidden)), [maxTokens * rows, hiddenSize])
    gradient.bias.set(tf.sum(ofGates, 0).dataSync())
    gradient.kernel.set(tf.matMul(seen, ofGates, true).dataSync(), embeddingSize * gates)

    // A row's input is the same at each step of the common padding, so that its share of the products is taken once, over the sum.
    const paddingEnd = paddingSteps * rows
    const ofPadding = tf.sum(tf.reshape(tf.slice(ofGates, [0, 0], [paddingEnd, gates]), [paddingSteps, rows, gates]), 0)
    const ofWords = tf.slice(ofGates, [paddingEnd, 0], [tokenSteps * rows, gates])
    const ofBoth = tf.concat([ofPadding as Tensor2D, ofWords])
    const inputsOfBoth = tf.concat([padding, tf.reshape(inputs, [tokenSteps * rows, embeddingSize])])
    gradient.kernel.set(tf.matMul(inputsOfBoth as Tensor2D, ofBoth, true).dataSync())
    const ofInputs = tf.mul(
      tf.reshape(tf.matMul(ofBoth, inputKernel, false, true), [tokenSteps + 1, rows, embeddingSize]),
      inputMask,
    )
    scatter(gradient.embedding, ofInputs.dataSync() as Float32Array, [new Int32Array(rows), tokens], embeddingSize)
  })
  return { ...outcome, gradient }
}

/** [steps x rows] token ids, padded in front. */
function timeMajor(rows: readonly Int32Array[], steps: number): Int32Array {
  const tokens = new Int32Array(steps * rows.length)
  for (const [index, row] of rows.entries()) {
    const padding = steps - row.length
    for (const [position, token] of row.entries()) tokens[(padding + position) * rows.length + index] = token
  }
  return tokens
}

/** Mean loss, and its slopes with respect to the logits: (p - target) / rows. */
function crossEntropy(probabilities: ArrayLike<number>, targets: readonly number[], outputs: number) {
  const slopes = new Float32Array(targets.length * outputs)
  let loss = 0
  let correct = 0
  for (const [row, target] of targets.entries()) {
    const own = Array.from({ length: outputs }, (_, output) => probabilities[row * outputs + output] as number)
    loss -= Math.log(Math.max(own[target] as number, 1e-7))
    if (own.indexOf(Math.max(...own)) === target) correct++
    for (const [output, p] of own.entries()) {
      slopes[row * outputs + output] = (p - (output === target ? 1 : 0)) / targets.length
    }
  }
  return { loss: loss / targets.length, correct, slopes }
}

/** Adds each input's gradient to the row of its token. In plain order, so that the sums are the same each time. */
function scatter(target: Float32Array, values: Float32Array, tokens: readonly Int32Array[], size: number): void {
  let from = 0
  for (const token of tokens.flatMap(part => [...part])) {
    for (let i = 0; i < size; i++) {
      target[token * size + i] = (target[token * size + i] as number) + (values[from + i] as number)
    }
    from += size
  }
}
