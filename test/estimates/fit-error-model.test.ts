import { expect, test } from 'vitest'
import { fitErrorModel } from '../../src/estimates/fit-error-model.ts'
import { seededRandom } from '../../src/statistics/seeded-random.ts'
import { draws, ERRORS, simulateLabels } from './simulated-entity.ts'

function simulateSources(sources: number, entities: number, tweets: number, seed: number) {
  const random = seededRandom(seed)
  const { vector } = draws(random)
  const perStratum = ERRORS.base.map(() => tweets)
  return Array.from({ length: sources }, (_, source) => {
    const shift = vector(ERRORS.betweenSources)
    return Array.from({ length: entities }, () => ({
      source: `source ${source}`,
      labelled: simulateLabels(ERRORS, perStratum, random, shift),
    }))
  }).flat()
}

test('finds the errors that labelled entities were drawn from', () => {
  const fitted = fitErrorModel(simulateSources(12, 12, 60, 3))
  for (const [stratum, row] of fitted.base.entries()) {
    for (const [label, share] of row.entries()) {
      expect(Math.abs(share - (ERRORS.base[stratum]?.[label] ?? 0))).toBeLessThan(0.12)
    }
    expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10)
  }
  expect(fitted.betweenEntities[0][0]).toBeGreaterThan(0.3)
  expect(fitted.betweenEntities[0][0]).toBeLessThan(0.8)
  expect(fitted.betweenSources[1][1]).toBeGreaterThan(0.15)
  expect(fitted.betweenSources[1][1]).toBeLessThan(1.3)
  expect(fitted.concentration).toBeGreaterThan(15)
  expect(fitted.concentration).toBeLessThan(120)
})

test('gives the same errors for the same entities', () => {
  expect(fitErrorModel(simulateSources(3, 4, 20, 9))).toStrictEqual(fitErrorModel(simulateSources(3, 4, 20, 9)))
})

test('assumes that entities differ, although the few that it saw do not', () => {
  const labelled = ERRORS.base.map(row => row.map(share => Math.round(share * 50)))
  const fitted = fitErrorModel([
    { source: 'a', labelled },
    { source: 'b', labelled },
  ])
  expect(fitted.betweenEntities[0][0]).toBeGreaterThan(0.1)
  expect(fitted.betweenSources[0][0]).toBeGreaterThan(0.1)
})

test('keeps every share positive if a label never occurs', () => {
  const labelled = ERRORS.base.map(() => [10, 20, 30, 0])
  const fitted = fitErrorModel([
    { source: 'a', labelled },
    { source: 'b', labelled },
  ])
  for (const row of fitted.base) for (const share of row) expect(share).toBeGreaterThan(0)
})
