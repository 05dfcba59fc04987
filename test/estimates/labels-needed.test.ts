import { describe, expect, test } from 'vitest'
import { compareNetSentiment } from '../../src/estimates/compare-net-sentiment.ts'
import { labelPosterior } from '../../src/estimates/label-posterior.ts'
import { labelsNeeded } from '../../src/estimates/labels-needed.ts'
import { ZERO } from '../../src/estimates/matrix.ts'
import { shiftPosterior } from '../../src/estimates/shift-posterior.ts'
import { priorOf } from '../../src/estimates/shift-prior.ts'
import { seededRandom } from '../../src/statistics/seeded-random.ts'
import { ERRORS, reveal } from './simulated-entity.ts'

const prior = priorOf(ERRORS)
const SOURCE = { mean: ZERO, covariance: ERRORS.betweenSources }

/** Labels in the proportions that the error model expects. */
const expected = (perStratum: readonly number[]) =>
  ERRORS.base.map((row, stratum) => row.map(share => Math.round(share * (perStratum[stratum] ?? 0))))

function sideOf(labels: readonly (readonly number[])[], count: number, random: () => number) {
  const { labelled, tweets } = reveal(labels, count, random)
  const shift = shiftPosterior(labelled, ERRORS, prior)
  return { labelled, prior, shift, labels: labelPosterior(labelled, ERRORS, shift), tweets }
}

const compared = (
  one: readonly (readonly number[])[],
  other: readonly (readonly number[])[],
  count: number,
  seed: number,
) => {
  const random = seededRandom(seed)
  const sides = [sideOf(one, count, random), sideOf(other, count, random)] as const
  return { sides, difference: compareNetSentiment(sides, ERRORS, SOURCE)(0, 1) }
}
const neededFor = (one: readonly (readonly number[])[], other: readonly (readonly number[])[]) => {
  const { sides, difference } = compared(one, other, 0, 1)
  return difference === null ? null : labelsNeeded(difference, sides, 0.05)
}

const [liked, disliked] = [
  expected([500, 150, 100, 50, 150, 50, 20, 10]),
  expected([250, 80, 100, 50, 300, 100, 20, 10]),
]

describe('labels that a difference needs', () => {
  test('are about as many as make it significant in half of the draws', () => {
    const needed = neededFor(liked, disliked)
    expect(needed).toBeGreaterThan(10)
    const shareAt = (count: number) =>
      Array.from({ length: 8 }, (_, draw) => compared(liked, disliked, count, draw).difference?.pValue ?? 1).filter(
        pValue => pValue < 0.05,
      ).length / 8
    expect(shareAt(Math.round((needed ?? 0) / 3))).toBeLessThan(0.5)
    expect(shareAt((needed ?? 0) * 3)).toBeGreaterThan(0.5)
  })

  test('are more for a smaller difference, and none are enough for hardly any', () => {
    const nearly = expected([470, 140, 100, 50, 170, 60, 20, 10])
    const [large, small] = [neededFor(liked, disliked), neededFor(liked, nearly)]
    expect(small === null || small > (large ?? 0)).toBe(true)
    expect(neededFor(liked, liked)).toBeNull()
  })

  test('are not to be had from tweets that are few', () => {
    const few = (labels: readonly (readonly number[])[]) => labels.map(row => row.map(count => Math.round(count / 100)))
    expect(neededFor(few(liked), few(disliked))).toBeNull()
  })
})
