import type { Tensor } from '@tensorflow/tfjs-core'
import type { TensorFlow } from '../../tensorflow/load.ts'
import { type BlockRun, type BlockWeights, lstmBlock } from '../../tensorflow/lstm-block.ts'
import { headLoss, type Target } from './head-loss.ts'
import { type Pooled, type PoolPlan, poolStates, spreadGradient } from './pool-states.ts'
import { inputSize, OUTPUTS, POOLS, type PooledParameters, type PooledShape } from './shape.ts'
import type { RowGradientSum, WordTable } from './word-table.ts'

/** One row as the network reads it. */
interface InputRow {
  /** At least one. */
  readonly tokenIds: Int32Array
  readonly marks: Uint8Array
  /** 0 no entity, 1 mentioned, 2 not mentioned. */
  readonly kind: number
}

/** One row of a batch. */
export interface BatchRow extends InputRow {
  readonly target: Target
}

/** Factors, 0 or 1 / (1 - rate). Drawn once per row for all its steps. */
export interface PooledMasks {
  /** [rows, wordSize + lexiconSize] */
  readonly words: Float32Array
  /** [rows, POOLS hiddenSize] */
  readonly pooled: Float32Array
}

export interface PooledNetwork {
  readonly tf: TensorFlow
  readonly shape: PooledShape
  readonly words: WordTable
  readonly parameters: PooledParameters
}

/**
 * Computes the dense layer, and the values that the backward pass needs. Both directions run through TensorFlow's block
 * kernel, one call each. Words, pooling and the head are plain loops, because they are only a few thousand products.
 */
export function forward(network: PooledNetwork, rows: readonly InputRow[], masks: PooledMasks | null) {
  const { tf, shape, parameters } = network
  const { hiddenSize, denseSize } = shape
  const steps = Math.max(1, ...rows.map(row => row.tokenIds.length))
  const plan = planOf(rows, steps)
  const recurrence = lstmBlock(tf)
  const start = tf.zeros([rows.length, hiddenSize])
  const noPeephole = tf.zeros([hiddenSize])
  const run = (kernel: Float32Array, bias: Float32Array, isBackward: boolean) => {
    const weights: BlockWeights = {
      kernel: tf.tensor2d(kernel, [inputSize(shape) + hiddenSize, 4 * hiddenSize]),
      bias: tf.tensor1d(bias),
      noPeephole,
    }
    const input = inputsOf(network, { rows, steps, isBackward, masks })
    const block = recurrence.run(weights, tf.tensor3d(input, [steps, rows.length, inputSize(shape)]), start)
    const states = block.hidden.dataSync() as Float32Array
    return { weights, block, pooled: poolStates(states, hiddenSize, isBackward ? plan.backward : plan.forward) }
  }
  const onward = run(parameters.forwardKernel, parameters.forwardBias, false)
  const backward = run(parameters.backwardKernel, parameters.backwardBias, true)
  const pooled = interleave(onward.pooled.values, backward.pooled.values, rows.length, hiddenSize)
  if (masks !== null)
    for (let i = 0; i < pooled.length; i++) pooled[i] = (pooled[i] as number) * (masks.pooled[i] as number)
  const pooledTensor = tf.tensor2d(pooled, [rows.length, POOLS * hiddenSize])
  const pooledKernel = tf.tensor2d(parameters.pooledKernel, [POOLS * hiddenSize, denseSize])
  const dense = Float32Array.from(tf.matMul(pooledTensor, pooledKernel).dataSync())
  for (const [row, { kind }] of rows.entries()) addKind(network, dense, row, kind)
  for (let i = 0; i < dense.length; i++) dense[i] = Math.max(0, dense[i] as number)
  return { plan, onward, backward, pooledTensor, pooledKernel, dense }
}

/** The four logits of one row of `dense`. */
export function headLogits(
  { shape: { denseSize }, parameters: { headKernel, headBias } }: Pick<PooledNetwork, 'shape' | 'parameters'>,
  dense: Float32Array,
  row: number,
): Float32Array {
  const logits = headBias.slice()
  for (let unit = 0; unit < denseSize; unit++) {
    const value = dense[row * denseSize + unit] as number
    if (value === 0) continue
    for (let o = 0; o < OUTPUTS; o++)
      logits[o] = (logits[o] as number) + value * (headKernel[unit * OUTPUTS + o] as number)
  }
  return logits
}

export interface MaskedBatch {
  readonly rows: readonly BatchRow[]
  readonly masks: PooledMasks
}

export interface GradientTargets {
  /** Overwritten. */
  readonly parameters: PooledParameters
  /** Added to. */
  readonly words: RowGradientSum
}

