import type { Tensor2D } from '@tensorflow/tfjs-core'
import type { EncodedText } from './engine.ts'

/** A network in TensorFlow. */
export interface TensorFlowNetwork {
  /** [rows, outputs] for one row or more; called within `tf.tidy`. */
  answer(rows: readonly EncodedText[]): Tensor2D
  dispose(): void
}
