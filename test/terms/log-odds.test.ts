import fc from 'fast-check'
import { expect, test } from 'vitest'
import { logOdds } from '../../src/terms/log-odds.ts'

/** Computed in Python with `math.log` and `statistics.NormalDist` from the formulas of the paper. */
test.each([
  [
    [30, 5, 60],
    [1000, 2000, 10_000],
    500,
    [1.9469321215510065, 1.174539607580226, 2.719324635521787, 4.940385580599355],
  ],
  [
    [0, 12, 900],
    [5000, 120, 1_000_000],
    100,
    [-8.100197151021158, -14.657682516228675, -1.5427117858136397, -2.4210644476479137],
  ],
  [[7, 7, 14], [100, 100, 200], 10, [0, -0.998890140039736, 0.998890140039736, 0]],
] as const)('of %j among %j with a prior of %i words', (counts, sums, strength, [weight, low, high, z]) => {
  const [count, otherCount, priorCount] = counts
  const [sum, otherSum, priorSum] = sums
  const found = logOdds({ count, otherCount, priorCount }, { sum, otherSum, priorSum }, strength)
  expect(found.weight).toBeCloseTo(weight, 9)
  expect(found.z).toBeCloseTo(z, 9)
  // `logOdds` uses six decimals of the normal distribution's 97.5 % point.
  expect(found.low).toBeCloseTo(low, 5)
  expect(found.high).toBeCloseTo(high, 5)
})

const counts = fc
  .record({
    count: fc.nat(500),
    otherCount: fc.nat(500),
    elsewhere: fc.nat(500),
    rest: fc.integer({ min: 1, max: 5000 }),
  })
  .filter(({ count, otherCount, elsewhere }) => count + otherCount + elsewhere > 0)

test('exchanging the groups changes the sign of the weight and mirrors its interval', () => {
  fc.assert(
    fc.property(counts, fc.integer({ min: 1, max: 1000 }), ({ count, otherCount, elsewhere, rest }, strength) => {
      const prior = { priorCount: count + otherCount + elsewhere }
      const sums = { sum: count + rest, otherSum: otherCount + 2 * rest, priorSum: prior.priorCount + 4 * rest }
      const one = logOdds({ count, otherCount, ...prior }, sums, strength)
      const exchanged = { sum: sums.otherSum, otherSum: sums.sum, priorSum: sums.priorSum }
      const other = logOdds({ count: otherCount, otherCount: count, ...prior }, exchanged, strength)
      expect(other.weight).toBeCloseTo(-one.weight, 9)
      expect(other.low).toBeCloseTo(-one.high, 9)
      expect(one.low).toBeLessThan(one.weight)
    }),
  )
})

test('a stronger prior never increases the weight of a term that only one group has', () => {
  const sums = { sum: 300, otherSum: 300, priorSum: 3000 }
  const weights = [1, 10, 100, 1000].map(
    strength => logOdds({ count: 6, otherCount: 0, priorCount: 6 }, sums, strength).weight,
  )
  expect([...weights].sort((one, other) => other - one)).toEqual(weights)
})
