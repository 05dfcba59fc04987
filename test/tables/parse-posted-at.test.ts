import { expect, test } from 'vitest'
import { checkTimezone, parsePostedAt } from '../../src/tables/parse-posted-at.ts'

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
