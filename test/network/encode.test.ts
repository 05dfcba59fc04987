import { expect, test } from 'vitest'
import { createEncoder } from '../../src/network/encode.ts'
import { randomBilstm, randomModel } from './random-model.ts'

test("a Keras tokenizer's words are read alone, whatever entity is asked about", () => {
  const encode = createEncoder(randomModel(1))
  const expected = {
    tokenIds: Int32Array.of(3, 1),
    marks: null,
    context: 0,
    isTruncated: false,
    unknownTokenShare: 1 / 3,
  }
  expect(encode({ text: 'W3, unheard w1', entity: 'w1' })).toEqual(expected)
  expect(encode({ text: 'W3, unheard w1', entity: null })).toEqual(expected)
})

test('a reading without an encoder is refused by name', () => {
  expect(() => createEncoder(randomBilstm(1))).toThrow('random reads tweet-words, which this version of Pulso')
})