/** Returns the mean loss of a batch and writes its gradients into the last argument. */
export function lossAndGradient(
  network: PooledNetwork,
  { rows, masks }: MaskedBatch,
  { parameters: gradient, words: wordGradient }: GradientTargets,
): number {
  const { tf, shape } = network
  const { hiddenSize, denseSize } = shape
  let loss = 0
  gradient.flat.fill(0)
  tf.tidy(() => {
    const { plan, onward, backward, pooledTensor, pooledKernel, dense } = forward(network, rows, masks)
    const ofDense = new Float32Array(dense.length)
    const slopes = new Float32Array(OUTPUTS)
    const pass = { dense, ofDense, slopes, rowCount: rows.length, gradient }
    for (const [row, batchRow] of rows.entries()) {
      loss += headLoss(headLogits(network, dense, row), batchRow.target, slopes) / rows.length
      headBackward(network, pass, row)
      for (let unit = 0; unit < denseSize; unit++) {
        if ((dense[row * denseSize + unit] as number) <= 0) ofDense[row * denseSize + unit] = 0
      }
      kindBackward(network, pass, row, batchRow.kind)
    }
    const ofDenseTensor = tf.tensor2d(ofDense, [rows.length, denseSize])
    gradient.pooledKernel.set(tf.matMul(pooledTensor, ofDenseTensor, true).dataSync())
    const ofPooled = Float32Array.from(tf.matMul(ofDenseTensor, pooledKernel, false, true).dataSync())
    for (let i = 0; i < ofPooled.length; i++) ofPooled[i] = (ofPooled[i] as number) * (masks.pooled[i] as number)
    const [ofOnward, ofBackward] = part(ofPooled, rows.length, hiddenSize)
    const directions = [
      {
        run: onward,
        ofValues: ofOnward,
        plan: plan.forward,
        kernel: gradient.forwardKernel,
        bias: gradient.forwardBias,
        isBackward: false,
      },
      {
        run: backward,
        ofValues: ofBackward,
        plan: plan.backward,
        kernel: gradient.backwardKernel,
        bias: gradient.backwardBias,
        isBackward: true,
      },
    ] as const
    for (const { run, ofValues, plan: pools, kernel, bias, isBackward } of directions) {
      const [ofInput, ofKernel, ofBias] = runBackward(network, run, ofValues, pools)
      kernel.set(ofKernel.dataSync() as Float32Array)
      bias.set(ofBias.dataSync() as Float32Array)
      collectWords(network, { rows, ofInputs: ofInput.dataSync() as Float32Array, isBackward, masks }, wordGradient)
    }
  })
  return loss
}

function runBackward(
  { tf, shape: { hiddenSize } }: PooledNetwork,
  run: { readonly weights: BlockWeights; readonly block: BlockRun; readonly pooled: Pooled },
  ofValues: Float32Array,
  plan: PoolPlan,
): [Tensor, Tensor, Tensor] {
  const ofStates = spreadGradient(ofValues, run.pooled, hiddenSize, plan)
  const rows = plan.lengths.length
  const steps = ofStates.length / rows / hiddenSize
  return lstmBlock(tf).gradient(run.weights, run.block, tf.tensor3d(ofStates, [steps, rows, hiddenSize]))
}

function planOf(rows: readonly InputRow[], steps: number): { forward: PoolPlan; backward: PoolPlan } {
  const lengths = Int32Array.from(rows, row => row.tokenIds.length)
  const marked = (isBackward: boolean) => {
    const isMarked = new Uint8Array(rows.length * steps)
    for (const [row, { marks }] of rows.entries()) {
      for (const [token, mark] of marks.entries()) {
        isMarked[row * steps + (isBackward ? marks.length - 1 - token : token)] = mark & 1
      }
    }
    return isMarked
  }
  const markedCounts = Int32Array.from(rows, ({ marks }) => marks.reduce((sum, mark) => sum + (mark & 1), 0))
  return {
    forward: { lengths, isMarked: marked(false), markedCounts },
    backward: { lengths, isMarked: marked(true), markedCounts },
  }
}

/**
 * [steps, rows, inputSize]: word vector, lexicon features, marks. Values after a row's end are zero and have no effect.
 */
