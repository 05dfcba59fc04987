import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concentrationAt } from '../../src/estimates/concentration-at.ts'
import { UNKNOWN_ERRORS } from '../../src/estimates/error-model.ts'
import { estimateNetSentiment, netSentimentValue } from '../../src/estimates/estimate-net-sentiment.ts'
import { estimateShare } from '../../src/estimates/estimate-share.ts'
import { labelPosterior } from '../../src/estimates/label-posterior.ts'
import { cholesky, times } from '../../src/estimates/matrix.ts'
import { shiftPosterior } from '../../src/estimates/shift-posterior.ts'
import { priorOf, scaleOf } from '../../src/estimates/shift-prior.ts'
import { shiftedShares } from '../../src/estimates/shifted-shares.ts'
import { seededRandom } from '../../src/statistics/seeded-random.ts'
import { draws, ERRORS, netOf, reveal, simulateLabels } from './simulated-entity.ts'

const NONE = ERRORS.base.map(() => [0, 0, 0, 0])
const posteriorOf = (labelled: readonly (readonly number[])[], errors = ERRORS) =>
  labelPosterior(labelled, errors, shiftPosterior(labelled, errors, priorOf(errors)))

const aCount = fc.integer({ min: 0, max: 300 })
const aTable = fc.array(fc.tuple(aCount, aCount, aCount, aCount), { minLength: 8, maxLength: 8 })
const someTweets = fc.array(aCount, { minLength: 8, maxLength: 8 })

describe('net sentiment without labels', () => {
  test('agrees with 20,000 random draws from the error model', () => {
    const random = seededRandom(7)
    const { dirichlet, multinomial, normal, gamma } = draws(random)
    const unlabelled = [120, 60, 30, 40, 50, 30, 5, 10]
    const root = cholesky(scaleOf(priorOf(ERRORS)))
    const nets = Array.from({ length: 20_000 }, (_, draw) => {
      // A t vector: a normal one divided by the root of a chi-square over its degrees of freedom.
      const radius = Math.sqrt(5 / (2 * gamma(2.5)))
      const shift = times(root, [normal() * radius, normal() * radius, normal() * radius])
      const concentration = concentrationAt(ERRORS, draw)
      return netOf(
        unlabelled.map((count, stratum) => {
          const shares = shiftedShares(ERRORS.base[stratum] ?? [], shift)
          return multinomial(count, dirichlet(shares.map(share => share * concentration)))
        }),
      )
    }).sort((a, b) => a - b)
    const drawn = (share: number) => nets[Math.floor(share * nets.length)] ?? 0
    const found = estimateNetSentiment(posteriorOf(NONE), { unlabelled, known: [0, 0, 0, 0] })
    expect(Math.abs((found?.low ?? 9) - drawn(0.025))).toBeLessThan(0.035)
    expect(Math.abs((found?.high ?? 9) - drawn(0.975))).toBeLessThan(0.035)
    expect(Math.abs((found?.value ?? 9) - drawn(0.5))).toBeLessThan(0.035)
  })

  test('stays wide with many tweets: a model that errs by entity cannot tell one exactly', () => {
    const few = estimateNetSentiment(posteriorOf(NONE), { unlabelled: [60, 30, 40, 20, 20, 10, 0, 0], known: [] })
    const many = estimateNetSentiment(posteriorOf(NONE), {
      unlabelled: [60_000, 30_000, 40_000, 20_000, 20_000, 10_000, 0, 0],
      known: [],
    })
    const width = (interval: typeof few) => (interval ? interval.high - interval.low : 0)
    expect(width(many)).toBeGreaterThan(0.5)
    expect(width(many)).toBeLessThanOrEqual(width(few))
  })

  test('is nearly everything for a version whose errors were not measured', () => {
    const posterior = posteriorOf(NONE, UNKNOWN_ERRORS)
    const found = estimateNetSentiment(posterior, { unlabelled: [900, 0, 0, 0, 10, 0, 0, 0], known: [] })
    expect(found?.low).toBeLessThan(-0.9)
    expect(found?.high).toBeGreaterThan(0.9)
  })

  test('is null without tweets', () => {
    expect(estimateNetSentiment(posteriorOf(NONE), { unlabelled: [], known: [] })).toBeNull()
    expect(estimateShare(posteriorOf(NONE), { unlabelled: [], known: [] }, 0)).toBeNull()
  })
})

describe('net sentiment with labels', () => {
  test('is exact if every tweet is labelled', () => {
    const labelled = [[3, 1, 0, 0], [2, 0, 1, 0], ...NONE.slice(2)]
    const found = estimateNetSentiment(posteriorOf(labelled), { unlabelled: [], known: [5, 1, 1, 0] })
    expect(found?.value).toBeCloseTo(4 / 6, 4)
    expect(found?.low).toBeCloseTo(4 / 6, 3)
    expect(found?.high).toBeCloseTo(4 / 6, 3)
  })

  test.each([0, 10, 25, 100])('contains the truth of nearly all simulated entities with %i labels', count => {
    const random = seededRandom(100 + count)
    const { vector } = draws(random)
    let held = 0
    const entities = 200
    for (let entity = 0; entity < entities; entity++) {
      const perStratum = ERRORS.base.map(() => 10 + Math.floor(random() * 40))
      const labels = simulateLabels(ERRORS, perStratum, random, vector(ERRORS.betweenSources))
      const { labelled, tweets } = reveal(labels, count, random)
      const found = estimateNetSentiment(posteriorOf(labelled), tweets)
      if (found && found.low <= netOf(labels) && netOf(labels) <= found.high) held++
    }
    // About two standard errors below 0.95. More than that is allowed: the concentrations are mixed for entities unlike these.
    expect(held / entities).toBeGreaterThan(0.92)
  })

  test('overrules an error model that does not fit the entity', () => {
    // The model calls positive what is negative, which no source ever showed.
    const labels = [[20, 60, 320, 0], ...NONE.slice(1, 4), [300, 80, 20, 0], ...NONE.slice(5)]
    const random = seededRandom(5)
    const { labelled, tweets } = reveal(labels, 200, random)
    const found = estimateNetSentiment(posteriorOf(labelled), tweets)
    expect(found?.low).toBeLessThan(netOf(labels))
    expect(found?.high).toBeGreaterThan(netOf(labels))
    expect((found?.high ?? 2) - (found?.low ?? 0)).toBeLessThan(0.4)
  })
})

describe('every interval', () => {
  test('contains its value and stays within its limits', () => {
    fc.assert(
      fc.property(aTable, someTweets, (labelled, unlabelled) => {
        const known = [0, 1, 2, 3].map(label => labelled.reduce((all, row) => all + (row[label] ?? 0), 0))
        const posterior = posteriorOf(labelled)
        const tweets = { unlabelled, known }
        const net = estimateNetSentiment(posterior, tweets)
        if (net !== null) {
          expect(net.low).toBeGreaterThanOrEqual(-1)
          expect(net.low).toBeLessThanOrEqual(net.value)
          expect(net.value).toBeLessThanOrEqual(net.high)
          expect(net.high).toBeLessThanOrEqual(1)
          expect(netSentimentValue(posterior, tweets)).toBeCloseTo(net.value, 1)
        }
        for (const label of [0, 1, 2, 3]) {
          const share = estimateShare(posterior, tweets, label)
          if (share === null) continue
          expect(share.low).toBeGreaterThanOrEqual(0)
          expect(share.low).toBeLessThanOrEqual(share.value)
          expect(share.value).toBeLessThanOrEqual(share.high)
          expect(share.high).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 40 },
    )
  })
})
