import fc from 'fast-check'
import { expect, test } from 'vitest'
import { confusionMatrix, countOf, predictedCountOf, supportOf } from '../../../src/ml/evaluation/confusion-matrix.ts'
import { scoredRow, someRows, THREE } from './scored-rows.ts'

test('counts are indexed [actual][predicted]', () => {
  const rows = [
    scoredRow('POSITIVE', [0.6, 0.2, 0.2]),
    scoredRow('POSITIVE', [0.1, 0.2, 0.7]),
    scoredRow('NEGATIVE', [0.1, 0.8, 0.1]),
  ]
  expect(confusionMatrix(rows, THREE)).toEqual([
    [1, 0, 1],
    [0, 0, 0],
    [0, 1, 0],
  ])
})

test('cells, rows and columns add up', () => {
  fc.assert(
    fc.property(someRows, rows => {
      const matrix = confusionMatrix(rows, THREE)
      const supports = THREE.map((_, label) => supportOf(matrix, label))
      const predicted = THREE.map((_, label) => predictedCountOf(matrix, label))
      expect(supports).toEqual(THREE.map(label => rows.filter(({ actual }) => actual === label).length))
      expect(predicted).toEqual(THREE.map(label => rows.filter(({ scores }) => scores.label === label).length))
      expect(matrix.flat().reduce((sum, count) => sum + count)).toBe(rows.length)
    }),
  )
})

test('without rows, the matrix is zero', () => {
  expect(countOf(confusionMatrix([], THREE), 2, 2)).toBe(0)
})

test('a row with a label outside of the matrix is refused', () => {
  expect(() => confusionMatrix([scoredRow('IRRELEVANT', [1, 0, 0])], THREE)).toThrow(
    'Actual label IRRELEVANT with prediction POSITIVE does not fit the labels POSITIVE, NEUTRAL, NEGATIVE.',
  )
})
