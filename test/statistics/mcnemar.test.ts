import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mcnemarMidP } from '../../src/statistics/mcnemar.ts'

/**
 * In integers, without logarithms: the sum of less probable outcomes on both sides and half of the equally probable
 * ones.
 */
function midPByCounting(onlyFirst: number, onlySecond: number): number {
  const trials = onlyFirst + onlySecond
  const ways = [1n]
  for (let count = 0; count < trials; count++) {
    ways.push(((ways[count] ?? 0n) * BigInt(trials - count)) / BigInt(count + 1))
  }
  const fewer = Math.min(onlyFirst, onlySecond)
  let doubled = 0n
  for (const [count, number] of ways.entries()) {
    if (count < fewer || count > trials - fewer) doubled += 2n * number
    else if (count === fewer || count === trials - fewer) doubled += number
  }
  // If both sides meet, half of the shared outcome is counted, and nothing is in between.
  if (2 * fewer === trials) doubled = 2n ** BigInt(trials + 1) - (ways[fewer] ?? 0n)
  return Number((doubled * 10n ** 18n) / 2n ** BigInt(trials + 1)) / 1e18
}

test('it equals counting every outcome', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.integer({ min: 1, max: 60 }), (onlyFirst, onlySecond) => {
      expect(mcnemarMidP(onlyFirst, onlySecond)).toBeCloseTo(midPByCounting(onlyFirst, onlySecond), 10)
    }),
  )
})

test('one against seven: the exact test has 18 of 256, and 8 of them are the observed outcome', () => {
  expect(mcnemarMidP(1, 7)).toBeCloseTo((18 - 8) / 256, 12)
})

test('it is symmetric', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), (one, other) => {
      expect(mcnemarMidP(one, other)).toBe(mcnemarMidP(other, one))
    }),
  )
})

test('a larger difference has a smaller p-value, and without any case it is 1', () => {
  expect(mcnemarMidP(0, 0)).toBe(1)
  const values = [50, 55, 60, 70, 90, 100].map(onlyFirst => mcnemarMidP(onlyFirst, 100 - onlyFirst))
  expect(values).toEqual([...values].sort((a, b) => b - a))
})

test('a million cases neither overflow nor vanish', () => {
  expect(mcnemarMidP(500_000, 500_000)).toBeGreaterThan(0.99)
  // 2.002 standard deviations, for which the normal distribution gives 0.0453.
  expect(mcnemarMidP(501_001, 498_999)).toBeCloseTo(0.0453, 4)
})
