import type { Tensor } from '@tensorflow/tfjs-core'
import type { TensorFlow } from './load.ts'

interface Attribute {
  readonly name: string
  readonly type: number
  readonly value: boolean | number
}

/** The part of tfjs-node's backend that reaches TensorFlow's kernels by their own names. */
interface NativeBackend {
  readonly binding: Readonly<
    Record<'TF_ATTR_TYPE' | 'TF_ATTR_BOOL' | 'TF_ATTR_FLOAT' | 'TF_FLOAT' | 'TF_INT32' | 'TF_INT64', number>
  >
  executeSingleOutput(name: string, attributes: readonly Attribute[], inputs: readonly Tensor[]): Tensor
  executeMultipleOutputs(
    name: string,
    attributes: readonly Attribute[],
    inputs: readonly Tensor[],
    outputs: number,
  ): Tensor[]
}

/** What `LSTMBlockCell` keeps of one step for its gradient; each of shape [rows, hidden]. */
export interface CellStep {
  readonly input: Tensor
  readonly previousCell: Tensor
  readonly previousHidden: Tensor
  readonly gates: readonly Tensor[]
  readonly cell: Tensor
  readonly hidden: Tensor
}

/** The weights of a cell in the layout of TensorFlow's kernel: gate columns in the order i, c, f, o. */
export interface CellWeights {
  /** [input + hidden, 4 x hidden] */
  readonly kernel: Tensor
  /** [4 x hidden] */
  readonly bias: Tensor
  /** [hidden] zeros: the kernel wants peephole weights even where it does not use them. */
  readonly noPeephole: Tensor
}

/** Weights of a whole recurrence in the layout of TensorFlow's block kernel: gate columns in Keras's order i, f, c, o. */
export interface BlockWeights {
  /** [input + hidden, 4 x hidden] */
  readonly kernel: Tensor
  /** [4 x hidden] */
  readonly bias: Tensor
  /** [hidden] zeros */
  readonly noPeephole: Tensor
}

/** What `BlockLSTMV2` keeps of a whole recurrence for its gradient; each of shape [steps, rows, hidden] but for the input. */
export interface BlockRun {
  readonly steps: Tensor
  readonly input: Tensor
  /** [rows, hidden] zeros. */
  readonly start: Tensor
  readonly kept: readonly Tensor[]
  readonly hidden: Tensor
}

/**
 * TensorFlow's fused LSTM cell and two products, called past tfjs's dispatcher: a step of the recurrence is then
 * two kernels forward and three backward. Tensors belong to the surrounding `tf.tidy`.
 */
