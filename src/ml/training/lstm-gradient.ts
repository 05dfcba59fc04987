import type { Tensor, Tensor1D, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core'
import type { TensorFlow } from '../tensorflow/load.ts'
import { type CellStep, type CellWeights, lstmCell } from '../tensorflow/lstm-cell.ts'
import { crossEntropy } from './cross-entropy.ts'
import { type NetworkShape, type Parameters, parameters } from './parameters.ts'

/** Rows of token ids without padding (at most maxTokens each), and the correct output of each. */
interface Batch {
  readonly rows: readonly Int32Array[]
  readonly targets: readonly number[]
}

/** Factors, 0 or 1 / (1 - rate), drawn once per row and used at each of its steps; row-major. */
export interface DropoutMasks {
  /** [rows, embeddingSize] */
  readonly input: Float32Array
  /** [rows, hiddenSize], applied to the input of the recurrent weights */
  readonly recurrent: Float32Array
}

/** One optimiser step: the weights and the batch to compute the gradient for. */
export interface GradientQuestion {
  readonly shape: NetworkShape
  readonly weights: Parameters
  readonly batch: Batch
  readonly masks: DropoutMasks
}

export interface LossAndGradient {
  /** Mean cross-entropy of the batch. */
  readonly loss: number
  /** Number of rows whose most likely output is correct, under dropout. */
  readonly correct: number
  readonly gradient: Parameters
}

/**
 * Embedding > dropout > LSTM > Dense > softmax cross-entropy, forward and backward, without tfjs's tape. A step of the
 * recurrence is five kernels. The gradient of each weight matrix is one product over all steps. Rows are padded in
 * front with unmasked zeros.
 */
export function lossAndGradient(tf: TensorFlow, question: GradientQuestion): LossAndGradient {
  const { shape, batch } = question
  const longest = Math.max(1, ...batch.rows.map(row => row.length))
  if (longest > shape.maxTokens) throw new Error(`A row has ${longest} tokens, more than ${shape.maxTokens}.`)
  const gradient = parameters(shape)
  let outcome = { loss: Number.NaN, correct: 0 }
  // Results are written to outer variables: tfjs searches everything that `tidy` returns for tensors, number by number.
  tf.tidy(() => {
    const network = upload(tf, question, timeMajor(batch.rows, longest))
    const steps = runForward(network)
    const { hiddenGradient, ...rest } = gradeOutputs(network, steps.at(-1), batch.targets, gradient)
    outcome = rest
    const gateGradients = runBackward(network, steps, hiddenGradient)
    sumRecurrent(network, steps, gateGradients, gradient)
    sumInputs(network, gateGradients, gradient)
  })
  return { ...outcome, gradient }
}

/** Weights, inputs and masks as tensors, and the sizes that all parts need. */
interface Uploaded {
  readonly tf: TensorFlow
  readonly rows: number
  readonly shape: NetworkShape
  readonly gates: number
  readonly cellWeights: CellWeights
  readonly inputKernel: Tensor2D
  readonly recurrentKernel: Tensor2D
  readonly denseKernel: Tensor2D
  readonly denseBias: Tensor1D
  readonly inputMask: Tensor2D
  readonly recurrentMask: Tensor2D
  /** [steps x rows] token ids of the steps in which at least one row has a word. */
  readonly tokens: Int32Array
  /** Number of steps in which every row is padded, and of the steps after them. */
  readonly paddingSteps: number
  readonly tokenSteps: number
  /**
   * The cell's input in each padding step, [rows, embeddingSize], and in the other steps, [tokenSteps, rows,
   * embeddingSize].
   */
  readonly padding: Tensor2D
  readonly inputs: Tensor3D
}

function upload(tf: TensorFlow, question: GradientQuestion, tokens: Int32Array): Uploaded {
  const { shape, weights, batch, masks } = question
  const { vocabularySize, embeddingSize, hiddenSize, outputs, maxTokens } = shape
  const rows = batch.rows.length
  const gates = 4 * hiddenSize
  const tokenSteps = tokens.length / rows
  const embedding = tf.tensor2d(weights.embedding, [vocabularySize, embeddingSize])
  const kernel = tf.tensor2d(weights.kernel, [embeddingSize + hiddenSize, gates])
  const inputMask = tf.tensor2d(masks.input, [rows, embeddingSize])
  const words = tf.gather(embedding, tf.tensor1d(tokens, 'int32'))
  return {
    ...{ tf, rows, shape, gates, tokens, tokenSteps, inputMask },
    paddingSteps: maxTokens - tokenSteps,
    cellWeights: { kernel, bias: tf.tensor1d(weights.bias), noPeephole: tf.zeros([hiddenSize]) },
    inputKernel: tf.slice(kernel, [0, 0], [embeddingSize, gates]),
    recurrentKernel: tf.slice(kernel, [embeddingSize, 0], [hiddenSize, gates]),
    denseKernel: tf.tensor2d(weights.denseKernel, [hiddenSize, outputs]),
    denseBias: tf.tensor1d(weights.denseBias),
    recurrentMask: tf.tensor2d(masks.recurrent, [rows, hiddenSize]),
    padding: tf.mul(tf.slice(embedding, [0, 0], [1, embeddingSize]), inputMask),
    inputs: tf.mul(tf.reshape(words, [tokenSteps, rows, embeddingSize]), inputMask),
  }
}

function runForward(network: Uploaded): CellStep[] {
  const { tf, rows, shape, cellWeights, recurrentMask, padding, paddingSteps, inputs } = network
  const kernels = lstmCell(tf)
  const steps: CellStep[] = []
  const advance = (input: Tensor) => {
    const before = steps.at(-1)
    const cell = before?.cell ?? tf.zeros([rows, shape.hiddenSize])
    const hidden = kernels.multiply(before?.hidden ?? cell, recurrentMask)
    steps.push(kernels.step(cellWeights, input, cell, hidden))
  }
  for (let step = 0; step < paddingSteps; step++) advance(padding)
  for (const input of tf.unstack(inputs)) advance(input)
  return steps
}

/** Computes the loss, and the gradients of the dense layer and of the last state. */
function gradeOutputs(
  { tf, rows, shape, denseKernel, denseBias }: Uploaded,
  last: CellStep | undefined,
  targets: readonly number[],
  gradient: Parameters,
): { loss: number; correct: number; hiddenGradient: Tensor } {
  if (last === undefined) throw new Error('A network reads at least one token.')
  const hidden = last.hidden as Tensor2D
  const probabilities = tf.softmax(tf.add(tf.matMul(hidden, denseKernel), denseBias)).dataSync()
  const { loss, correct, slopes } = crossEntropy(probabilities, targets, shape.outputs)
  const logitsGradient = tf.tensor2d(slopes, [rows, shape.outputs])
  gradient.denseKernel.set(tf.matMul(hidden, logitsGradient, true).dataSync())
  gradient.denseBias.set(tf.sum(logitsGradient, 0).dataSync())
  return { loss, correct, hiddenGradient: tf.matMul(logitsGradient, denseKernel, false, true) }
}

/** Gradients of the gates before their activation, by step: [maxTokens x rows, gates]. */
function runBackward(network: Uploaded, steps: readonly CellStep[], ofLastState: Tensor): Tensor2D {
  const { tf, rows, shape, gates, cellWeights, recurrentKernel, recurrentMask } = network
  const kernels = lstmCell(tf)
  const backwards = tf.transpose(recurrentKernel)
  const gateGradients: Tensor[] = []
  let hiddenGradient = ofLastState
  let cellGradient: Tensor = tf.zeros([rows, shape.hiddenSize])
  for (const step of steps.toReversed()) {
    const [earlier, ofGates] = kernels.stepGradient(cellWeights, step, cellGradient, hiddenGradient)
    gateGradients.push(ofGates)
    cellGradient = earlier
    hiddenGradient = kernels.multiply(kernels.product(ofGates, backwards), recurrentMask)
  }
  return tf.reshape(tf.stack(gateGradients.reverse()), [steps.length * rows, gates])
}

function sumRecurrent(
  { tf, rows, shape, gates }: Uploaded,
  steps: readonly CellStep[],
  gateGradients: Tensor2D,
  gradient: Parameters,
): void {
  const { embeddingSize, hiddenSize } = shape
  const seen: Tensor2D = tf.reshape(tf.stack(steps.map(step => step.previousHidden)), [steps.length * rows, hiddenSize])
  gradient.bias.set(tf.sum(gateGradients, 0).dataSync())
  gradient.kernel.set(tf.matMul(seen, gateGradients, true).dataSync(), embeddingSize * gates)
}

/** A row's input is the same at each common padding step, so one product over their sum suffices. */
function sumInputs(network: Uploaded, gateGradients: Tensor2D, gradient: Parameters): void {
  const { tf, rows, shape, gates, tokens, tokenSteps, paddingSteps, padding, inputs, inputKernel, inputMask } = network
  const { embeddingSize } = shape
  const end = paddingSteps * rows
  const overPadding = tf.reshape(tf.slice(gateGradients, [0, 0], [end, gates]), [paddingSteps, rows, gates])
  const overWords = tf.slice(gateGradients, [end, 0], [tokenSteps * rows, gates])
  const overBoth = tf.concat([tf.sum(overPadding, 0) as Tensor2D, overWords])
  const inputsOfBoth = tf.concat([padding, tf.reshape(inputs, [tokenSteps * rows, embeddingSize]) as Tensor2D])
  gradient.kernel.set(tf.matMul(inputsOfBoth, overBoth, true).dataSync())
  const perStep = tf.reshape(tf.matMul(overBoth, inputKernel, false, true), [tokenSteps + 1, rows, embeddingSize])
  const ofInputs = tf.mul(perStep, inputMask).dataSync() as Float32Array
  scatter(gradient.embedding, ofInputs, [new Int32Array(rows), tokens], embeddingSize)
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

/** Adds each input's gradient to the row of its token. The order is fixed, so that sums are reproducible. */
function scatter(target: Float32Array, values: Float32Array, tokens: readonly Int32Array[], size: number): void {
  let from = 0
  for (const token of tokens.flatMap(part => [...part])) {
    for (let i = 0; i < size; i++) {
      target[token * size + i] = (target[token * size + i] as number) + (values[from + i] as number)
    }
    from += size
  }
}
