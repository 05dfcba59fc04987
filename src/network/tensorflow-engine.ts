import type { Tensor2D } from '@tensorflow/tfjs-core'
import { loadTensorFlow } from '../tensorflow/load.ts'
import type { Engine } from './engine.ts'
import { type Model, tensorOf } from './load-model.ts'
import { tensorShapes } from './tensors.ts'

/** Rows a call: TensorFlow's cost for one step hardly depends on it, its memory does. */
const CHUNK = 64

/**
 * The reference that other engines are compared with: TensorFlow's own layers, unfused and padded, on the calling thread, which it blocks.
 * Slow on purpose; throws a `UsageError` where TensorFlow is not installed.
 */
export async function createTensorFlowEngine(model: Model): Promise<Engine> {
  const tf = loadTensorFlow()
  const { labels, network, preprocessing } = model.manifest
  const { vocabularySize, embeddingSize, hiddenSize, padding } = network
  const { maxTokens } = preprocessing
  const outputs = labels.length
  const layers = tf.sequential({
    layers: [
      tf.layers.embedding({
        inputDim: vocabularySize,
        outputDim: embeddingSize,
        inputLength: maxTokens,
        // Masked steps leave the zero state as it is.
        maskZero: padding === 'none',
      }),
      tf.layers.lstm({
        units: hiddenSize,
        activation: 'tanh',
        recurrentActivation: 'sigmoid',
        implementation: 2,
        // Replaced at once; the default spends seconds on making an orthogonal matrix.
        recurrentInitializer: 'zeros',
      }),
      tf.layers.dense({ units: outputs, activation: 'softmax' }),
    ],
  })
  tf.tidy(() =>
    layers.setWeights(tensorShapes(network, outputs).map(({ name, shape }) => tf.tensor(tensorOf(model, name), shape))),
  )
  return {
    outputs,
    async predict(rows) {
      const probabilities = new Float32Array(rows.length * outputs)
      for (let from = 0; from < rows.length; from += CHUNK) {
        const chunk = rows.slice(from, from + CHUNK)
        tf.tidy(() => {
          const padded = tf.tensor2d(padInFront(chunk, maxTokens), [chunk.length, maxTokens], 'int32')
          probabilities.set((layers.predict(padded) as Tensor2D).dataSync(), from * outputs)
        })
      }
      return probabilities
    },
    close: async () => {
      layers.dispose()
    },
  }
}

/** Row-major [rows, length], zeros in front. */
function padInFront(rows: readonly Int32Array[], length: number): Int32Array {
  const padded = new Int32Array(rows.length * length)
  for (const [index, row] of rows.entries()) padded.set(row, (index + 1) * length - row.length)
  return padded
}
