import fc from 'fast-check'
import { DateTime } from 'luxon'
import { expect, test } from 'vitest'
import { addDays, isZone, localDate, startOfDate } from '../../web/time/zone.ts'

/** Zones with half hours, with days of 23 and 25 hours, and with midnights that their clock leaves out. */
const ZONES = [
  'UTC',
  'Europe/Madrid',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'Asia/Beirut',
  'Pacific/Apia',
]

test('a date begins where luxon places it, in every zone and at every clock change', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), fc.integer({ min: 0, max: 9000 }), (zone, days) => {
      const date = addDays('2005-01-01', days)
      // Apia left out 30 December 2011 altogether.
      fc.pre(zone !== 'Pacific/Apia' || date !== '2011-12-30')
      const expected = DateTime.fromISO(date, { zone }).startOf('day').toMillis()
      expect([zone, date, startOfDate(date, zone)]).toEqual([zone, date, expected])
    }),
    { numRuns: 400 },
  )
})

test('a midnight that the clock skips becomes the first instant after it', () => {
  expect(new Date(startOfDate('2018-11-04', 'America/Sao_Paulo')).toISOString()).toBe('2018-11-04T03:00:00.000Z')
})

test('the date of an instant is that of the zone', () => {
  const instant = Date.parse('2026-03-01T23:30:00Z')
  expect(localDate(instant, 'UTC')).toBe('2026-03-01')
  expect(localDate(instant, 'Europe/Madrid')).toBe('2026-03-02')
})

test('days are added on the calendar', () => {
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
})

test('an unknown zone is recognised', () => {
  expect(['Europe/Madrid', 'Mars/Olympus', ''].map(isZone)).toEqual([true, false, false])
})
