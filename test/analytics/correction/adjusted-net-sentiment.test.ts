import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adjustedNetSentiment } from '../../../src/analytics/correction/adjusted-net-sentiment.ts'
import { drawShares } from '../../../src/analytics/correction/draw-shares.ts'
import { invert } from '../../../src/analytics/correction/invert.ts'
import { labelCorrection } from '../../../src/analytics/correction/label-correction.ts'
import { nearestShares } from '../../../src/analytics/correction/nearest-shares.ts'
import type { LabelCounts } from '../../../src/analytics/label-counts.ts'
import { netSentiment } from '../../../src/analytics/net-sentiment.ts'
import { LABELS, type Label } from '../../../src/labels.ts'
import { seededRandom } from '../../../src/statistics/seeded-random.ts'

const evaluation = (labels: readonly Label[], counts: readonly (readonly number[])[], tweetsPerRow: number) => {
  const rowCount = counts.flat().reduce((sum, count) => sum + count, 0)
  return {
    labels: [...labels],
    rowCount,
    tweetCount: Math.round(rowCount * tweetsPerRow),
    confusionMatrix: labels.flatMap((actual, a) =>
      labels.map((predicted, p) => ({ actual, predicted, count: counts[a]?.[p] ?? 0 })),
    ),
  }
}

function correctionOf(...made: Parameters<typeof evaluation>) {
  const correction = labelCorrection(evaluation(...made))
  if (correction === null) throw new Error('There is no correction.')
  return correction
}

const countsOf = ([positive = 0, neutral = 0, negative = 0, irrelevant = 0]: readonly number[]): LabelCounts => ({
  positive,
  neutral,
  negative,
  irrelevant,
  uncertain: 0,
  undated: 0,
  total: positive + neutral + negative + irrelevant,
})

/** How a model of four labels answered 14,872 rows of 2,492 tweets. */
const FOUR = [
  [3128, 373, 519, 325],
  [745, 1743, 693, 285],
  [520, 328, 3397, 275],
  [680, 253, 664, 944],
]
const four = correctionOf(LABELS, FOUR, 2492 / 14_872)

/** Value by NumPy's `linalg.solve`, interval by 20,000 draws of NumPy's own Dirichlet generator. */
test.each([
  [[3000, 2000, 1500, 500], 0.6696537889239458, 0.562, 0.823],
  [[300, 200, 150, 50], 0.6696537889239458, 0.473, 0.923],
  [[30, 20, 15, 5], 0.6696537889239458, 0.094, 1],
  [[100, 0, 0, 0], 1, 0.799, 1],
  [[0, 5, 90, 1], -1, -1, -0.788],
])('%j is corrected as NumPy does', (counts, value, low, high) => {
  const estimate = adjustedNetSentiment(countsOf(counts), four)
  expect(estimate.value).toBeCloseTo(value, 10)
  expect(Math.abs(Number(estimate.low) - low)).toBeLessThan(0.05)
  expect(Math.abs(Number(estimate.high) - high)).toBeLessThan(0.05)
  expect(estimate.sampleSize).toBe(counts.reduce((sum, count) => sum + count))
})

test('for two labels it is the estimator of Rogan and Gladen', () => {
  // 90 of 100 positive ones are seen, and 20 of 100 negative ones are taken for positive.
  const two = correctionOf(
    ['POSITIVE', 'NEGATIVE'],
    [
      [90, 10],
      [20, 80],
    ],
    1,
  )
  const share = (0.4 - 0.2) / (0.9 + 0.8 - 1)
  expect(adjustedNetSentiment(countsOf([40, 0, 60]), two).value).toBeCloseTo(2 * share - 1, 12)
})

test('a model without errors is not corrected, and its interval is about that of the counts', () => {
  const right = correctionOf(
    ['POSITIVE', 'NEUTRAL', 'NEGATIVE'],
    [0, 1, 2].map(a => [0, 1, 2].map(p => (a === p ? 1e6 : 0))),
    1,
  )
  const counts = countsOf([60, 50, 40])
  const [plain, adjusted] = [netSentiment(counts), adjustedNetSentiment(counts, right)]
  expect(adjusted.value).toBeCloseTo(Number(plain.value), 12)
  expect(Math.abs(Number(adjusted.low) - Number(plain.low))).toBeLessThan(0.04)
  expect(Math.abs(Number(adjusted.high) - Number(plain.high))).toBeLessThan(0.04)
})

test('fewer independent tweets in the evaluation make a wider interval, for as many rows', () => {
  const counts = countsOf([3000, 2000, 1500, 500])
  const widthOf = (tweetsPerRow: number) => {
    const { low, high } = adjustedNetSentiment(counts, correctionOf(LABELS, FOUR, tweetsPerRow))
    return Number(high) - Number(low)
  }
  expect(widthOf(1 / 6)).toBeGreaterThan(1.5 * widthOf(1))
})

