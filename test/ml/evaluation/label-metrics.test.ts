import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { confusionMatrix } from '../../../src/ml/evaluation/confusion-matrix.ts'
import {
  accuracy,
  f1,
  macroAverage,
  majorityBaseline,
  precision,
  recall,
} from '../../../src/ml/evaluation/label-metrics.ts'
import { someRows, THREE } from './scored-rows.ts'

/** Expected figures come from scikit-learn 1.9: precision_recall_fscore_support and accuracy_score. */
const MATRIX = [
  [50, 3, 7],
  [10, 30, 20],
  [2, 0, 28],
]

describe('against scikit-learn', () => {
  test('precision, recall and F1 of each label', () => {
    expect(MATRIX.map((_, label) => precision(MATRIX, label))).toEqual([50 / 62, 30 / 33, 28 / 55])
    expect(MATRIX.map((_, label) => recall(MATRIX, label))).toEqual([50 / 60, 30 / 60, 28 / 30])
    expect(f1(MATRIX, 0)).toBeCloseTo(0.819672131147541, 12)
    expect(f1(MATRIX, 1)).toBeCloseTo(0.64516129032258, 12)
    expect(f1(MATRIX, 2)).toBeCloseTo(0.658823529411764, 12)
  })

  test('macro averages and accuracy', () => {
    expect(macroAverage(MATRIX, precision)).toBeCloseTo(0.741544477028348, 12)
    expect(macroAverage(MATRIX, recall)).toBeCloseTo(0.755555555555555, 12)
    expect(macroAverage(MATRIX, f1)).toBeCloseTo(0.707885650293962, 12)
    expect(accuracy(MATRIX)).toBe(0.72)
  })
})

describe('without evidence', () => {
  const NEVER_POSITIVE = [
    [0, 2, 0],
    [0, 3, 0],
    [0, 0, 0],
  ]

  test('a label that was never predicted has no precision', () => {
    expect(precision(NEVER_POSITIVE, 0)).toBeNull()
  })

  test('a label without rows has no recall', () => {
    expect(recall(NEVER_POSITIVE, 2)).toBeNull()
  })

  test('a label without rows and predictions has no F1, one that was always missed has 0', () => {
    expect(f1(NEVER_POSITIVE, 2)).toBeNull()
    expect(f1(NEVER_POSITIVE, 0)).toBe(0)
  })

  test('macro averages count a missed label as 0 and skip an absent one', () => {
    expect(macroAverage(NEVER_POSITIVE, precision)).toBe((0 + 3 / 5) / 2)
    expect(macroAverage(NEVER_POSITIVE, recall)).toBe((0 + 1) / 2)
  })

  test('without rows, there are no figures', () => {
    const nothing = confusionMatrix([], THREE)
    expect(accuracy(nothing)).toBeNull()
    expect(macroAverage(nothing, f1)).toBeNull()
    expect(majorityBaseline(nothing)).toBe(0)
  })
})

test('F1 is between precision and recall, and every share between 0 and 1', () => {
  fc.assert(
    fc.property(someRows, rows => {
      const matrix = confusionMatrix(rows, THREE)
      for (const label of THREE.keys()) {
        const [p, r, f] = [precision(matrix, label), recall(matrix, label), f1(matrix, label)]
        if (p === null || r === null || f === null) continue
        expect(f).toBeGreaterThanOrEqual(Math.min(p, r) - 1e-12)
        expect(f).toBeLessThanOrEqual(Math.max(p, r) + 1e-12)
      }
    }),
  )
})

test('accuracy is the mean of recall weighted by support', () => {
  fc.assert(
    fc.property(someRows, rows => {
      const matrix = confusionMatrix(rows, THREE)
      const weighted = THREE.map((actual, label) => {
        const support = rows.filter(row => row.actual === actual).length
        return (support / rows.length) * (recall(matrix, label) ?? 0)
      })
      expect(accuracy(matrix)).toBeCloseTo(
        weighted.reduce((sum, part) => sum + part),
        12,
      )
    }),
  )
})

test('the majority baseline is the share of the most frequent label', () => {
  expect(majorityBaseline(MATRIX)).toBe(60 / 150)
})
