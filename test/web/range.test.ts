import { expect, test } from 'vitest'
import { bucketCount, extentOf, intervalFor } from '../../web/time/interval.ts'
import { rangeInput, spanOf } from '../../web/time/range.ts'

const NOW = Date.parse('2026-03-29T12:34:56Z')
const instants = ({ from, to }: { from: number | null; to: number | null }) =>
  [from, to].map(instant => (instant === null ? null : new Date(instant).toISOString()))

test('a named range begins with a whole local day and ends with the current quarter of an hour', () => {
  expect(instants(spanOf('7d', 'Europe/Madrid', NOW))).toEqual(['2026-03-22T23:00:00.000Z', '2026-03-29T12:45:00.000Z'])
  expect(instants(spanOf('12m', 'UTC', NOW))).toEqual(['2025-04-01T00:00:00.000Z', '2026-03-29T12:45:00.000Z'])
  expect(instants(spanOf('24h', 'UTC', NOW))).toEqual(['2026-03-28T13:00:00.000Z', '2026-03-29T12:45:00.000Z'])
  expect(instants(spanOf('all', 'UTC', NOW))).toEqual([null, null])
})

test('both dates of a custom range are included, also a day of 23 hours', () => {
  const span = spanOf({ from: '2026-03-29', to: '2026-03-29' }, 'Europe/Madrid', NOW)
  expect(instants(span)).toEqual(['2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'])
})

test('the input of the API has instants and the zone', () => {
  expect(rangeInput({ from: 0, to: null }, 'Asia/Kolkata')).toEqual({
    from: '1970-01-01T00:00:00.000Z',
    to: null,
    timezone: 'Asia/Kolkata',
  })
})

test.each([
  ['24h', 'HOUR'],
  ['7d', 'DAY'],
  ['30d', 'DAY'],
  ['90d', 'WEEK'],
  ['12m', 'WEEK'],
  ['all', 'MONTH'],
] as const)('a range of %s is drawn by %s', (preset, interval) => {
  const span = spanOf(preset, 'UTC', NOW)
  expect(intervalFor(span)).toBe(interval)
  expect(bucketCount(span, interval)).toBeLessThanOrEqual(64)
})

test('an extent reaches from the first bucket to the last, in any order', () => {
  expect(
    extentOf([
      { start: '2026-02-01T00:00:00Z', end: '2026-03-01T00:00:00Z' },
      { start: '2025-12-01T00:00:00Z', end: '2026-01-01T00:00:00Z' },
    ]),
  ).toEqual({ from: Date.parse('2025-12-01T00:00:00Z'), to: Date.parse('2026-03-01T00:00:00Z') })
  expect(extentOf([])).toBeNull()
})
