import type { Tensor } from '@tensorflow/tfjs-core'
import type { TensorFlow } from './load.ts'
import { type Attribute, lstmAttributes, nativeBackend } from './native-backend.ts'

/** Values of one step that `LSTMBlockCell` keeps for its gradient; each of shape [rows, hidden]. */
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
  /** [hidden] zeros: the kernel requires peephole weights even if it does not use them. */
  readonly noPeephole: Tensor
}

/**
 * TensorFlow's fused LSTM cell and two products, called without tfjs's dispatcher. A step of the recurrence is then two
 * kernels forward and three backward. Tensors belong to the surrounding `tf.tidy`.
 */
export function lstmCell(tf: TensorFlow) {
  const backend = nativeBackend(tf)
  const { TF_ATTR_TYPE, TF_ATTR_BOOL, TF_ATTR_FLOAT, TF_FLOAT } = backend.binding
  const float: Attribute = { name: 'T', type: TF_ATTR_TYPE, value: TF_FLOAT }
  const gradientAttributes = lstmAttributes(backend)
  const cellAttributes: readonly Attribute[] = [
    ...gradientAttributes,
    // The bias already contains the forget gate's 1, as in Keras.
    { name: 'forget_bias', type: TF_ATTR_FLOAT, value: 0 },
    { name: 'cell_clip', type: TF_ATTR_FLOAT, value: -1 },
  ]
  const productAttributes: readonly Attribute[] = [
    float,
    { name: 'transpose_a', type: TF_ATTR_BOOL, value: false },
    { name: 'transpose_b', type: TF_ATTR_BOOL, value: false },
  ]
  return {
    multiply: (a: Tensor, b: Tensor): Tensor => backend.executeSingleOutput('Mul', [float], [a, b]),

    /** Product of two matrices. */
    product: (a: Tensor, b: Tensor): Tensor => backend.executeSingleOutput('MatMul', productAttributes, [a, b]),

    /** One step. `previousHidden` is the input of the recurrent weights, after its dropout. */
    step(weights: CellWeights, input: Tensor, previousCell: Tensor, previousHidden: Tensor): CellStep {
      const { kernel, bias, noPeephole: none } = weights
      const inputs = [input, previousCell, previousHidden, kernel, none, none, none, bias]
      const [i, cell, f, o, ci, co, hidden] = backend.executeMultipleOutputs('LSTMBlockCell', cellAttributes, inputs, 7)
      if (!i || !cell || !f || !o || !ci || !co || !hidden) throw new Error('LSTMBlockCell should return seven outputs')
      return { input, previousCell, previousHidden, gates: [i, cell, f, o, ci, co], cell, hidden }
    },

    /** Gradients with respect to the step's previous cell, [rows, hidden], and to its gates before activation, [rows, 4 x hidden]. */
    stepGradient(weights: CellWeights, step: CellStep, cellGradient: Tensor, hiddenGradient: Tensor): [Tensor, Tensor] {
      const { kernel, bias, noPeephole: none } = weights
      const forward = [step.input, step.previousCell, step.previousHidden, kernel, none, none, none, bias]
      const inputs = [...forward, ...step.gates, cellGradient, hiddenGradient]
      const outputs = backend.executeMultipleOutputs('LSTMBlockCellGrad', gradientAttributes, inputs, 5)
      const [previousCellGradient, gatesGradient] = outputs
      if (!previousCellGradient || !gatesGradient) throw new Error('LSTMBlockCellGrad should return five outputs')
      return [previousCellGradient, gatesGradient]
    },
  }
}
