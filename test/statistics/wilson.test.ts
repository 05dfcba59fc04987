import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wilson } from '../../src/statistics/wilson.ts'

const trialsAndSuccesses = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain(trials => fc.record({ trials: fc.constant(trials), successes: fc.integer({ min: 0, max: trials }) }))

test('matches the interval that Newcombe published for 81 of 263', () => {
  // R. G. Newcombe, Statistics in Medicine 17, 1998, 857-872, table I, method 3.
  const { value, low, high, sampleSize } = wilson(81, 263)
  expect(value).toBeCloseTo(0.308, 4)
  expect(low).toBeCloseTo(0.2553, 4)
  expect(high).toBeCloseTo(0.3662, 4)
  expect(sampleSize).toBe(263)
})

test('without trials there is no evidence', () => {
  expect(wilson(0, 0)).toEqual({ value: null, low: null, high: null, sampleSize: 0 })
})

test('the interval stays inside 0 to 1, contains the share and has a width', () => {
  fc.assert(
    fc.property(trialsAndSuccesses, ({ trials, successes }) => {
      const { value, low, high } = wilson(successes, trials)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(high).toBeLessThanOrEqual(1)
      expect(low).toBeLessThanOrEqual(value ?? Number.NaN)
      expect(high).toBeGreaterThanOrEqual(value ?? Number.NaN)
      expect(Number(high) - Number(low)).toBeGreaterThan(0)
    }),
  )
})

test('swapping successes and failures mirrors the interval', () => {
  fc.assert(
    fc.property(trialsAndSuccesses, ({ trials, successes }) => {
      const [one, other] = [wilson(successes, trials), wilson(trials - successes, trials)]
      expect(one.low).toBeCloseTo(1 - Number(other.high), 10)
      expect(one.high).toBeCloseTo(1 - Number(other.low), 10)
    }),
  )
})

test('each end is the point at which a score test at 5 % stops rejecting', () => {
  fc.assert(
    fc.property(trialsAndSuccesses, ({ trials, successes }) => {
      fc.pre(successes > 0 && successes < trials)
      const { value, low, high } = wilson(successes, trials)
      for (const end of [Number(low), Number(high)]) {
        const score = (Number(value) - end) / Math.sqrt((end * (1 - end)) / trials)
        expect(Math.abs(score)).toBeCloseTo(1.96, 3)
      }
    }),
  )
})
