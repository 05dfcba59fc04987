import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amongLabels } from '../../../src/ml/evaluation/among-labels.ts'
import { scoredRow, someRows, THREE } from './scored-rows.ts'

test('rows of other labels are dropped, and a prediction is renormalised over the three labels', () => {
  const rows = [scoredRow('NEUTRAL', [0.1, 0.25, 0.05, 0.6]), scoredRow('IRRELEVANT', [0.1, 0.1, 0.1, 0.7])]
  const [row, ...others] = amongLabels(rows, THREE)
  expect(others).toEqual([])
  expect(row?.scores.label).toBe('NEUTRAL')
  expect(row?.scores.confidence).toBeCloseTo(0.25 / 0.4, 12)
  expect(row?.scores.probabilities).toMatchObject({ irrelevant: 0 })
  expect(row?.scores.probabilities.positive).toBeCloseTo(0.25, 12)
})

test('a model that gives all probability to another label gives equal ones to the three', () => {
  const [row] = amongLabels([scoredRow('NEUTRAL', [0, 0, 0, 1])], THREE)
  expect(row?.scores.probabilities).toEqual({ positive: 1 / 3, neutral: 1 / 3, negative: 1 / 3, irrelevant: 0 })
})

test('predictions among three labels are unchanged', () => {
  fc.assert(
    fc.property(someRows, rows => {
      expect(amongLabels(rows, THREE)).toEqual(rows)
    }),
  )
})
