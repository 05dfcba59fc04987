import { expect, test } from 'vitest'
import { precedingBuckets } from '../../../src/analytics/spikes/preceding-buckets.ts'

const before = (at: string, count: number, interval: 'HOUR' | 'DAY' | 'WEEK' | 'MONTH', timezone: string) =>
  precedingBuckets(Date.parse(at), count, interval, timezone).map(({ start, end }) => [
    new Date(start).toISOString().slice(0, 16),
    (end - start) / 3_600_000,
  ])

test('the buckets before a moment end with the whole one that holds it', () => {
  expect(before('2026-03-31T12:00:00Z', 3, 'DAY', 'Europe/Madrid')).toEqual([
    ['2026-03-27T23:00', 24],
    ['2026-03-28T23:00', 23],
    ['2026-03-29T22:00', 24],
    ['2026-03-30T22:00', 24],
  ])
})

test('hours of a half-hour change are cut as in a trend', () => {
  expect(before('2026-04-04T15:45:00Z', 2, 'HOUR', 'Australia/Lord_Howe')).toEqual([
    ['2026-04-04T14:00', 1],
    ['2026-04-04T15:00', 0.5],
    ['2026-04-04T15:30', 1],
  ])
})

test('months are as long as they are', () => {
  expect(before('2026-03-15T00:00:00Z', 1, 'MONTH', 'UTC')).toEqual([
    ['2026-02-01T00:00', 28 * 24],
    ['2026-03-01T00:00', 31 * 24],
  ])
})