export function nativeKernels(tf: TensorFlow) {
  const backend = tf.backend() as unknown as NativeBackend
  const { TF_ATTR_TYPE, TF_ATTR_BOOL, TF_ATTR_FLOAT, TF_FLOAT } = backend.binding
  const float: Attribute = { name: 'T', type: TF_ATTR_TYPE, value: TF_FLOAT }
  const noPeephole: Attribute = { name: 'use_peephole', type: TF_ATTR_BOOL, value: false }
  const cellAttributes: readonly Attribute[] = [
    float,
    noPeephole,
    // The forget gate's 1 is in the bias already, as in Keras.
    { name: 'forget_bias', type: TF_ATTR_FLOAT, value: 0 },
    { name: 'cell_clip', type: TF_ATTR_FLOAT, value: -1 },
  ]
  const blockAttributes: readonly Attribute[] = [
    float,
    noPeephole,
    { name: 'cell_clip', type: TF_ATTR_FLOAT, value: 0 },
  ]
  const gradientAttributes: readonly Attribute[] = [float, noPeephole]
  const productAttributes: readonly Attribute[] = [
    float,
    { name: 'transpose_a', type: TF_ATTR_BOOL, value: false },
    { name: 'transpose_b', type: TF_ATTR_BOOL, value: false },
  ]

  return {
    multiply: (a: Tensor, b: Tensor): Tensor => backend.executeSingleOutput('Mul', [float], [a, b]),

    /** Of two matrices. */
    product: (a: Tensor, b: Tensor): Tensor => backend.executeSingleOutput('MatMul', productAttributes, [a, b]),

    /** A whole recurrence from a state of zeros; `input` is [steps, rows, inputSize]. */
    block(weights: BlockWeights, input: Tensor, start: Tensor): BlockRun {
      const { kernel, bias, noPeephole: none } = weights
      const steps = stepCount(tf, backend, input.shape[0] ?? 0)
      const inputs = [steps, input, start, start, kernel, none, none, none, bias]
      const outputs = backend.executeMultipleOutputs('BlockLSTMV2', blockAttributes, inputs, 7)
      const hidden = outputs[6]
      if (!hidden) throw new Error('BlockLSTMV2 gives seven outputs')
      return { steps, input, start, kept: outputs, hidden }
    },

    /** Gradients with respect to input, kernel and bias. */
    blockGradient(weights: BlockWeights, run: BlockRun, hiddenGradient: Tensor): [Tensor, Tensor, Tensor] {
      const { kernel, bias, noPeephole: none } = weights
      const { steps, input, start, kept } = run
      const forward = [steps, input, start, start, kernel, none, none, none, bias, ...kept]
      const inputs = [...forward, tf.zerosLike(hiddenGradient), hiddenGradient]
      const outputs = backend.executeMultipleOutputs('BlockLSTMGradV2', gradientAttributes, inputs, 8)
      const [ofInput, , , ofKernel, , , , ofBias] = outputs
      if (!ofInput || !ofKernel || !ofBias) throw new Error('BlockLSTMGradV2 gives eight outputs')
      return [ofInput, ofKernel, ofBias]
    },

    /** One step; `previousHidden` is what the recurrent weights see, that is after its dropout. */
    cell(weights: CellWeights, input: Tensor, previousCell: Tensor, previousHidden: Tensor): CellStep {
      const { kernel, bias, noPeephole: none } = weights
      const inputs = [input, previousCell, previousHidden, kernel, none, none, none, bias]
      const [i, cell, f, o, ci, co, hidden] = backend.executeMultipleOutputs('LSTMBlockCell', cellAttributes, inputs, 7)
      if (!i || !cell || !f || !o || !ci || !co || !hidden) throw new Error('LSTMBlockCell gives seven outputs')
      return { input, previousCell, previousHidden, gates: [i, cell, f, o, ci, co], cell, hidden }
    },

    /** Gradients with respect to the step's previous cell, [rows, hidden], and to its gates before activation, [rows, 4 x hidden]. */
    cellGradient(weights: CellWeights, step: CellStep, cellGradient: Tensor, hiddenGradient: Tensor): [Tensor, Tensor] {
      const { kernel, bias, noPeephole: none } = weights
      const forward = [step.input, step.previousCell, step.previousHidden, kernel, none, none, none, bias]
      const inputs = [...forward, ...step.gates, cellGradient, hiddenGradient]
      const outputs = backend.executeMultipleOutputs('LSTMBlockCellGrad', gradientAttributes, inputs, 5)
      const [previousCellGradient, gatesGradient] = outputs
      if (!previousCellGradient || !gatesGradient) throw new Error('LSTMBlockCellGrad gives five outputs')
      return [previousCellGradient, gatesGradient]
    },
  }
}

/** The block kernel wants its number of steps as a 64-bit scalar, which tfjs makes only by a cast, and with a word to the console each time. */
const stepCounts = new Map<number, Tensor>()

function stepCount(tf: TensorFlow, { binding, executeSingleOutput }: NativeBackend, steps: number): Tensor {
  const known = stepCounts.get(steps)
  if (known !== undefined && !known.isDisposed) return known
  const { TF_ATTR_TYPE, TF_ATTR_BOOL, TF_INT32, TF_INT64 } = binding
  const attributes = [
    { name: 'SrcT', type: TF_ATTR_TYPE as number, value: TF_INT32 as number },
    { name: 'DstT', type: TF_ATTR_TYPE as number, value: TF_INT64 as number },
    { name: 'Truncate', type: TF_ATTR_BOOL as number, value: false },
  ]
  const warn = console.warn
  console.warn = () => {}
  try {
    const count = tf.keep(executeSingleOutput.call(tf.backend(), 'Cast', attributes, [tf.scalar(steps, 'int32')]))
    stepCounts.set(steps, count)
    return count
  } finally {
    console.warn = warn
  }
}
