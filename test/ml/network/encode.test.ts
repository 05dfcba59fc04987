import { expect, test } from 'vitest'
import { createEncoder } from '../../../src/ml/network/encode.ts'
import { randomBilstm, randomModel } from './random-model.ts'

test('a Keras tokenizer ignores the entity', () => {
  const encode = createEncoder(randomModel(1))
  const expected = {
    tokenIds: Int32Array.of(3, 1),
    marks: null,
    context: 0,
    isTruncated: false,
    unknownTokenShare: 1 / 3,
    isAbsent: false,
  }
  expect(encode({ text: 'W3, unheard w1', entity: 'w1' })).toEqual(expected)
  expect(encode({ text: 'W3, unheard w1', entity: null })).toEqual(expected)
})

test("a tweet's words are read with the entity's marked, in the entity's context", () => {
  const model = randomBilstm(1)
  const encode = createEncoder({
    ...model,
    vocabulary: ['love', 'my', 'xbox', 'not'],
    manifest: {
      ...model.manifest,
      preprocessing: { kind: 'tweet-words', vocabulary: 'vocabulary.txt', maxTokens: 4, entities: ['Xbox'] },
    },
  })
  const read = encode({ text: "I don't LOVE my @Xbox!", entity: 'xbox' })
  // The name is after the cut.
  expect(read).toMatchObject({ isTruncated: true, context: 4, unknownTokenShare: 2 / 5 })
  expect(encode({ text: 'my @Xbox!', entity: 'xbox' }).context).toBe(3)
  expect([...read.tokenIds]).toEqual([0, 0, 4, 1])
  expect([...(encode({ text: 'my Xbox', entity: 'xbox' }).marks ?? [])]).toEqual([0, 1])
  expect(encode({ text: 'my phone', entity: 'xbox' }).context).toBe(4)
  expect(encode({ text: 'my phone', entity: 'Phone' }).context).toBe(1)
  expect(encode({ text: 'my phone', entity: 'Sony' }).context).toBe(2)
  expect(encode({ text: 'my phone', entity: null }).context).toBe(0)
})
