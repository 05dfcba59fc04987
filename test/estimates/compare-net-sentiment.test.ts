import { describe, expect, test } from 'vitest'
import { compareNetSentiment, type Side } from '../../src/estimates/compare-net-sentiment.ts'
import { estimateNetSentiment } from '../../src/estimates/estimate-net-sentiment.ts'
import { labelPosterior } from '../../src/estimates/label-posterior.ts'
import { ZERO } from '../../src/estimates/matrix.ts'
import { shiftPosterior } from '../../src/estimates/shift-posterior.ts'
import { priorOf } from '../../src/estimates/shift-prior.ts'
import { entityPrior, evidenceOf, sourceShift } from '../../src/estimates/source-shift.ts'
import { seededRandom } from '../../src/statistics/seeded-random.ts'
import { draws, ERRORS, netOf, reveal, simulateLabels } from './simulated-entity.ts'

const SOURCE = { mean: ZERO, covariance: ERRORS.betweenSources }
const prior = priorOf(ERRORS)
const evenly = (tweets: number) => ERRORS.base.map(() => tweets)

function sideOf(labels: readonly (readonly number[])[], count: number, random: () => number): Side {
  const { labelled, tweets } = reveal(labels, count, random)
  const shift = shiftPosterior(labelled, ERRORS, prior)
  return { labelled, prior, shift, labels: labelPosterior(labelled, ERRORS, shift), tweets }
}

describe('comparing entities of one source', () => {
  test.each([0, 50])(
    'contains the true difference of nearly all pairs with %i labels each',
    { timeout: 60_000 },
    count => {
      const random = seededRandom(200 + count)
      const { vector } = draws(random)
      let [held, wrong, significant] = [0, 0, 0]
      const pairs = 100
      for (let pair = 0; pair < pairs; pair++) {
        const source = vector(ERRORS.betweenSources)
        const simulate = () =>
          simulateLabels(
            ERRORS,
            ERRORS.base.map(() => 5 + Math.floor(random() * 60)),
            random,
            source,
          )
        const labels = [simulate(), simulate()] as const
        const sides = labels.map(one => sideOf(one, count, random))
        const found = compareNetSentiment(sides, ERRORS, SOURCE)(0, 1)
        const truth = netOf(labels[0]) - netOf(labels[1])
        if (found === null) continue
        if (found.low <= truth && truth <= found.high) held++
        if (found.pValue < 0.05) significant++
        if (found.pValue < 0.05 && truth * found.value < 0) wrong++
      }
      expect(held / pairs).toBeGreaterThan(0.9)
      expect(wrong).toBeLessThanOrEqual(0.05 * Math.max(significant, 20))
    },
  )

  test('is narrower than two intervals together, because the error of the source cancels', () => {
    const random = seededRandom(11)
    const labels = ERRORS.base.map((row, stratum) => row.map(share => Math.round(share * (stratum < 6 ? 200 : 10))))
    const [one, other] = [sideOf(labels, 0, random), sideOf(labels, 0, random)]
    const difference = compareNetSentiment([one, other], ERRORS, SOURCE)(0, 1)
    const alone = estimateNetSentiment(one.labels, one.tweets)
    const independent = Math.SQRT2 * ((alone?.high ?? 0) - (alone?.low ?? 0))
    expect((difference?.high ?? 9) - (difference?.low ?? 0)).toBeLessThan(independent)
    expect(difference?.value).toBe(0)
    expect(difference?.pValue).toBeGreaterThan(0.9)
  })

  test('is the mirror image if the sides are swapped', () => {
    const random = seededRandom(12)
    const sides = [0, 1].map(() => sideOf(simulateLabels(ERRORS, evenly(40), random), 60, random))
    const compare = compareNetSentiment(sides, ERRORS, SOURCE)
    const [there, back] = [compare(0, 1), compare(1, 0)]
    expect(there?.value).toBeCloseTo(-(back?.value ?? 0), 9)
    expect(there?.low).toBeCloseTo(-(back?.high ?? 0), 1)
    expect(there?.pValue).toBeCloseTo(back?.pValue ?? -1, 3)
  })

  test('finds a difference that many labels show', () => {
    const random = seededRandom(13)
    const loved = ERRORS.base.map(() => [40, 20, 4, 1])
    const hated = ERRORS.base.map(() => [4, 20, 40, 1])
    const compare = compareNetSentiment([sideOf(loved, 150, random), sideOf(hated, 150, random)], ERRORS, SOURCE)
    expect(compare(0, 1)?.pValue).toBeLessThan(0.001)
    expect(compare(0, 1)?.low).toBeGreaterThan(1)
  })

  test('is null for a side without tweets', () => {
    const random = seededRandom(14)
    const none = ERRORS.base.map(() => [0, 0, 0, 0])
    const some = ERRORS.base.map(() => [1, 1, 1, 0])
    expect(compareNetSentiment([sideOf(none, 0, random), sideOf(some, 0, random)], ERRORS, SOURCE)(0, 1)).toBeNull()
  })
})

describe('labels of other entities', () => {
  test('narrow the interval of an entity that has none, which still contains its truth', () => {
    const random = seededRandom(21)
    const { vector } = draws(random)
    let [held, after, before] = [0, 0, 0]
    const sources = 120
    for (let round = 0; round < sources; round++) {
      const shift = vector(ERRORS.betweenSources)
      const evidence = Array.from({ length: 6 }, () => {
        const { labelled } = reveal(simulateLabels(ERRORS, evenly(40), random, shift), 100, random)
        return evidenceOf(shiftPosterior(labelled, ERRORS, prior), prior, ERRORS)
      })
      const truth = simulateLabels(ERRORS, evenly(40), random, shift)
      const { tweets } = reveal(truth, 0, random)
      const informed = entityPrior(sourceShift(evidence, ERRORS), ERRORS)
      const intervalWith = (given: typeof prior) =>
        estimateNetSentiment(labelPosterior([], ERRORS, shiftPosterior([], ERRORS, given)), tweets)
      const [narrow, wide] = [intervalWith(informed), intervalWith(prior)]
      after += (narrow?.high ?? 0) - (narrow?.low ?? 0)
      before += (wide?.high ?? 0) - (wide?.low ?? 0)
      if (narrow && narrow.low <= netOf(truth) && netOf(truth) <= narrow.high) held++
    }
    expect(held / sources).toBeGreaterThan(0.9)
    expect(after).toBeLessThan(0.95 * before)
  })
})
