import fc from 'fast-check'
import { expect, test } from 'vitest'
import { weighWords } from '../../src/explanation/weigh-words.ts'
import { writtenWords } from '../../src/explanation/written-words.ts'
import { LABELS } from '../../src/labels.ts'
import type { Scores } from '../../src/ml/network/classifier.ts'

const scores = (positive: number): Scores => ({
  label: 'POSITIVE',
  probabilities: { positive, neutral: 0, negative: 1 - positive, irrelevant: 0 },
  confidence: positive,
  isUncertain: false,
  isTruncated: false,
  unknownTokenShare: 0,
  language: null,
  unreadReason: null,
})

test('a weight is the change of the probability of the label, the largest change first', () => {
  const text = '😀 not good'
  const terms = writtenWords({ text, entity: null })
  const without = [scores(0.5), scores(0.75), scores(0.125)]
  expect(weighWords(text, 'POSITIVE', terms, scores(0.5), without)).toEqual([
    { term: 'good', start: 6, end: 10, weight: 0.375 },
    { term: 'not', start: 2, end: 5, weight: -0.25 },
    { term: '😀', start: 0, end: 1, weight: 0 },
  ])
  expect(weighWords(text, 'NEGATIVE', terms, scores(0.5), without).map(({ weight }) => weight)).toEqual([
    -0.375, 0.25, 0,
  ])
})

test('offsets are in code points of the text, and slicing by them returns the term', () => {
  const unit = fc.constantFrom(
    'a',
    'love',
    ' ',
    '😀',
    '👍🏽',
    'é',
    'e\u0301',
    '&amp;',
    '\r\n',
    '#x',
    'ж',
    '\ud83d',
    '!',
  )
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 60 }), fc.constantFrom(...LABELS), (parts, label) => {
      const text = parts.join('')
      const terms = writtenWords({ text, entity: null })
      const contributions = weighWords(
        text,
        label,
        terms,
        scores(0.5),
        terms.map((_, index) => scores(index / 64)),
      )
      expect(contributions).toHaveLength(terms.length)
      for (const { term, start, end } of contributions) expect([...text].slice(start, end).join('')).toBe(term)
      const sizes = contributions.map(({ weight }) => Math.abs(weight))
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
    }),
  )
})
