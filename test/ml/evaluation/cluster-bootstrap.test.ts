import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clusterBootstrap } from '../../../src/ml/evaluation/cluster-bootstrap.ts'
import { percentile } from '../../../src/statistics/percentile.ts'
import { seededRandom } from '../../../src/statistics/seeded-random.ts'

const options = (seed = 1) => ({ resamples: 1000, level: 0.95, random: seededRandom(seed) })
/** A tally of [right, rows]. */
const share = ([right = 0, rows = 0]: Float64Array) => [rows === 0 ? null : right / rows]
const tweets = (count: number, variants: number, rightShare: number) =>
  Array.from({ length: count }, (_, tweet) => Float64Array.of(tweet < count * rightShare ? variants : 0, variants))
const width = ({ low, high }: { low: number | null; high: number | null }) => (high ?? 0) - (low ?? 0)

describe('the cluster bootstrap', () => {
  test('is close to the normal interval of independent tweets', () => {
    const [interval = { low: null, high: null }] = clusterBootstrap(tweets(400, 1, 0.7), share, options())
    const halfWidth = 1.96 * Math.sqrt((0.7 * 0.3) / 400)
    expect(interval.low).toBeCloseTo(0.7 - halfWidth, 2)
    expect(interval.high).toBeCloseTo(0.7 + halfWidth, 2)
  })

  test('is not narrowed by paraphrases: six variants of a tweet are one piece of evidence', () => {
    const [once = { low: 0, high: 0 }] = clusterBootstrap(tweets(300, 1, 0.7), share, options())
    const [sixfold = { low: 0, high: 0 }] = clusterBootstrap(tweets(300, 6, 0.7), share, options())
    expect(width(sixfold)).toBeCloseTo(width(once), 12)
  })

  test('gives the same interval for the same seed and another for another', () => {
    const run = (seed: number) => clusterBootstrap(tweets(97, 2, 0.37), share, options(seed))
    expect(run(5)).toEqual(run(5))
    expect(run(5)).not.toEqual(run(6))
  })

  test('contains the measured value', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 2, maxLength: 40 }), right => {
        const tallies = right.map(count => Float64Array.of(count, 6))
        const value = right.reduce((sum, count) => sum + count, 0) / (6 * right.length)
        const [interval = { low: null, high: null }] = clusterBootstrap(tallies, share, options())
        expect(interval.low).toBeLessThanOrEqual(value + 1e-12)
        expect(interval.high).toBeGreaterThanOrEqual(value - 1e-12)
      }),
      { numRuns: 30 },
    )
  })

  test('ignores resamples in which a figure has no value', () => {
    const tallies = [Float64Array.of(1, 1), Float64Array.of(0, 0)]
    expect(clusterBootstrap(tallies, share, options())).toEqual([{ low: 1, high: 1 }])
  })

  test.each([[[]], [tweets(1, 6, 1)]])('has no interval for fewer than two tweets', tallies => {
    expect(clusterBootstrap(tallies, share, options())).toEqual([{ low: null, high: null }])
  })
})

describe('percentiles', () => {
  test('interpolate between neighbours, as numpy.percentile does', () => {
    expect(percentile([4, 1, 3, 2], 0.5)).toBe(2.5)
    expect(percentile([10, 20, 30, 40, 50], 0.025)).toBeCloseTo(11, 12)
    expect(percentile([7], 0.975)).toBe(7)
    expect(percentile([], 0.5)).toBeNull()
  })
})

describe('the seeded generator', () => {
  test('fills [0, 1) evenly', () => {
    const random = seededRandom(3)
    const draws = Array.from({ length: 10_000 }, random)
    expect(draws.every(draw => draw >= 0 && draw < 1)).toBe(true)
    const counts = Array.from({ length: 10 }, (_, bin) => draws.filter(draw => Math.floor(draw * 10) === bin).length)
    // 1,000 each, with a standard deviation of 30.
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150)
  })

  test('differs from seed to seed', () => {
    expect(new Set(Array.from({ length: 1000 }, (_, seed) => seededRandom(seed)())).size).toBe(1000)
  })
})
