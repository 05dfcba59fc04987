import type { Tensor, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core'
import type { TensorFlow } from '../tensorflow/load.ts'
import type { EncodedText } from './engine.ts'
import type { PooledBilstm } from './manifest.ts'
import { type Model, tensorOf, wordVectors } from './model.ts'
import type { TensorFlowNetwork } from './tensorflow-network.ts'
import { tensorShapes } from './tensors.ts'

/**
 * The pooled network in stock LSTM layers and plain operations, with word vectors converted to floats; rows are padded
 * to the longest.
 */
export function buildTensorFlowBilstm(tf: TensorFlow, model: Model, network: PooledBilstm): TensorFlowNetwork {
  const { vocabularySize, embeddingSize, marks: markCount, hiddenSize } = network
  const shapes = new Map(tensorShapes(network, model.manifest.labels.length).map(({ name, shape }) => [name, shape]))
  const weight = (name: string) => tf.tensor(tensorOf(model, name), shapes.get(name))
  const weights = {
    words: tf.tensor2d(wordVectors(model), [vocabularySize, embeddingSize]),
    pooledKernel: weight('pooled/kernel') as Tensor2D,
    contextBias: weight('context/bias') as Tensor2D,
    headKernels: weight('heads/kernel') as Tensor3D,
    headBiases: weight('heads/bias') as Tensor2D,
  }

  const direction = (name: string) => {
    const layers = tf.sequential({
      layers: [
        tf.layers.lstm({
          inputShape: [null, embeddingSize + markCount],
          units: hiddenSize,
          activation: 'tanh',
          recurrentActivation: 'sigmoid',
          implementation: 2,
          recurrentInitializer: 'zeros',
          returnSequences: true,
        }),
      ],
    })
    tf.tidy(() =>
      layers.setWeights([weight(`${name}/kernel`), weight(`${name}/recurrent_kernel`), weight(`${name}/bias`)]),
    )
    return layers
  }
  const forward = direction('forward')
  const backward = direction('backward')

  /**
   * The states of one direction, pooled: [rows, hiddenSize] each. Padding comes last, so no state that counts depends
   * on it.
   */
  const pool = (layers: typeof forward, rows: readonly EncodedText[]): [Tensor2D, Tensor2D, Tensor2D] => {
    const steps = Math.max(1, ...rows.map(({ tokenIds }) => tokenIds.length))
    const perStep = (valueAt: (row: EncodedText, step: number) => number) =>
      rows.flatMap(row => Array.from({ length: steps }, (_, step) => valueAt(row, step)))
    const input = (valueAt: (row: EncodedText, step: number) => number) =>
      tf.tensor3d(perStep(valueAt), [rows.length, steps, 1])
    const mark = (bit: number) => input(({ marks }, step) => ((marks?.[step] ?? 0) >> bit) & 1)

    const ids = tf.tensor2d(
      perStep(({ tokenIds }, step) => tokenIds[step] ?? 0),
      [rows.length, steps],
      'int32',
    )
    const vectors = tf.gather<Tensor>(weights.words, ids) as Tensor3D
    const marks = Array.from({ length: markCount }, (_, bit) => mark(bit))
    const states = layers.predict(tf.concat3d([vectors, ...marks], 2)) as Tensor3D
    const meanOver = (mask: Tensor3D) =>
      tf.div<Tensor2D>(tf.sum(tf.mul(states, mask), 1), tf.maximum(tf.sum(mask, 1), 1))

    const isToken = input(({ tokenIds }, step) => Number(step < tokenIds.length))
    // States are between -1 and 1: padding at -2 is the maximum only if a row has no tokens, and becomes 0 there.
    const withoutPadding = tf.add(tf.mul(states, isToken), tf.mul(tf.sub(isToken, 1), 2))
    const largest = tf.mul<Tensor2D>(tf.max(withoutPadding, 1), tf.max(isToken, 1))
    return [largest, meanOver(isToken), meanOver(mark(0))]
  }

  return {
    answer: rows => {
      const [forwardMax, forwardMean, forwardMarked] = pool(forward, rows)
      const [backwardMax, backwardMean, backwardMarked] = pool(backward, rows.map(reversed))
      const pooled = tf.concat2d([forwardMax, backwardMax, forwardMean, backwardMean, forwardMarked, backwardMarked], 1)
      const contexts = tf.tensor1d(
        rows.map(({ context }) => context),
        'int32',
      )
      const heads = tf.tensor1d(
        rows.map(({ context }) => network.contextHeads[context] ?? 0),
        'int32',
      )
      const dense = tf.relu(tf.add(tf.matMul(pooled, weights.pooledKernel), tf.gather(weights.contextBias, contexts)))
      const products = tf.matMul(tf.expandDims(dense, 1), tf.gather(weights.headKernels, heads))
      const logits = tf.add<Tensor2D>(tf.squeeze(products, [1]), tf.gather(weights.headBiases, heads))
      const sentiment = tf.softmax(tf.slice(logits, [0, 0], [-1, 3]))
      const relevance = tf.slice(logits, [0, 3], [-1, 1])
      return tf.concat2d([tf.mul(sentiment, tf.sigmoid(relevance)), tf.sigmoid(tf.neg(relevance))], 1)
    },
    dispose: () => {
      tf.dispose(weights)
      forward.dispose()
      backward.dispose()
    },
  }
}

const reversed = ({ tokenIds, marks, context }: EncodedText): EncodedText => ({
  tokenIds: tokenIds.toReversed(),
  marks: marks?.toReversed() ?? null,
  context,
})
