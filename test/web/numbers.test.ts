import { expect, test } from 'vitest'
import { describeCertainty } from '../../web/numbers/describe-certainty.ts'
import { describeEstimate } from '../../web/numbers/describe-estimate.ts'
import { direction } from '../../web/numbers/direction.ts'
import { known } from '../../web/numbers/estimate.ts'
import { formatCount, formatShare, formatSigned } from '../../web/numbers/format-number.ts'

test('no evidence is described in words and never drawn', () => {
  const none = { value: null, low: null, high: null, sampleSize: 0 }
  expect(known(none)).toBeNull()
  expect(describeEstimate(none, formatSigned)).toBe('no data')
})

test('an estimate is described with its interval and n', () => {
  expect(describeEstimate({ value: 0.344, low: 0.3, high: -0.001, sampleSize: 1204 }, formatSigned)).toBe(
    '+0.34, 95 % interval +0.30 to 0.00, n 1,204',
  )
})

test('only exact shares read as 0 % and 100 %', () => {
  expect([0, 0.001, 0.386, 0.999, 1].map(formatShare)).toEqual(['0 %', '<1 %', '39 %', '>99 %', '100 %'])
  expect(formatCount(12447)).toBe('12,447')
  expect(formatSigned(-0.126)).toBe('−0.13')
})

test('a mark has a side only if the whole interval is on it', () => {
  expect([direction(0.1, 0.2), direction(-0.2, -0.1), direction(-0.1, 0.2)]).toEqual(['positive', 'negative', 'open'])
})

test('the certainty of a label is described in words', () => {
  const sure = { confidence: 0.913, isUncertain: false, isTruncated: false, unknownTokenShare: 0.1, unreadReason: null }
  expect(describeCertainty(sure)).toBe('91 % confident')
  expect(
    describeCertainty({ ...sure, confidence: 0.41, isUncertain: true, isTruncated: true, unknownTokenShare: 0.5 }),
  ).toBe('uncertain, 41 % confident, 50 % of the words unknown, only the first part was read')
  expect(describeCertainty({ ...sure, isUncertain: true, unreadReason: 'UNREADABLE' })).toBe(
    'no opinion: the model knows no word of it',
  )
})
