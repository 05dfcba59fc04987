import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describeCounts, stackLabels } from '../../web/charts/label-counts.ts'

const counts = (positive: number, neutral: number, negative: number, irrelevant: number) => ({
  positive,
  neutral,
  negative,
  irrelevant,
  total: positive + neutral + negative + irrelevant,
})

test('shares add up to 1 and follow one another', () => {
  const count = fc.nat(1_000_000)
  fc.assert(
    fc.property(count, count, count, count, (...four) => {
      fc.pre(four.some(part => part > 0))
      let end = 0
      for (const { start, share } of stackLabels(counts(...four))) {
        expect(start).toBeCloseTo(end, 9)
        end = start + share
      }
      expect(end).toBeCloseTo(1, 9)
    }),
  )
})

test('no tweets have no shares, and no division by zero', () => {
  expect(stackLabels(counts(0, 0, 0, 0)).map(({ share }) => share)).toEqual([0, 0, 0, 0])
  expect(describeCounts(counts(0, 0, 0, 0))).toBe('no tweets')
})

test('words name the labels that occur', () => {
  expect(describeCounts(counts(120, 0, 80, 0))).toBe('Positive 120 (60 %), Negative 80 (40 %)')
})
