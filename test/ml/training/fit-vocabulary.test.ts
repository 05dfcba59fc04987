import { expect, test } from 'vitest'
import { fitVocabulary } from '../../../src/ml/training/fit-vocabulary.ts'

test('orders words by frequency, ties by first occurrence', () => {
  const rows = [
    ['b', 'a', 'c'],
    ['c', 'a', 'd'],
    ['c', 'e'],
  ]
  expect(fitVocabulary(rows, 100)).toEqual(['c', 'a', 'b', 'd', 'e'])
})

test('keeps one word fewer than there are ids, because id 0 is the padding', () => {
  expect(fitVocabulary([['a', 'a', 'b', 'c']], 3)).toEqual(['a', 'b'])
})

test('counts words that are names of object properties', () => {
  expect(fitVocabulary([['constructor', '__proto__', 'constructor']], 10)).toEqual(['constructor', '__proto__'])
})
