import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeTrainedOn, trainedOnTest } from '../../../src/ml/evaluation/trained-on.ts'

const TEXT = 'I am coming to the borders and I will wait for you all'
const trained = { id: '2401', entity: 'Borderlands', text: TEXT }
const isTrainedOn = trainedOnTest(encodeTrainedOn([trained]))

describe('a tweet that was trained on is recognised', () => {
  test('by its text, regardless of case, punctuation, masking and spacing', () => {
    const text = '@i am  COMING to the <unk> borders, and I will wait for you all!'
    expect(isTrainedOn({ id: null, entity: null, text })).toBe(true)
  })

  test('by its id and entity in any spelling, with another text', () => {
    expect(isTrainedOn({ id: '2401', entity: '#borderLands', text: 'a paraphrase' })).toBe(true)
  })
})

describe('a tweet that was not trained on is not', () => {
  test.each([
    ['another text under another id', { id: '2402', entity: 'Borderlands', text: `${TEXT} tomorrow` }],
    ['the same number under another entity', { id: '2401', entity: 'Xbox', text: 'a paraphrase' }],
    ['an id without an entity', { id: '2401', entity: null, text: 'a paraphrase' }],
    ['nothing at all', { id: '', entity: '', text: '' }],
  ])('%s', (_, tweet) => {
    expect(isTrainedOn(tweet)).toBe(false)
  })

  test('a short, common text', () => {
    const shortText = { id: '1', entity: 'Xbox', text: 'Thank you!' }
    expect(trainedOnTest(encodeTrainedOn([shortText]))({ ...shortText, id: '9' })).toBe(false)
  })
})

describe('the file', () => {
  const aTweet = fc.record({ id: fc.string(), entity: fc.string(), text: fc.string({ minLength: 20 }) })

  test('contains distinct fingerprints in ascending order and finds every tweet again', () => {
    fc.assert(
      fc.property(fc.array(aTweet), tweets => {
        const bytes = encodeTrainedOn([...tweets, ...tweets])
        const parts = Array.from({ length: bytes.length / 8 }, (_, index) => bytes.readBigUInt64BE(index * 8))
        for (const [index, part] of parts.entries()) if (index > 0) expect(part > (parts[index - 1] ?? 0n)).toBe(true)
        const found = trainedOnTest(bytes)
        for (const tweet of tweets.filter(({ id }) => id.trim() !== '')) expect(found(tweet)).toBe(true)
      }),
    )
  })

  test('is refused if it was truncated', () => {
    expect(() => trainedOnTest(Buffer.alloc(12))).toThrow('not a multiple of 8')
  })
})