function inputsOf(
  { shape, words }: PooledNetwork,
  {
    rows,
    steps,
    isBackward,
    masks,
  }: {
    readonly rows: readonly InputRow[]
    readonly steps: number
    readonly isBackward: boolean
    readonly masks: PooledMasks | null
  },
): Float32Array {
  const { wordSize, lexiconSize, marks: markCount } = shape
  const size = inputSize(shape)
  const masked = wordSize + lexiconSize
  const inputs = new Float32Array(steps * rows.length * size)
  for (const [row, { tokenIds, marks }] of rows.entries()) {
    for (let token = 0; token < tokenIds.length; token++) {
      const step = isBackward ? tokenIds.length - 1 - token : token
      const to = (step * rows.length + row) * size
      const word = tokenIds[token] as number
      for (let i = 0; i < wordSize; i++) {
        inputs[to + i] = (words.fixed[word * wordSize + i] as number) + (words.learnt[word * wordSize + i] as number)
      }
      for (let i = 0; i < lexiconSize; i++) inputs[to + wordSize + i] = words.lexicon[word * lexiconSize + i] as number
      if (masks !== null) {
        for (let i = 0; i < masked; i++) {
          inputs[to + i] = (inputs[to + i] as number) * (masks.words[row * masked + i] as number)
        }
      }
      for (let i = 0; i < markCount; i++) inputs[to + masked + i] = ((marks[token] as number) >> i) & 1
    }
  }
  return inputs
}

function collectWords(
  { shape }: PooledNetwork,
  {
    rows,
    ofInputs,
    isBackward,
    masks,
  }: MaskedBatch & { readonly ofInputs: Float32Array; readonly isBackward: boolean },
  sum: RowGradientSum,
): void {
  const size = inputSize(shape)
  const masked = shape.wordSize + shape.lexiconSize
  for (const [row, { tokenIds }] of rows.entries()) {
    for (let token = 0; token < tokenIds.length; token++) {
      const step = isBackward ? tokenIds.length - 1 - token : token
      sum.add(tokenIds[token] as number, ofInputs, (step * rows.length + row) * size, masks.words, row * masked)
    }
  }
}

function addKind(
  { shape: { denseSize }, parameters: { kindBias } }: PooledNetwork,
  dense: Float32Array,
  row: number,
  kind: number,
): void {
  for (let unit = 0; unit < denseSize; unit++) {
    add(dense, row * denseSize + unit, kindBias[kind * denseSize + unit] as number)
  }
}

/** The buffers of one batch in the backward pass. */
interface BackwardPass {
  /** [rows, denseSize], and its gradient. */
  readonly dense: Float32Array
  readonly ofDense: Float32Array
  /** The gradient of the loss with respect to the logits. */
  readonly slopes: Float32Array
  readonly rowCount: number
  readonly gradient: PooledParameters
}

function kindBackward(
  { shape: { denseSize } }: PooledNetwork,
  { ofDense, gradient }: BackwardPass,
  row: number,
  kind: number,
): void {
  for (let unit = 0; unit < denseSize; unit++) {
    add(gradient.kindBias, kind * denseSize + unit, ofDense[row * denseSize + unit] as number)
  }
}

function headBackward(
  { shape: { denseSize }, parameters: { headKernel } }: PooledNetwork,
  { dense, ofDense, slopes, rowCount, gradient }: BackwardPass,
  row: number,
): void {
  for (let output = 0; output < OUTPUTS; output++) {
    const slope = (slopes[output] as number) / rowCount
    if (slope === 0) continue
    add(gradient.headBias, output, slope)
    for (let unit = 0; unit < denseSize; unit++) {
      const index = unit * OUTPUTS + output
      add(gradient.headKernel, index, slope * (dense[row * denseSize + unit] as number))
      add(ofDense, row * denseSize + unit, slope * (headKernel[index] as number))
    }
  }
}

function add(values: Float32Array, index: number, value: number): void {
  values[index] = (values[index] as number) + value
}

/** [rows, 3 hidden] of each direction to [rows, max f, max b, mean f, mean b, marked f, marked b]. */
function interleave(onward: Float32Array, backward: Float32Array, rows: number, hidden: number): Float32Array {
  const joined = new Float32Array(rows * POOLS * hidden)
  for (let row = 0; row < rows; row++) {
    for (let pool = 0; pool < POOLS / 2; pool++) {
      const from = (row * (POOLS / 2) + pool) * hidden
      const to = (row * POOLS + 2 * pool) * hidden
      joined.set(onward.subarray(from, from + hidden), to)
      joined.set(backward.subarray(from, from + hidden), to + hidden)
    }
  }
  return joined
}

function part(joined: Float32Array, rows: number, hidden: number): [Float32Array, Float32Array] {
  const onward = new Float32Array(joined.length / 2)
  const backward = new Float32Array(joined.length / 2)
  for (let row = 0; row < rows; row++) {
    for (let pool = 0; pool < POOLS / 2; pool++) {
      const to = (row * (POOLS / 2) + pool) * hidden
      const from = (row * POOLS + 2 * pool) * hidden
      onward.set(joined.subarray(from, from + hidden), to)
      backward.set(joined.subarray(from + hidden, from + 2 * hidden), to)
    }
  }
  return [onward, backward]
}
