import { expect, test } from 'vitest'
import { createServerClock } from '../../web/time/server-clock.ts'

const NOW = Date.parse('2026-11-30T12:00:00Z')
const NOON = 'Mon, 30 Nov 2026 12:00:00 GMT'
const HOUR_MS = 3_600_000

test.each([
  ['equal clocks', NOON, NOW + 900, 0],
  ['an answer that took a while', NOON, NOW + 30_000, 0],
  ['a browser that is an hour behind', NOON, NOW - HOUR_MS, HOUR_MS],
  ['a browser that is an hour ahead', NOON, NOW + HOUR_MS, -HOUR_MS],
  ['no header', null, NOW - HOUR_MS, 0],
  ['a header that is no date', 'noon', NOW - HOUR_MS, 0],
])('%s', (_, date, now, ahead) => {
  const clock = createServerClock()
  clock.learn(date, now)
  expect(clock.ahead()).toBe(ahead)
})

test('only a change is announced, and a clock that was set right is noticed', () => {
  const clock = createServerClock()
  const seen: number[] = []
  const stop = clock.subscribe(() => seen.push(clock.ahead()))
  clock.learn(NOON, NOW - HOUR_MS)
  clock.learn(NOON, NOW - HOUR_MS + 20_000)
  clock.learn(NOON, NOW + 500)
  stop()
  clock.learn(NOON, NOW - HOUR_MS)
  expect(seen).toEqual([HOUR_MS, 0])
})
