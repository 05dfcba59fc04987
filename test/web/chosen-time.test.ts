import { expect, test } from 'vitest'
import { describeChosenTime, readChosenTime, within, writeChosenTime } from '../../web/time/chosen-time.ts'

const at = Date.parse

test('a chosen time survives the address', () => {
  const time = { from: at('2026-11-03T00:00:00Z'), to: at('2026-11-04T00:00:00Z') }
  expect(writeChosenTime(time)).toBe('2026-11-03T00:00:00.000Z/2026-11-04T00:00:00.000Z')
  expect(readChosenTime(writeChosenTime(time))).toEqual(time)
})

test('what is not an interval is ignored', () => {
  const day = '2026-11-03T00:00:00Z'
  for (const text of [
    '',
    '/',
    day,
    `${day}/`,
    `/${day}`,
    `${day}/${day}`,
    `${day}/2026-11-02`,
    `${day}/x`,
    `x/${day}/x`,
  ]) {
    expect(readChosenTime(text), text).toBeNull()
  }
  expect(readChosenTime(`${day}/2026-11-04/2026-11-05`)).toBeNull()
})

test('only the part within the range counts, and a time outside of it counts nothing', () => {
  expect(within({ from: 5, to: 9 }, { from: 7, to: 20 })).toEqual({ from: 7, to: 9 })
  expect(within({ from: 5, to: 9 }, { from: null, to: null })).toEqual({ from: 5, to: 9 })
  expect(within({ from: 5, to: 9 }, { from: 9, to: 20 })).toEqual({ from: 9, to: 20 })
})

test('days are named on the calendar of the zone, also if the clock changes', () => {
  const day = { from: at('2026-03-28T23:00:00Z'), to: at('2026-03-29T22:00:00Z') }
  expect(describeChosenTime(day, 'Europe/Madrid')).toMatch(/^Sun,? 29 Mar 2026$/)
  expect(describeChosenTime(day, 'UTC')).toBe('28 Mar 2026, 23:00 to 29 Mar 2026, 22:00')
  expect(describeChosenTime({ from: at('2026-11-02T00:00Z'), to: at('2026-11-09T00:00Z') }, 'UTC')).toBe(
    '2 Nov 2026 to 8 Nov 2026',
  )
})
