import { describe, expect, test } from 'vitest'
import { compareNetSentiment, type Side } from '../../src/estimates/compare-net-sentiment.ts'
import { estimateNetSentiment, estimateNetSentimentAll } from '../../src/estimates/estimate-net-sentiment.ts'
import { labelPosterior } from '../../src/estimates/label-posterior.ts'
import { ZERO } from '../../src/estimates/matrix.ts'
import { shiftPosterior } from '../../src/estimates/shift-posterior.ts'
import { priorOf } from '../../src/estimates/shift-prior.ts'
import { shiftedShares } from '../../src/estimates/shifted-shares.ts'
import { ERRORS } from './simulated-entity.ts'

/**
 * Three entities of a source that is unlike most others, each with about 100 labels on a tenth of its tweets. Their figures come from
 * another program, in Python, which draws 100,000 shifts of each entity and 1,500 of the source at random.
 */
const LABELLED_PER_STRATUM = [15, 10, 20, 20, 10, 10, 5, 10]
const prior = priorOf(ERRORS)

const sideAt = (shift: readonly [number, number, number]): Side => {
  const labelled = ERRORS.base.map((row, stratum) =>
    shiftedShares(row, shift).map(share => Math.round((LABELLED_PER_STRATUM[stratum] ?? 0) * share)),
  )
  const known = [0, 1, 2, 3].map(label => labelled.reduce((all, row) => all + (row[label] ?? 0), 0))
  const posterior = shiftPosterior(labelled, ERRORS, prior)
  const tweets = { unlabelled: LABELLED_PER_STRATUM.map(count => 10 * count), known }
  return { labelled, prior, shift: posterior, labels: labelPosterior(labelled, ERRORS, posterior), tweets }
}

const SIDES = [sideAt([1.9, -1.5, 2.2]), sideAt([1.2, -1.4, 1.6]), sideAt([1.6, -0.6, 2])]

describe('figures of a source far from the others equal those of an independent program', () => {
  test.each([
    [0, [0.9122, 0.7979, 0.978], [0.6298, 0.5236, 0.7191]],
    [1, [0.8437, 0.6941, 0.9444], [0.4884, 0.3822, 0.585]],
    [2, [0.7983, 0.6531, 0.9062], [0.5145, 0.4037, 0.6152]],
  ])('net sentiment of entity %i, without and with neutral tweets', (index, net, netAll) => {
    const { labels, tweets } = SIDES[index] as Side
    expectNear(estimateNetSentiment(labels, tweets), net, 0.01)
    expectNear(estimateNetSentimentAll(labels, tweets), netAll, 0.01)
  })

  test.each([
    [0, 1, [0.0686, -0.08, 0.19], 0.485],
    [0, 2, [0.1139, -0.06, 0.23], 0.238],
    [1, 2, [0.0454, -0.12, 0.19], 0.65],
  ])('difference of entities %i and %i', (first, second, difference, pValue) => {
    const found = compareNetSentiment(SIDES, ERRORS, { mean: ZERO, covariance: ERRORS.betweenSources })(first, second)
    expectNear(found, difference, 0.0151)
    expect(Math.abs((found?.pValue ?? 2) - pValue)).toBeLessThan(0.03)
  })
})

function expectNear(
  found: { readonly value: number; readonly low: number; readonly high: number } | null,
  expected: readonly number[],
  tolerance: number,
) {
  const figures = found === null ? [] : [found.value, found.low, found.high]
  const off = expected.map((figure, index) => Math.abs(figure - (figures[index] ?? Number.NaN)))
  expect(off.filter(distance => !(distance <= tolerance))).toEqual([])
}
