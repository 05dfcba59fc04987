import { expect, test } from 'vitest'
import { pullOf } from '../../web/charts/pull.ts'

test.each([
  ['POSITIVE', 0.3, 'positive'],
  ['POSITIVE', -0.3, 'negative'],
  ['NEGATIVE', 0.3, 'negative'],
  ['NEGATIVE', -0.3, 'positive'],
  ['NEUTRAL', 0.3, 'neutral'],
  ['IRRELEVANT', -0.3, 'neutral'],
] as const)('behind %s, a word of weight %d pulls to the %s side', (label, weight, side) => {
  expect(pullOf(label, weight)).toBe(side)
})
