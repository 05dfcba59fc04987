import { expect, test } from 'vitest'
import { readView, sharedParams, writeView } from '../../web/shell/view-params.ts'

const read = (address: string) => readView(new URLSearchParams(address), 'Europe/Madrid')

test('an address names the range and the zone; without them, the page and the browser choose', () => {
  expect(read('range=7d&tz=Asia/Kolkata')).toEqual({ range: '7d', zone: 'Asia/Kolkata', dated: null })
  expect(read('from=2026-01-01&to=2026-01-31')).toEqual({
    range: { from: '2026-01-01', to: '2026-01-31' },
    zone: 'Europe/Madrid',
    dated: null,
  })
  expect(read('')).toEqual({ range: null, zone: 'Europe/Madrid', dated: null })
  expect([read('dated=true').dated, read('dated=false').dated]).toEqual([true, false])
})

test.each([
  'range=9y',
  'from=2026-02-01&to=2026-01-01',
  'from=yesterday&to=today',
  'from=2026-13-01&to=2026-13-02',
  'tz=Mars',
  'dated=maybe',
])('%s is as if it were not there', address => {
  expect(read(address)).toEqual({ range: null, zone: 'Europe/Madrid', dated: null })
})

test('a written view is read again, and other parameters of the address stay', () => {
  const written = writeView(new URLSearchParams('search=x&range=7d'), {
    range: { from: '2026-01-01', to: '2026-01-02' },
    zone: 'UTC',
  })
  expect(written.get('search')).toBe('x')
  expect(readView(written, 'Europe/Madrid')).toEqual({
    range: { from: '2026-01-01', to: '2026-01-02' },
    zone: 'UTC',
    dated: null,
  })
  expect(readView(writeView(written, { range: 'all' }), 'Europe/Madrid')).toEqual({
    range: 'all',
    zone: 'UTC',
    dated: null,
  })
})

test('the choice of tweets with a time is written, and removed again', () => {
  const filtered = writeView(new URLSearchParams('search=x'), { dated: true })
  expect(String(filtered)).toBe('search=x&dated=true')
  expect(String(writeView(filtered, { zone: 'UTC' }))).toBe('search=x&dated=true&tz=UTC')
  expect(String(writeView(filtered, { dated: null }))).toBe('search=x')
  expect(sharedParams(filtered)).toBe('?dated=true')
})

test('a bar belongs to its range', () => {
  const listed = new URLSearchParams('range=7d&bar=x')
  expect(writeView(listed, { range: '30d' }).has('bar')).toBe(false)
  expect(writeView(listed, { zone: 'UTC' }).has('bar')).toBe(true)
})

test('a link to another page keeps the range and the zone, and nothing else', () => {
  expect(sharedParams(new URLSearchParams('search=x&range=7d&tz=UTC&label=NEGATIVE'))).toBe('?range=7d&tz=UTC')
  expect(sharedParams(new URLSearchParams('search=x'))).toBe('')
  expect(sharedParams(new URLSearchParams('tz=UTC'), { names: 'A & B' })).toBe('?tz=UTC&names=A+%26+B')
})
