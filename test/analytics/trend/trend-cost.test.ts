import { expect, test } from 'vitest'
import { trendCost } from '../../../src/analytics/trend/trend-cost.ts'

const range = { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2026-01-31T00:00:00Z') }

test.each([
  ['HOUR', 721, 73],
  ['DAY', 31, 4],
  ['WEEK', 6, 1],
  ['MONTH', 2, 1],
] as const)(
  'thirty days by %s cost about %i buckets, and their fields a tenth each',
  (interval, buckets, multiplier) => {
    expect(trendCost({ range, interval })).toEqual({ field: 20 + buckets, multiplier })
  },
)

test('an open end costs as much as three years', () => {
  expect(trendCost({ range: { from: range.from }, interval: 'MONTH' }).field).toBe(20 + 38)
  expect(trendCost({}).field).toBe(20 + 1096)
})

test('a trend that is too long costs the attempt, so that the error can suggest an interval', () => {
  const long = { ...range, to: new Date('2999-01-01T00:00:00Z') }
  expect(trendCost({ range: long, interval: 'HOUR' })).toEqual({ field: 2020, multiplier: 1 })
})
