import { expect, test } from 'vitest'
import { LABELS } from '../../../src/labels.ts'
import { trainNaiveBayes } from '../../../src/ml/audit/naive-bayes.ts'

const learned = (words: string, label: (typeof LABELS)[number], entity: string | null = null) => ({
  words,
  entity,
  label,
})

test('repeated words outweigh two rarer ones, as in the textbook example', () => {
  // Manning, Raghavan and Schütze 2008, table 13.1.
  const predict = trainNaiveBayes(
    [
      learned('chinese beijing chinese', 'POSITIVE'),
      learned('chinese chinese shanghai', 'POSITIVE'),
      learned('chinese macao', 'POSITIVE'),
      learned('tokyo japan chinese', 'NEGATIVE'),
    ],
    LABELS,
  )
  expect(predict({ words: 'chinese chinese chinese tokyo japan', entity: null })).toBe('POSITIVE')
  expect(predict({ words: 'tokyo japan', entity: null })).toBe('NEGATIVE')
})

test('a text of unknown words gets the most frequent label', () => {
  const predict = trainNaiveBayes(
    [learned('good', 'POSITIVE'), learned('bad', 'NEGATIVE'), learned('worse', 'NEGATIVE')],
    LABELS,
  )
  expect(predict({ words: 'never seen', entity: null })).toBe('NEGATIVE')
  expect(predict({ words: '', entity: null })).toBe('NEGATIVE')
})

test('the order of two words and the entity are features', () => {
  const predict = trainNaiveBayes(
    [
      learned('not bad', 'POSITIVE', 'xbox'),
      learned('bad not', 'NEGATIVE', 'xbox'),
      learned('arrived', 'POSITIVE', 'apple'),
      learned('arrived', 'NEGATIVE', 'google'),
    ],
    LABELS,
  )
  expect(predict({ words: 'not bad', entity: null })).toBe('POSITIVE')
  expect(predict({ words: 'bad not', entity: null })).toBe('NEGATIVE')
  expect(predict({ words: 'arrived', entity: 'google' })).toBe('NEGATIVE')
})

test('nothing to learn from gives no answer', () => {
  expect(trainNaiveBayes([], LABELS)({ words: 'good', entity: null })).toBeNull()
})
