import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparePairs } from '../../../src/analytics/comparison/compare-pairs.ts'
import { holm } from '../../../src/statistics/holm.ts'
import { newcombe } from '../../../src/statistics/newcombe.ts'
import { normalTails } from '../../../src/statistics/normal-tails.ts'
import { judgedTweets } from '../../support/judged-tweets.ts'

const share = (successes: number, trials: number) => ({ successes, trials })
const anyShare = fc
  .tuple(fc.integer({ min: 1, max: 100_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([trials, part]) => share(Math.round(part * trials), trials))

/** The examples of Newcombe's own table II, with more digits from statsmodels. */
test.each([
  [share(56, 70), share(48, 80), 0.05243147240236498, 0.33387265403690614],
  [share(9, 10), share(3, 10), 0.1705227239345029, 0.809017973535488],
  [share(6, 7), share(2, 7), 0.05822792748231209, 0.8062496375242278],
  [share(5, 56), share(0, 29), -0.038137147903536936, 0.19256001385511165],
  [share(0, 10), share(0, 20), -0.1611251580528194, 0.27753279986288926],
  [share(0, 10), share(0, 10), -0.27753279986288926, 0.27753279986288926],
  [share(10, 10), share(0, 20), 0.6790860371419145, 1],
  [share(10, 10), share(0, 10), 0.6075093504305241, 1],
])("the difference of %j and %j has Newcombe's interval", (first, second, low, high) => {
  const estimate = newcombe(first, second)
  expect(estimate.low).toBeCloseTo(low, 12)
  expect(estimate.high).toBeCloseTo(high, 12)
  expect(estimate.sampleSize).toBe(first.trials + second.trials)
})

test('nothing to compare is no evidence', () => {
  expect(newcombe(share(0, 0), share(3, 4))).toEqual({ value: null, low: null, high: null, sampleSize: 0 })
})

test('exchanging the two mirrors the interval', () => {
  fc.assert(
    fc.property(anyShare, anyShare, (first, second) => {
      const [one, other] = [newcombe(first, second), newcombe(second, first)]
      expect(one.low).toBeCloseTo(-Number(other.high), 10)
      expect(one.high).toBeCloseTo(-Number(other.low), 10)
      expect(one.low).toBeGreaterThanOrEqual(-1 - 1e-12)
      expect(one.high).toBeLessThanOrEqual(1 + 1e-12)
    }),
  )
})

/** From SciPy: `2 * norm.sf(z)`. */
test.each([
  [0, 1],
  [0.1414213562373095, 0.8875370839817152],
  [Math.SQRT2, 0.15729920705028516],
  [2.8284271247461903, 0.004677734981047266],
  [3.5355339059327378, 0.00040695201744495886],
  [-4.242640687119286, 2.2090496998585445e-5],
  [7.0710678118654755, 1.5374597944280347e-12],
  [28.284271247461902, 5.395865611607901e-176],
])('outside of %f lies the share %f of a normal distribution', (z, outside) => {
  expect(normalTails(z) / outside).toBeCloseTo(1, 11)
})

/** From statsmodels: `multipletests(p, method='holm')`. */
test('Holm adjusts the smallest most, and none below the one before it', () => {
  expect(holm([0.01, 0.04, 0.03, 0.005, 0.2])).toEqual([0.04, 0.09, 0.09, 0.025, 0.2].map(p => expect.closeTo(p, 12)))
  expect(holm([0.6, 0.5, 0.01])).toEqual([1, 1, expect.closeTo(0.03, 12)])
})

test('a missing test does not count', () => {
  expect(holm([null, 0.02, null])).toEqual([null, 0.02, null])
  expect(holm([])).toEqual([])
})

const entity = (...given: Parameters<typeof judgedTweets>) => ({ judged: judgedTweets(...given) })

test('six entities are fifteen pairs, each once and in order', () => {
  const six = Array.from({ length: 6 }, (_, index) => ({ index, ...entity({ counts: [3 * index, 1, 9, 0] }) }))
  const pairs = comparePairs(six)
  expect(pairs).toHaveLength(15)
  expect(pairs.every(({ first, second }) => first.index < second.index)).toBe(true)
  expect(new Set(pairs.map(({ first, second }) => `${first.index} ${second.index}`)).size).toBe(15)
})

test('beside a difference is that of the labels of the model, twice the difference of the shares of positive opinions', () => {
  const [pair] = comparePairs([entity({ counts: [56, 0, 14, 0] }), entity({ counts: [48, 0, 32, 0] })])
  expect(pair?.difference.sampling).toEqual({
    value: expect.closeTo(0.4, 12),
    low: expect.closeTo(2 * 0.05243147240236498, 12),
    high: expect.closeTo(2 * 0.33387265403690614, 12),
    sampleSize: 150,
  })
})

test('a difference that the labels of a model show is not significant if nobody knows how it errs', () => {
  const [pair] = comparePairs([entity({ counts: [560, 0, 140, 0] }), entity({ counts: [140, 0, 560, 0] })])
  expect(pair).toMatchObject({
    isSignificant: false,
    difference: { basis: 'MODEL', labelledCount: 0, sampleSize: 1400 },
  })
  expect(Number(pair?.difference.sampling.low)).toBeGreaterThan(1)
  expect(Number(pair?.difference.low)).toBeLessThan(0)
})

test('a difference that is significant alone may not be among fifteen pairs', () => {
  const different = entity({ counts: [46, 0, 24, 0], isLabelled: true })
  const alike = entity({ counts: [35, 0, 35, 0], isLabelled: true })
  const [alone] = comparePairs([entity({ counts: [52, 0, 18, 0], isLabelled: true }), alike])
  expect(alone).toMatchObject({ isSignificant: true, neededLabelCount: 0, difference: { basis: 'LABELS' } })
  const among = comparePairs([different, ...Array.from({ length: 5 }, () => alike)])
  expect(among[0]?.adjustedPValue).toBeGreaterThan(Number(among[0]?.pValue))
  expect(among[0]?.isSignificant).toBe(false)
  // All tweets are labelled already.
  expect(among[0]?.neededLabelCount).toBeNull()
})

test('an entity without tweets is not compared', () => {
  const [pair] = comparePairs([entity({ counts: [0, 0, 0, 0] }), entity({ counts: [5, 0, 1, 0] })])
  expect(pair).toMatchObject({ difference: { value: null }, pValue: null, adjustedPValue: null, isSignificant: null })
  expect(pair?.neededLabelCount).toBeNull()
})
