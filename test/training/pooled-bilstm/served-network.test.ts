import { expect, test } from 'vitest'
import { contextCount, contextOf } from '../../../src/language/tweet-words/tweet-encoder.ts'
import { createKernelEngine } from '../../../src/network/kernel-engine.ts'
import { loadTensorFlow } from '../../../src/tensorflow/load.ts'
import { headProbabilities } from '../../../src/training/pooled-bilstm/head-loss.ts'
import { forward, headLogits } from '../../../src/training/pooled-bilstm/loss-and-gradient.ts'
import { servedNetwork } from '../../../src/training/pooled-bilstm/served-network.ts'
import { randomBilstm } from '../../network/random-model.ts'
import { describeNative } from '../../tensorflow/native.ts'
import { TINY, TINY_ROWS, tinyNetwork } from './tiny-network.ts'

describeNative('a trained network as it is served', () => {
  test('answers as it did in training, but for the rounding of its words to bytes', async () => {
    const network = { tf: loadTensorFlow(), ...tinyNetwork(5) }
    const { shape, words, parameters } = network
    const temperatures = [1, 2, 0.5]
    const heads = [1, 2, 2, 0, 0, 2, 2]
    const served = servedNetwork(shape, words, parameters, heads, temperatures)
    const template = randomBilstm(1)
    const model = {
      ...template,
      vocabulary: Array.from({ length: shape.vocabularySize - 1 }, (_, index) => `w${index}`),
      weights: served.bytes,
      manifest: {
        ...template.manifest,
        preprocessing: {
          kind: 'tweet-words' as const,
          vocabulary: 'vocabulary.txt',
          maxTokens: 8,
          entities: ['a', 'b'],
        },
        network: {
          kind: 'pooled-bilstm' as const,
          vocabularySize: shape.vocabularySize,
          embeddingSize: shape.wordSize + shape.lexiconSize,
          marks: shape.marks,
          hiddenSize: shape.hiddenSize,
          denseSize: shape.denseSize,
          contextHeads: [...served.contextHeads],
          heads: served.heads,
        },
      },
    }
    expect(served.contextHeads).toHaveLength(contextCount(shape.entities))
    const engine = await createKernelEngine(model)
    const contexts = TINY_ROWS.map(({ kind, entity }) => (kind === 0 ? 0 : contextOf(entity, kind === 1)))
    const answers = await engine.predict(TINY_ROWS.map((row, index) => ({ ...row, context: contexts[index] ?? 0 })))
    const { dense } = network.tf.tidy(() => ({ dense: forward(network, TINY_ROWS, null).dense }))
    for (const [row, context] of contexts.entries()) {
      const head = heads[context] as number
      const logits = headLogits(dense, row, head, TINY, parameters)
      const cooled = logits.map((logit, output) => (output === 3 ? logit : logit / (temperatures[head] as number)))
      const [negative, neutral, positive, relevance] = headProbabilities(cooled)
      const r = context === 0 ? 1 : relevance
      const expected = [negative * r, neutral * r, positive * r, 1 - r]
      for (const [output, p] of expected.entries()) expect(answers[row * 4 + output]).toBeCloseTo(p, 1.7)
    }
  })
})
