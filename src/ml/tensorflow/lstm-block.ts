import type { Tensor } from '@tensorflow/tfjs-core'
import type { TensorFlow } from './load.ts'
import { type Attribute, lstmAttributes, type NativeBackend, nativeBackend } from './native-backend.ts'

/** Weights of a recurrence in the layout of TensorFlow's block kernel: gate columns in Keras's order i, f, c, o. */
export interface BlockWeights {
  /** [input + hidden, 4 x hidden] */
  readonly kernel: Tensor
  /** [4 x hidden] */
  readonly bias: Tensor
  /** [hidden] zeros */
  readonly noPeephole: Tensor
}

/**
 * Values of a recurrence that `BlockLSTMV2` keeps for its gradient; each of shape [steps, rows, hidden] except for the
 * input.
 */
export interface BlockRun {
  readonly steps: Tensor
  readonly input: Tensor
  /** [rows, hidden] zeros. */
  readonly start: Tensor
  readonly kept: readonly Tensor[]
  readonly hidden: Tensor
}

/**
 * TensorFlow's block kernel, which runs a whole recurrence in one call and bypasses tfjs's dispatcher. Tensors belong
 * to the surrounding `tf.tidy`.
 */
export function lstmBlock(tf: TensorFlow) {
  const backend = nativeBackend(tf)
  const gradientAttributes = lstmAttributes(backend)
  const blockAttributes: readonly Attribute[] = [
    ...gradientAttributes,
    { name: 'cell_clip', type: backend.binding.TF_ATTR_FLOAT, value: 0 },
  ]
  return {
    /** Runs a recurrence from a zero state; `input` is [steps, rows, inputSize]. */
    run(weights: BlockWeights, input: Tensor, start: Tensor): BlockRun {
      const { kernel, bias, noPeephole: none } = weights
      const steps = stepCount(tf, backend, input.shape[0] ?? 0)
      const inputs = [steps, input, start, start, kernel, none, none, none, bias]
      const outputs = backend.executeMultipleOutputs('BlockLSTMV2', blockAttributes, inputs, 7)
      const hidden = outputs[6]
      if (!hidden) throw new Error('BlockLSTMV2 should return seven outputs')
      return { steps, input, start, kept: outputs, hidden }
    },

    /** Gradients with respect to input, kernel and bias. */
    gradient(weights: BlockWeights, run: BlockRun, hiddenGradient: Tensor): [Tensor, Tensor, Tensor] {
      const { kernel, bias, noPeephole: none } = weights
      const { steps, input, start, kept } = run
      const forward = [steps, input, start, start, kernel, none, none, none, bias, ...kept]
      const inputs = [...forward, tf.zerosLike(hiddenGradient), hiddenGradient]
      const outputs = backend.executeMultipleOutputs('BlockLSTMGradV2', gradientAttributes, inputs, 8)
      const [ofInput, , , ofKernel, , , , ofBias] = outputs
      if (!ofInput || !ofKernel || !ofBias) throw new Error('BlockLSTMGradV2 should return eight outputs')
      return [ofInput, ofKernel, ofBias]
    },
  }
}

/**
 * The block kernel needs its number of steps as a 64-bit scalar. tfjs makes one only by a cast, which prints a warning
 * each time.
 */
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
