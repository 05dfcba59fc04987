import type { Tensor } from '@tensorflow/tfjs-core'
import type { TensorFlow } from './load.ts'

export interface Attribute {
  readonly name: string
  readonly type: number
  readonly value: boolean | number
}

/** The part of tfjs-node's backend that calls TensorFlow's kernels by name. */
export interface NativeBackend {
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

export const nativeBackend = (tf: TensorFlow): NativeBackend => tf.backend() as unknown as NativeBackend

/** The attributes common to all LSTM kernels: float32, and no peephole connections. */
export function lstmAttributes({ binding }: NativeBackend): readonly Attribute[] {
  const { TF_ATTR_TYPE, TF_ATTR_BOOL, TF_FLOAT } = binding
  return [
    { name: 'T', type: TF_ATTR_TYPE, value: TF_FLOAT },
    { name: 'use_peephole', type: TF_ATTR_BOOL, value: false },
  ]
}
