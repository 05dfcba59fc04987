import { UsageError } from '../../problem/problem.ts'
import { loadTensorFlow } from '../tensorflow/load.ts'
import { checkEncoded } from './check-encoded.ts'
import type { Engine } from './engine.ts'
import type { Model } from './model.ts'
import { buildTensorFlowBilstm } from './tensorflow-bilstm.ts'
import { buildTensorFlowLstm } from './tensorflow-lstm.ts'

/** Rows per call: TensorFlow's time per step hardly depends on it, its memory does. */
const CHUNK = 64

/**
 * The reference for other engines: TensorFlow's own layers, unfused and padded. It blocks the calling thread and is
 * slow on purpose. Throws a `UsageError` if TensorFlow is not installed, or if the model is not in float32.
 */
export async function createTensorFlowEngine(model: Model): Promise<Engine> {
  if (model.manifest.network.recurrence === 'int8') {
    throw new UsageError(
      `${model.version} is an int8 model, which TensorFlow does not support; use the float32 model it was made from.`,
    )
  }
  const tf = loadTensorFlow()
  const outputs = model.manifest.labels.length
  const { network: shape } = model.manifest
  const network =
    shape.kind === 'pooled-bilstm' ? buildTensorFlowBilstm(tf, model, shape) : buildTensorFlowLstm(tf, model, shape)
  return {
    outputs,
    async predict(rows) {
      checkEncoded(rows, model.manifest)
      const probabilities = new Float32Array(rows.length * outputs)
      for (let from = 0; from < rows.length; from += CHUNK) {
        tf.tidy(() => {
          probabilities.set(network.answer(rows.slice(from, from + CHUNK)).dataSync(), from * outputs)
        })
      }
      return probabilities
    },
    close: async () => network.dispose(),
  }
}
