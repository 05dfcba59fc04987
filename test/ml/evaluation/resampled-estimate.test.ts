import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { estimateAccuracy } from '../../../src/ml/evaluation/estimate-accuracy.ts'
import { measure } from '../../../src/ml/evaluation/measure.ts'
import { resampledEstimate } from '../../../src/ml/evaluation/resampled-estimate.ts'
import { seededRandom } from '../../../src/statistics/seeded-random.ts'
import { wilson } from '../../../src/statistics/wilson.ts'
import { scoredRow, someRows, THREE } from './scored-rows.ts'

const bootstrap = () => ({ resamples: 200, level: 0.95, random: seededRandom(1) })

describe('an interval of no width', () => {
  test('becomes the interval of Wilson for a share, with its tweets as trials', () => {
    const found = resampledEstimate(1, { low: 1, high: 1 }, { sampleSize: 12, tweets: () => 7 })
    expect(found).toEqual({ value: 1, low: wilson(7, 7).low, high: 1, sampleSize: 12 })
    expect(found.low).toBeCloseTo(0.646, 3)
  })

  test('is none for a figure that is not a share', () => {
    const found = resampledEstimate(1, { low: 1, high: 1 }, { sampleSize: 12, tweets: null })
    expect(found).toEqual({ value: 1, low: null, high: null, sampleSize: 12 })
  })

  test('is never reported', () => {
    fc.assert(
      fc.property(someRows, rows => {
        const { accuracy, macroF1, perLabel } = measure(rows, THREE, bootstrap())
        for (const { low, high } of [accuracy, macroF1, ...perLabel.flatMap(one => [one.precision, one.recall])]) {
          if (low !== null) expect(high).toBeGreaterThan(low)
        }
      }),
      { numRuns: 30 },
    )
  })
})

test('another interval stays as it is', () => {
  const tweets = () => 7
  expect(resampledEstimate(0.5, { low: 0.2, high: 0.9 }, { sampleSize: 9, tweets })).toEqual({
    value: 0.5,
    low: 0.2,
    high: 0.9,
    sampleSize: 9,
  })
  expect(resampledEstimate(null, undefined, { sampleSize: 0, tweets })).toEqual({
    value: null,
    low: null,
    high: null,
    sampleSize: 0,
  })
  expect(resampledEstimate(1, { low: null, high: null }, { sampleSize: 3, tweets })).toMatchObject({ low: null })
})

test('a label that is always right in three tweets of six is not certain', () => {
  const rows = ['a', 'b', 'c', 'd', 'e', 'f'].map((tweet, index) =>
    scoredRow(index < 3 ? 'POSITIVE' : 'NEGATIVE', index < 4 ? [0.8, 0.1, 0.1] : [0.1, 0.1, 0.8], tweet),
  )
  const [positive] = measure(rows, THREE, bootstrap()).perLabel
  expect(positive?.recall).toMatchObject({ value: 1, low: wilson(3, 3).low, high: 1, sampleSize: 3 })
  expect(positive?.precision.low).toBeGreaterThan(0)
})

test('variants of a tweet are one trial', () => {
  const answers = [1, 1, 1, 2, 2, 2].map(tweet => ({ tweet: String(tweet), isRight: true }))
  expect(estimateAccuracy(answers, bootstrap())).toEqual({ ...wilson(2, 2), sampleSize: 6 })
})
