import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memoize } from '../../../../src/ml/language/tweet-words/memoize.ts'

const counted = (most: number, longest = 40) => {
  const reads: string[] = []
  const ask = memoize(
    text => {
      reads.push(text)
      return { length: text.length }
    },
    { most, longest },
  )
  return { ask, reads }
}

test('a repeated text is not read again', () => {
  const { ask, reads } = counted(4)
  expect([ask('a'), ask('a'), ask('a')]).toEqual([{ length: 1 }, { length: 1 }, { length: 1 }])
  expect(reads).toEqual(['a'])
})

test('a frequent text outlives any number of rare ones', () => {
  const { ask, reads } = counted(4)
  for (let rare = 0; rare < 100; rare++) {
    ask('often')
    ask(`rare ${rare}`)
  }
  expect(reads.filter(text => text === 'often')).toHaveLength(1)
})

test('the number of kept rare texts is bounded', () => {
  const { ask, reads } = counted(4)
  const texts = Array.from({ length: 100 }, (_, index) => `text ${index}`)
  for (const text of texts) ask(text)
  reads.length = 0
  for (const text of texts.toReversed()) ask(text)
  expect(texts.length - reads.length).toBeLessThanOrEqual(4)
})

test('a text longer than the limit is read each time', () => {
  const { ask, reads } = counted(4, 3)
  for (const text of ['abc', 'abc', 'abcd', 'abcd']) ask(text)
  expect(reads).toEqual(['abc', 'abcd', 'abcd'])
})

test('the result is always that of the function, including halves of surrogate pairs', () => {
  const texts = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('a', '\ud800', '\udc00', '😂', '')), {
    maxLength: 50,
  })
  fc.assert(
    fc.property(texts, fc.integer({ min: 2, max: 20 }), (asked, most) => {
      const ask = memoize(text => [text], { most, longest: 10 })
      for (const text of asked) expect(ask(text)).toEqual([text])
    }),
  )
})
