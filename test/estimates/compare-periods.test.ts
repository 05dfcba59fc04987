import { expect, test } from 'vitest'
import { comparePeriods } from '../../src/estimates/compare-periods.ts'
import { estimateNetSentiment } from '../../src/estimates/estimate-net-sentiment.ts'
import { labelPosterior } from '../../src/estimates/label-posterior.ts'
import { addVectors } from '../../src/estimates/matrix.ts'
import { shiftPosterior } from '../../src/estimates/shift-posterior.ts'
import { priorOf } from '../../src/estimates/shift-prior.ts'
import { shiftedShares } from '../../src/estimates/shifted-shares.ts'
import { seededRandom } from '../../src/statistics/seeded-random.ts'
import { draws, ERRORS, netOf } from './simulated-entity.ts'

const prior = priorOf(ERRORS)
const NOTHING = ERRORS.base.map(() => [0, 0, 0, 0])
const posterior = labelPosterior(NOTHING, ERRORS, shiftPosterior(NOTHING, ERRORS, prior))
const unlabelled = (counts: readonly number[]) => ({ unlabelled: counts, known: [0, 0, 0, 0] })
const widthOf = (interval: { low: number; high: number } | null) => (interval?.high ?? 9) - (interval?.low ?? 0)

test('contains the true change of nearly all entities, whose shift is the same in both periods', () => {
  const random = seededRandom(5)
  const { dirichlet, multinomial, vector } = draws(random)
  let [held, wrong] = [0, 0]
  const entities = 200
  for (let entity = 0; entity < entities; entity++) {
    const shift = addVectors(vector(ERRORS.betweenSources), vector(ERRORS.betweenEntities))
    const [now, before] = [0, 1].map(() =>
      ERRORS.base.map(base => {
        const shares = shiftedShares(base, shift).map(share => share * ERRORS.concentration)
        return multinomial(10 + Math.floor(random() * 60), dirichlet(shares))
      }),
    ) as [number[][], number[][]]
    const tweets = [now, before].map(labels =>
      unlabelled(labels.map(row => row.reduce((sum, count) => sum + count, 0))),
    )
    const found = comparePeriods(posterior, tweets[0] ?? unlabelled([]), tweets[1] ?? unlabelled([]))
    const truth = netOf(now) - netOf(before)
    if (found === null) continue
    if (found.low <= truth && truth <= found.high) held++
    if (found.pValue < 0.05 && truth * found.value < 0) wrong++
  }
  expect(held / entities).toBeGreaterThan(0.9)
  expect(wrong).toBeLessThanOrEqual(5)
})

test('is far narrower than the interval of one period, because the shift cancels', () => {
  const tweets = unlabelled([300, 100, 100, 50, 200, 100, 20, 20])
  const change = comparePeriods(posterior, tweets, tweets)
  expect(change?.value).toBe(0)
  expect(change?.pValue).toBeGreaterThan(0.95)
  expect(widthOf(change)).toBeLessThan(0.75 * widthOf(estimateNetSentiment(posterior, tweets)))
})

test('finds a large change without labels', () => {
  const [loved, hated] = [unlabelled([900, 50, 50, 0, 50, 0, 0, 0]), unlabelled([50, 0, 50, 0, 900, 50, 0, 0])]
  const change = comparePeriods(posterior, loved, hated)
  expect(change?.pValue).toBeLessThan(0.01)
  expect(change?.low).toBeGreaterThan(0.3)
  const back = comparePeriods(posterior, hated, loved)
  expect(back?.low).toBeCloseTo(-(change?.high ?? 0), 3)
})

test('has no figure without tweets in one of the periods', () => {
  expect(
    comparePeriods(posterior, unlabelled([1, 0, 0, 0, 0, 0, 0, 0]), unlabelled([0, 0, 0, 0, 0, 0, 0, 0])),
  ).toBeNull()
})
