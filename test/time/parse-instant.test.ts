import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseInstant } from '../../src/time/parse-instant.ts'

test.each([
  ['2026-03-01T09:30:00Z', '2026-03-01T09:30:00.000Z'],
  ['2026-03-01T10:30:00+01:00', '2026-03-01T09:30:00.000Z'],
  ['2026-03-01T10:30+01', '2026-03-01T09:30:00.000Z'],
  ['2026-03-01t09:30:00.123456z', '2026-03-01T09:30:00.123Z'],
  ['2026-03-01 09:30:00-0000', '2026-03-01T09:30:00.000Z'],
  ['2026-03-01T09:30:00+12:45', '2026-02-28T20:45:00.000Z'],
  ['2026-03-01T09:30:00-15:59', '2026-03-02T01:29:00.000Z'],
  ['20260301T093000Z', '2026-03-01T09:30:00.000Z'],
  ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
])('%s is %s', (text, instant) => {
  expect(parseInstant(text)?.toISOString()).toBe(instant)
})

test.each([
  '',
  'yesterday',
  '2026-03-01',
  '2026-03-01T09:30:00',
  '2026-02-30T09:30:00Z',
  '2026-03-01T25:00:00Z',
  '2026-03-01T09:30:00 Europe/Madrid',
  '2026-03-01T09:30:60Z',
  '0000-12-31T00:00:00Z',
  '0001-01-01T00:00:00+01:00',
  '9999-12-31T23:59:59-01:00',
  '+012026-03-01T09:30:00Z',
  '2026-03-01T09:30:00+99:99',
  '2026-03-01T09:30:00-25:00',
  '2026-03-01T09:30:00+01:60',
  'Wed Oct 10 20:19:24 +0000 2018',
  '1767225600',
  `2026-03-01T09:30:00.${'0'.repeat(100)}Z`,
])('%j is not an instant', text => {
  expect(parseInstant(text)).toBeNull()
})

test('JavaScript’s own format is read back, with any offset', () => {
  const range = { min: new Date('0001-01-02T00:00:00Z'), max: new Date('9999-12-30T00:00:00Z'), noInvalidDate: true }
  fc.assert(
    fc.property(fc.date(range), instant => {
      expect(parseInstant(instant.toISOString())).toEqual(instant)
    }),
  )
})

test('no text throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const parsed = parseInstant(text)
      expect(parsed === null || !Number.isNaN(parsed.getTime())).toBe(true)
    }),
  )
})
