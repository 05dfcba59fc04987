import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describeCounts, stackLabels } from '../../web/charts/label-counts.ts'

const counts = (positive: number, neutral: number, negative: number, irrelevant: number, unread = 0) => ({
  positive,
  neutral,
  negative,
  irrelevant,
  total: positive + neutral + negative + irrelevant + unread,
})

test('shares add up to 1 and follow one another, however many tweets could not be read', () => {
  const count = fc.nat(1_000_000)
  fc.assert(
    fc.property(count, count, count, count, count, (...parts) => {
      fc.pre(parts.slice(0, 4).some(part => part > 0))
      let end = 0
      for (const { start, share } of stackLabels(counts(...parts))) {
        expect(start).toBeCloseTo(end, 9)
        end = start + share
      }
      expect(end).toBeCloseTo(1, 9)
    }),
  )
})

test('no tweets have no shares, and no division by zero', () => {
  expect(stackLabels(counts(0, 0, 0, 0)).map(({ share }) => share)).toEqual([0, 0, 0, 0])
  expect(describeCounts(counts(0, 0, 0, 0))).toBe('no tweets with a label')
  expect(describeCounts(counts(0, 0, 0, 0, 7))).toBe('no tweets with a label')
})

test('words name the labels that occur', () => {
  expect(describeCounts(counts(120, 0, 80, 0))).toBe('Positive 120 (60 %), Negative 80 (40 %)')
})
