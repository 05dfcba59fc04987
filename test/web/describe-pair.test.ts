import { expect, test } from 'vitest'
import { describeDifference, describePair } from '../../web/compare/describe-pair.ts'
import { NO_SENTIMENT } from '../../web/numbers/estimate.ts'

const pair = (
  value: number | null,
  isSignificant: boolean | null,
  adjustedPValue: number | null = 0.0004,
  neededLabelCount: number | null = null,
) => ({
  first: { name: 'Ada' },
  second: { name: 'Bob' },
  difference: {
    ...NO_SENTIMENT,
    value,
    low: value === null ? null : value - 0.1,
    high: value === null ? null : value + 0.2,
  },
  adjustedPValue,
  isSignificant,
  neededLabelCount,
})

test('the entity with better sentiment is named first, and the figures are from its side', () => {
  expect(describePair(pair(0.3, true))).toBe('Sentiment is better towards Ada than towards Bob')
  expect(describeDifference(pair(0.3, true))).toBe('+0.30 (+0.20 to +0.50), p < 0.001')
  expect(describePair(pair(-0.3, true))).toBe('Sentiment is better towards Bob than towards Ada')
  expect(describeDifference(pair(-0.3, true))).toBe('+0.30 (+0.10 to +0.40), p < 0.001')
})

test('a difference that may be chance is not reported as one', () => {
  expect(describePair(pair(0.3, false, 0.21, 80))).toBe(
    'No significant difference between Ada and Bob. With about 80 more labels of each it would be significant, if the present values are right.',
  )
  expect(describePair(pair(0.3, false, 0.21))).toBe(
    'No significant difference between Ada and Bob. The present values are too close for any number of labels to show one. Label some tweets of each to check these values.',
  )
  expect(describeDifference(pair(0.3, false, 0.21))).toContain('p 0.21')
})

test('no p-value is written as 0.00', () => {
  expect(describeDifference(pair(0.3, true, 0.004))).toContain('p 0.004')
  expect(describeDifference(pair(0.3, true, 0.0004))).toContain('p < 0.001')
})

test('without tweets, nothing is compared', () => {
  expect(describePair(pair(null, null, null))).toContain('cannot be compared')
  expect(describeDifference(pair(null, null, null))).toBe('no data')
})
