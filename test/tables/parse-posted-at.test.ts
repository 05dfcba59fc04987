import { expect, test } from 'vitest'
import { checkTimezone, parsePostedAt } from '../../src/tables/parse-posted-at.ts'
import { checkTimeFormat } from '../../src/tables/time-format.ts'
import { ambiguousZoneIn } from '../../src/tables/zone-names.ts'

test.each([
  ['2026-11-24T10:00:00Z', '2026-11-24T10:00:00.000Z'],
  ['2026-11-24T10:00:00.250+02:00', '2026-11-24T08:00:00.250Z'],
  ['2026-11-24 10:00:00', '2026-11-24T09:00:00.000Z'],
  ['2026-07-24 10:00:00.5', '2026-07-24T08:00:00.500Z'],
  ['2026-11-24 10:00', '2026-11-24T09:00:00.000Z'],
  ['2026-11-24', '2026-11-23T23:00:00.000Z'],
  ['2026-11-24 10:00:00 UTC', '2026-11-24T10:00:00.000Z'],
  ['2026-11-24 10:00:00+00', '2026-11-24T10:00:00.000Z'],
  ['2026-11-24 10:00:00 +0530', '2026-11-24T04:30:00.000Z'],
  ['Tue Nov 24 10:00:00 +0000 2026', '2026-11-24T10:00:00.000Z'],
  ['Tue, 24 Nov 2026 10:00:00 +0100', '2026-11-24T09:00:00.000Z'],
  ['1795514400', '2026-11-24T10:00:00.000Z'],
  ['1795514400.5', '2026-11-24T10:00:00.500Z'],
  ['1795514400250', '2026-11-24T10:00:00.250Z'],
])('%s in Berlin is %s', (text, expected) => {
  expect(parsePostedAt(` ${text} `, 'Europe/Berlin')?.toISOString()).toBe(expected)
})

test.each([
  ['10:30'],
  ['2026'],
  ['yesterday'],
  ['24/11/2026'],
  ['2026-13-01'],
  ['2026-02-30 10:00:00'],
  ['2026-11-24 25:00:00'],
  ['Mon Nov 24 10:00:00 +0000 2026'],
  ['12345'],
  ['1e9'],
  ['2026-11-24T10:00:00Zulu'],
  ['0000-01-01'],
  ['-1'],
])('%s is not a time', text => expect(parsePostedAt(text, 'UTC')).toBeNull())

test('a zone must be one of the IANA database', () => {
  expect(checkTimezone('America/New_York')).toBe('America/New_York')
  expect(() => checkTimezone('Mars/Phobos')).toThrow(/--timezone Mars\/Phobos is unknown; use an IANA time zone/)
})

test.each([
  ['Mon Apr 06 22:19:49 PDT 2009', '2009-04-07T05:19:49.000Z'],
  ['Mon May 11 03:17:40 UTC 2009', '2009-05-11T03:17:40.000Z'],
  ['Mon Apr  6 22:19:49 GMT+02:00 2009', '2009-04-06T20:19:49.000Z'],
  ['Mon Apr 06 2009 22:19:49 GMT+0200 (Central European Summer Time)', '2009-04-06T20:19:49.000Z'],
  ['2009-04-06T22:19:49+02:00[Europe/Paris]', '2009-04-06T20:19:49.000Z'],
  ['2009-04-06 22:19:49 Europe/Paris', '2009-04-06T20:19:49.000Z'],
  ['2009-04-06 22:19:49 CEST', '2009-04-06T20:19:49.000Z'],
  ['2009-04-06 22:19:49.123456 -0700 PDT', '2009-04-07T05:19:49.123Z'],
  ['2009-04-06 22:19:49,5 +0000 UTC', '2009-04-06T22:19:49.500Z'],
  ['Apr 6, 2009 @ 22:19:49.007', '2009-04-06T22:19:49.007Z'],
  ['10:19 PM · Apr 6, 2009', '2009-04-06T22:19:00.000Z'],
  ['April 6, 2009 12:05 am', '2009-04-06T00:05:00.000Z'],
  ['06-Apr-2009 22:19', '2009-04-06T22:19:00.000Z'],
  ['6 April 2009', '2009-04-06T00:00:00.000Z'],
  ['Mon, 06 Apr 2009 22:19:49 EST', '2009-04-07T03:19:49.000Z'],
  ['2009/04/06 22:19:49', '2009-04-06T22:19:49.000Z'],
  ['20090406T221949Z', '2009-04-06T22:19:49.000Z'],
  ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
  ['2016-12-31 24:00:00', '2017-01-01T00:00:00.000Z'],
  ['1239056389.0', '2009-04-06T22:19:49.000Z'],
  ['1239056389000.0', '2009-04-06T22:19:49.000Z'],
  ['1239056389123456', '2009-04-06T22:19:49.123Z'],
  ['1239056389123456789', '2009-04-06T22:19:49.123Z'],
])('%s is %s', (text, expected) => expect(parsePostedAt(text, 'UTC')?.toISOString()).toBe(expected))

test.each([
  ['Mon Apr 06 22:19:49 IST 2009', 'IST'],
  ['2009-04-06 22:19:49 CST', 'CST'],
  ['Mon, 06 Apr 2009 22:19:49 BST', 'BST'],
])('%s is refused, because %s has several meanings', (text, zone) => {
  expect(parsePostedAt(text, 'UTC')).toBeNull()
  expect(ambiguousZoneIn(text)?.name).toBe(zone)
})

test.each([
  ['3/1/2026 9:30 PM', 'month-first', '2026-03-01T21:30:00.000Z'],
  ['01.03.2026 09:30', 'day-first', '2026-03-01T09:30:00.000Z'],
  ['1/3/26', 'day-first', '2026-03-01T00:00:00.000Z'],
  ['01.03.2026, 09:30 Uhr', 'day-first', '2026-03-01T09:30:00.000Z'],
  ['2026-03-01T09:30:00Z', 'day-first', '2026-03-01T09:30:00.000Z'],
  ['25/3/2026', 'month-first', null],
  ['25.03.2026', '%d.%m.%Y', '2026-03-25T00:00:00.000Z'],
  ['25.03.2026 09.30', '%d.%m.%Y %H.%M', '2026-03-25T09:30:00.000Z'],
  ['Mar 25 26 9:05:01 PM +0200', '%b %d %y %I:%M:%S %p %z', '2026-03-25T19:05:01.000Z'],
  ['20260325', '%Y%m%d', '2026-03-25T00:00:00.000Z'],
  ['2026-03-25', '%d.%m.%Y', null],
  ['30.02.2026', '%d.%m.%Y', null],
  ['Mon 25.03.2026', '%a %d.%m.%Y', null],
  ['5', 'unix-seconds', '1970-01-01T00:00:05.000Z'],
  ['2026', 'unix-milliseconds', '1970-01-01T00:00:02.026Z'],
])('%s as %s is %s', (text, format, expected) => {
  expect(parsePostedAt(text, 'UTC', checkTimeFormat(format))?.toISOString() ?? null).toBe(expected)
})

test.each([
  ['dd.MM.yyyy', /is unknown; use day-first/],
  ['%d.%m', /needs a year/],
  ['%d.%m.%Y %d', /names the day twice/],
  ['%Q-%Y', /directive %Q/],
  [`%Y${'-'.repeat(100)}%m-%d`, /longer than 100/],
])('the time format %s is refused', (format, message) => expect(() => checkTimeFormat(format)).toThrow(message))
