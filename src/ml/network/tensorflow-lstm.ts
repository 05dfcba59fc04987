import type { Tensor2D } from '@tensorflow/tfjs-core'
import type { TensorFlow } from '../tensorflow/load.ts'
import type { EncodedText } from './engine.ts'
import type { EmbeddingLstmDense } from './manifest.ts'
import { type Model, tensorOf } from './model.ts'
import type { TensorFlowNetwork } from './tensorflow-network.ts'
import { tensorShapes } from './tensors.ts'

/** Embedding > LSTM > Dense in stock layers, every row padded to the model's length. */
export function buildTensorFlowLstm(tf: TensorFlow, model: Model, network: EmbeddingLstmDense): TensorFlowNetwork {
  const { vocabularySize, embeddingSize, hiddenSize, padding } = network
  const { maxTokens } = model.manifest.preprocessing
  const outputs = model.manifest.labels.length
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
        // Overwritten below; the default initialiser spends seconds on an orthogonal matrix.
        recurrentInitializer: 'zeros',
      }),
      tf.layers.dense({ units: outputs, activation: 'softmax' }),
    ],
  })
  tf.tidy(() =>
    layers.setWeights(tensorShapes(network, outputs).map(({ name, shape }) => tf.tensor(tensorOf(model, name), shape))),
  )
  return {
    answer: rows => {
      const padded = tf.tensor2d(padInFront(rows, maxTokens), [rows.length, maxTokens], 'int32')
      return layers.predict(padded) as Tensor2D
    },
    dispose: () => void layers.dispose(),
  }
}

/** Row-major [rows, length], zeros in front. */
function padInFront(rows: readonly EncodedText[], length: number): Int32Array {
  const padded = new Int32Array(rows.length * length)
  for (const [index, { tokenIds }] of rows.entries()) padded.set(tokenIds, (index + 1) * length - tokenIds.length)
  return padded
}
