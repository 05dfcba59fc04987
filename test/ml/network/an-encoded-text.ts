import fc from 'fast-check'
import type { EncodedText } from '../../../src/ml/network/engine.ts'
import type { ModelManifest } from '../../../src/ml/network/manifest.ts'

/** Any text that a pooled network can read: any length, any ids, any marks or none, any context. */
export function anEncodedText({ network, preprocessing }: ModelManifest): fc.Arbitrary<EncodedText> {
  const [markLimit, contexts] =
    network.kind === 'pooled-bilstm' ? [2 ** network.marks, network.contextHeads.length] : [1, 1]
  const aToken = fc.record({
    id: fc.integer({ min: 0, max: network.vocabularySize - 1 }),
    bits: fc.integer({ min: 0, max: markLimit - 1 }),
  })
  return fc
    .record({
      tokens: fc.array(aToken, { maxLength: preprocessing.maxTokens, size: 'max' }),
      isMarked: fc.boolean(),
      context: fc.integer({ min: 0, max: contexts - 1 }),
    })
    .map(({ tokens, isMarked, context }) => ({
      tokenIds: Int32Array.from(tokens, ({ id }) => id),
      marks: isMarked ? Uint8Array.from(tokens, ({ bits }) => bits) : null,
      context,
    }))
}
