import fc from 'fast-check'
import { expect, test } from 'vitest'
import { netSentiment } from '../../src/analytics/net-sentiment.ts'
import { netSentimentAll } from '../../src/analytics/net-sentiment-all.ts'

const count = fc.integer({ min: 0, max: 100_000 })
const ESTIMATES = [
  ['netSentiment', netSentiment],
  ['netSentimentAll', netSentimentAll],
] as const
const counts = fc.record({ positive: count, neutral: count, negative: count })

test('three positive against one negative is one half', () => {
  expect(netSentiment({ positive: 3, negative: 1 })).toMatchObject({ value: 0.5, sampleSize: 4 })
})

test('neutral tweets pull the net sentiment of all towards zero', () => {
  expect(netSentimentAll({ positive: 3, neutral: 4, negative: 1 })).toMatchObject({ value: 0.25, sampleSize: 8 })
})

test('no opinions are no evidence, and never zero', () => {
  expect(netSentiment({ positive: 0, negative: 0 })).toEqual({ value: null, low: null, high: null, sampleSize: 0 })
  expect(netSentimentAll({ positive: 0, neutral: 0, negative: 0 })).toEqual({
    value: null,
    low: null,
    high: null,
    sampleSize: 0,
  })
})

test('only neutral tweets are evidence of zero, with a width that shrinks as they grow', () => {
  const few = netSentimentAll({ positive: 0, neutral: 10, negative: 0 })
  const many = netSentimentAll({ positive: 0, neutral: 1000, negative: 0 })
  expect(few.value).toBe(0)
  expect(few.high).toBeGreaterThan(Number(many.high))
  expect(many.high).toBeGreaterThan(0)
})

test.each(ESTIMATES)('the interval of %s stays inside -1 to 1 and holds the value', (_name, estimate) => {
  fc.assert(
    fc.property(counts, sample => {
      fc.pre(sample.positive + sample.negative > 0)
      const { value, low, high } = estimate(sample)
      expect(low).toBeGreaterThanOrEqual(-1)
      expect(high).toBeLessThanOrEqual(1)
      expect(low).toBeLessThanOrEqual(Number(value) + 1e-12)
      expect(high).toBeGreaterThanOrEqual(Number(value) - 1e-12)
      expect(Number(high) - Number(low)).toBeGreaterThan(0)
    }),
  )
})

test.each(ESTIMATES)('swapping positive and negative mirrors %s', (_name, estimate) => {
  fc.assert(
    fc.property(counts, ({ positive, neutral, negative }) => {
      fc.pre(positive + negative > 0)
      const [one, other] = [
        estimate({ positive, neutral, negative }),
        estimate({ positive: negative, neutral, negative: positive }),
      ]
      expect(one.value).toBeCloseTo(-Number(other.value), 10)
      expect(one.low).toBeCloseTo(-Number(other.high), 8)
      expect(one.high).toBeCloseTo(-Number(other.low), 8)
    }),
  )
})

test('without neutral tweets, both are equal', () => {
  fc.assert(
    fc.property(count, count, (positive, negative) => {
      fc.pre(positive + negative > 0)
      const [opinions, all] = [
        netSentiment({ positive, negative }),
        netSentimentAll({ positive, neutral: 0, negative }),
      ]
      expect(all.value).toBeCloseTo(Number(opinions.value), 12)
      expect(all.low).toBeCloseTo(Number(opinions.low), 6)
      expect(all.high).toBeCloseTo(Number(opinions.high), 6)
    }),
  )
})

test.each([
  [12, 0.5, 0.2],
  [25, 0.45, 0.35],
  [30, 0.1, 0.05],
])(
  'of %i tweets with shares %f positive and %f negative, the interval holds the truth about 95 times in 100',
  (n, p, q) => {
    let covered = 0
    for (let positive = 0; positive <= n; positive += 1) {
      for (let negative = 0; positive + negative <= n; negative += 1) {
        const neutral = n - positive - negative
        const { low, high } = netSentimentAll({ positive, neutral, negative })
        if (Number(low) <= p - q && p - q <= Number(high)) covered += trinomial(n, positive, negative, p, q)
      }
    }
    expect(covered).toBeGreaterThan(0.93)
    expect(covered).toBeLessThan(0.98)
  },
)

/** The probability of exactly these counts. */
function trinomial(n: number, positive: number, negative: number, p: number, q: number): number {
  const neutral = n - positive - negative
  const logFactorial = (m: number) => Array.from({ length: m }, (_, i) => Math.log(i + 1)).reduce((a, b) => a + b, 0)
  return Math.exp(
    logFactorial(n) -
      logFactorial(positive) -
      logFactorial(negative) -
      logFactorial(neutral) +
      positive * Math.log(p) +
      negative * Math.log(q) +
      neutral * Math.log(1 - p - q),
  )
}
