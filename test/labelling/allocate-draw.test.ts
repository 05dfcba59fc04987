import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocateDraw, REVIEW_STRATEGIES } from '../../src/labelling/draws/allocate-draw.ts'
import { LABELS } from '../../src/labels.ts'

const stratum = fc.record({
  label: fc.constantFrom(...LABELS),
  isUncertain: fc.boolean(),
  isDisputed: fc.boolean(),
  populationCount: fc.integer({ min: 1, max: 100_000 }),
})
const draw = fc.record({
  strata: fc.array(stratum, { minLength: 1, maxLength: 16 }),
  size: fc.integer({ min: 1, max: 2000 }),
  strategy: fc.constantFrom(...REVIEW_STRATEGIES),
})
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

describe('the allocation of a draw', () => {
  test('draws exactly its size, and from no stratum more than it has', () => {
    fc.assert(
      fc.property(draw, ({ strata, size, strategy }) => {
        const counts = allocateDraw(strata, size, strategy)
        expect(sum(counts)).toBe(Math.min(size, sum(strata.map(({ populationCount }) => populationCount))))
        strata.forEach(({ populationCount }, index) => {
          expect(counts[index]).toBeLessThanOrEqual(populationCount)
          expect(counts[index]).toBeGreaterThanOrEqual(size >= strata.length ? 1 : 0)
          expect(Number.isInteger(counts[index])).toBe(true)
        })
      }),
    )
  })

  test('gives a uniform draw in proportion to the sizes, but for rounding', () => {
    const sizes = [700, 200, 90, 10]
    const strata = sizes.map((populationCount, index) => ({
      label: LABELS[index] ?? 'NEUTRAL',
      isUncertain: false,
      isDisputed: false,
      populationCount,
    }))
    expect(allocateDraw(strata, 100, 'UNIFORM')).toEqual([70, 20, 9, 1])
    expect(allocateDraw(strata, 100, 'UNCERTAINTY')).toEqual([70, 20, 9, 1])
  })

  test('gives half of a draw to uncertain tweets in addition to their own part', () => {
    const strata = [
      { label: 'POSITIVE', isUncertain: false, isDisputed: false, populationCount: 900 },
      { label: 'POSITIVE', isUncertain: true, isDisputed: false, populationCount: 100 },
    ] as const
    expect(allocateDraw(strata, 100, 'UNCERTAINTY')).toEqual([45, 55])
    // Without disputed tweets, their quarter goes to all.
    expect(allocateDraw(strata, 1000, 'MIXED')).toEqual([900, 100])
    expect(allocateDraw(strata, 200, 'MIXED')).toEqual([135, 65])
  })
})
