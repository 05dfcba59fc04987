import fc from 'fast-check'
import { DateTime } from 'luxon'
import { expect, test } from 'vitest'
import { periodBefore } from '../../src/time/period-before.ts'

const before = (from: string, to: string, timezone: string) => {
  const { from: start, to: end } = periodBefore({ from: new Date(from), to: new Date(to), timezone })
  return [start.toISOString(), end.toISOString()]
}

test('the period before a day is the local day before it, also if clocks change', () => {
  expect(before('2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', 'Europe/Madrid')).toEqual([
    '2026-03-27T23:00:00.000Z',
    '2026-03-28T23:00:00.000Z',
  ])
  expect(before('2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', 'Europe/Madrid')).toEqual([
    '2026-10-23T22:00:00.000Z',
    '2026-10-24T22:00:00.000Z',
  ])
})

test('seven days up to a morning are compared with seven days up to that time of day', () => {
  expect(before('2026-03-22T23:00:00Z', '2026-03-29T07:45:00Z', 'Europe/Madrid')).toEqual([
    '2026-03-15T23:00:00.000Z',
    '2026-03-22T08:45:00.000Z',
  ])
})

test('an hour is compared with the same hour of the day before', () => {
  expect(before('2026-05-02T14:00:00Z', '2026-05-02T15:00:00Z', 'UTC')).toEqual([
    '2026-05-01T14:00:00.000Z',
    '2026-05-01T15:00:00.000Z',
  ])
})

test('a local time that the clock skips is the instant at which it skips it', () => {
  expect(before('2026-03-30T00:30:00Z', '2026-03-30T01:10:00Z', 'Europe/Madrid')).toEqual([
    '2026-03-29T01:00:00.000Z',
    '2026-03-29T01:10:00.000Z',
  ])
  // Samoa had no 30 December 2011.
  expect(before('2011-12-30T22:00:00Z', '2011-12-31T00:00:00Z', 'Pacific/Apia')).toEqual([
    '2011-12-30T10:00:00.000Z',
    '2011-12-30T10:00:00.000Z',
  ])
})

test('of a local time that occurs twice the first counts', () => {
  expect(before('2026-10-26T01:30:00Z', '2026-10-26T02:30:00Z', 'Europe/Madrid')).toEqual([
    '2026-10-25T00:30:00.000Z',
    '2026-10-25T02:30:00.000Z',
  ])
})

const ZONES = ['UTC', 'Europe/Madrid', 'America/Havana', 'Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Kathmandu']

test('it ends no later than the range begins, and is the same clock times some whole days earlier', () => {
  const instant = fc.integer({ min: Date.parse('2010-01-01T00:00:00Z'), max: Date.parse('2027-01-01T00:00:00Z') })
  const length = fc.oneof(fc.integer({ min: 1, max: 3 * 3_600_000 }), fc.integer({ min: 1, max: 400 * 86_400_000 }))
  fc.assert(
    fc.property(instant, length, fc.constantFrom(...ZONES), (start, span, timezone) => {
      const range = { from: new Date(start), to: new Date(start + span), timezone }
      const period = periodBefore(range)
      expect(period.from.getTime()).toBeLessThanOrEqual(period.to.getTime())
      expect(period.to.getTime()).toBeLessThanOrEqual(start)
      expect(Math.abs(start - period.to.getTime())).toBeLessThan(2 * 86_400_000)
      const clock = (at: Date) => DateTime.fromJSDate(at, { zone: timezone }).toFormat('HH:mm:ss.SSS')
      const isSkippedOrSame = (one: Date, other: Date) =>
        clock(one) === clock(other) || !existsOnDate(clock(other), one, timezone)
      expect(isSkippedOrSame(period.from, range.from)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

/** Whether the clock shows that time on the local date of `at`. */
function existsOnDate(time: string, at: Date, zone: string): boolean {
  const date = DateTime.fromJSDate(at, { zone }).toISODate()
  return DateTime.fromISO(`${date}T${time}`, { zone }).toFormat('HH:mm:ss.SSS') === time
}
