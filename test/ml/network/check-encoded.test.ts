import { expect, test } from 'vitest'
import { checkEncoded } from '../../../src/ml/network/check-encoded.ts'
import { type EncodedText, tokensAlone } from '../../../src/ml/network/engine.ts'
import { createKernel } from '../../../src/ml/network/kernel.ts'
import { randomBilstm, randomModel } from './random-model.ts'

const plain = randomModel(1, { words: 40, maxTokens: 9 })
const pooled = randomBilstm(1, { words: 40, maxTokens: 9, marks: 2, contextHeads: [0, 1, 1] })
const good: EncodedText = { tokenIds: Int32Array.of(0, 40), marks: Uint8Array.of(0, 3), context: 2 }

test('texts within the limits pass, also without marks or tokens', () => {
  const texts = [good, { ...good, marks: null }, tokensAlone(new Int32Array(0)), tokensAlone(new Int32Array(9))]
  expect(() => checkEncoded(texts, pooled.manifest)).not.toThrow()
})

test('empty marks are the same as none', () => {
  const text = { tokenIds: Int32Array.of(1), marks: Uint8Array.of(0), context: 0 }
  expect(() => checkEncoded([text], plain.manifest)).not.toThrow()
})

test.each<[string, EncodedText, string]>([
  ['an id beyond the vocabulary', tokensAlone(Int32Array.of(41)), 'token id 41; valid ids are 0 to 40.'],
  ['a negative id', tokensAlone(Int32Array.of(-1)), 'token id -1; valid ids are 0 to 40.'],
  ['a row that was not cut', tokensAlone(new Int32Array(10)), '10 tokens; the model reads at most 9.'],
  ['marks of another text', { ...good, marks: Uint8Array.of(1) }, '2 tokens but marks for 1.'],
  ['an unknown mark', { ...good, marks: Uint8Array.of(0, 4) }, 'the marks 4; valid marks are 0 to 3.'],
  ['a context beyond the last', { ...good, context: 3 }, 'context 3; valid contexts are 0 to 2.'],
  ['a negative context', { ...good, context: -1 }, 'context -1; valid contexts are 0 to 2.'],
  ['half a context', { ...good, context: 0.5 }, 'context 0.5; valid contexts are 0 to 2.'],
])('%s is named, with its row', async (_, text, complaint) => {
  const kernel = await createKernel(pooled)
  expect(() => kernel([good, text])).toThrow(RangeError)
  expect(() => kernel([good, text])).toThrow(new RegExp(`^Row 1 .*${complaint}$`))
})

test.each<[string, EncodedText, string]>([
  ['marks', { tokenIds: Int32Array.of(1), marks: Uint8Array.of(1), context: 0 }, 'the marks 1'],
  ['contexts', { tokenIds: Int32Array.of(1), marks: null, context: 1 }, 'context 1'],
])('a network without %s accepts none', async (_, text, complaint) => {
  const kernel = await createKernel(plain)
  expect(() => kernel([text])).toThrow(complaint)
})