test('for labels drawn with known errors, the interval contains the truth about 95 times in 100', () => {
  const random = seededRandom(99)
  const truth = [0.35, 0.35, 0.2, 0.1]
  const chances = FOUR.map(row => row.map(count => count / row.reduce((sum, next) => sum + next)))
  const draw = (shares: readonly number[]) => {
    const point = random()
    return shares.findIndex((_, place) => point < shares.slice(0, place + 1).reduce((sum, share) => sum + share))
  }
  const tally = (n: number, next: () => number) => {
    const drawn = Array.from({ length: n }, next)
    return truth.map((_, label) => drawn.filter(value => value === label).length)
  }
  let held = 0
  const trials = 100
  for (let trial = 0; trial < trials; trial++) {
    const measured = correctionOf(
      LABELS,
      chances.map(row => tally(400, () => draw(row))),
      1,
    )
    const { low, high } = adjustedNetSentiment(countsOf(tally(500, () => draw(chances[draw(truth)] ?? []))), measured)
    const net = (0.35 - 0.2) / (0.35 + 0.2)
    if (Number(low) <= net && net <= Number(high)) held++
  }
  expect(held / trials).toBeGreaterThan(0.9)
  expect(held / trials).toBeLessThan(0.995)
})

test('any counts give a value inside its interval, inside -1 to 1, and the same again', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 4, maxLength: 4 }), counts => {
      const estimate = adjustedNetSentiment(countsOf(counts), four)
      expect(adjustedNetSentiment(countsOf(counts), four)).toEqual(estimate)
      if (estimate.value === null) return
      const { value, low, high } = estimate
      expect([-1, low, value, high, 1].map(Number).every((x, i, all) => i === 0 || x >= Number(all[i - 1]))).toBe(true)
      expect(Number(high) - Number(low)).toBeGreaterThan(0)
    }),
    { numRuns: 30 },
  )
})

test('no evidence without counts, and none if only other labels can be right', () => {
  const none = { value: null, low: null, high: null, sampleSize: 0 }
  expect(adjustedNetSentiment(countsOf([0, 0, 0, 0]), four)).toEqual(none)
  expect(adjustedNetSentiment(countsOf([0, 500, 0, 0]), four)).toEqual(none)
})

test('an evaluation without a row of each label, or with indistinguishable labels, allows no correction', () => {
  const labels = ['POSITIVE', 'NEGATIVE'] as const
  expect(
    labelCorrection(
      evaluation(
        labels,
        [
          [5, 5],
          [0, 0],
        ],
        1,
      ),
    ),
  ).toBeNull()
  expect(
    labelCorrection(
      evaluation(
        labels,
        [
          [6, 4],
          [60, 40],
        ],
        1,
      ),
    ),
  ).toBeNull()
})

test('the nearest shares are as projected by a solver, and shares stay as they are', () => {
  expect(nearestShares([0.7, 0.6, -0.3])).toEqual([0.55, 0.45, 0].map(share => expect.closeTo(share, 12)))
  expect(nearestShares([1.4, -0.2, -0.2])).toEqual([1, 0, 0].map(share => expect.closeTo(share, 12)))
  expect(nearestShares([0.2, 0.3, 0.5])).toEqual([0.2, 0.3, 0.5].map(share => expect.closeTo(share, 12)))
  fc.assert(
    fc.property(fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 5 }), values => {
      const shares = nearestShares(values)
      expect(shares.every(share => share >= 0)).toBe(true)
      expect(shares.reduce((sum, share) => sum + share)).toBeCloseTo(1, 9)
    }),
  )
})

test('a matrix times its inverse is one on the diagonal and nothing else', () => {
  const matrix = [
    [0, 2, 1],
    [1, 0, 3],
    [4, 1, 0],
  ]
  const inverse = invert(matrix)
  for (const [a, row] of matrix.entries()) {
    for (const b of [0, 1, 2]) {
      const cell = row.reduce((sum, value, k) => sum + value * Number(inverse?.[k]?.[b]), 0)
      expect(cell).toBeCloseTo(a === b ? 1 : 0, 12)
    }
  }
})

test('drawn shares have the mean and the variance of their Dirichlet distribution', () => {
  const random = seededRandom(4)
  const weights = [0.5, 2, 7.5]
  const draws = Array.from({ length: 20_000 }, () => drawShares(weights, random))
  for (const [place, weight] of weights.entries()) {
    const values = draws.map(shares => shares[place] ?? Number.NaN)
    const mean = values.reduce((sum, value) => sum + value) / values.length
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
    expect(mean).toBeCloseTo(weight / 10, 2)
    expect(variance).toBeCloseTo(((weight / 10) * (1 - weight / 10)) / 11, 3)
  }
})
