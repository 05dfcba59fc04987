import { expect, test } from 'vitest'
import { labelsNeeded } from '../../web/models/labels-needed.ts'

/** As `estimates.json` of the default model has them. */
const ROWS = [
  { labelled: 0, width: 1.56 },
  { labelled: 10, width: 1.03 },
  { labelled: 25, width: 0.77 },
  { labelled: 50, width: 0.58 },
  { labelled: 100, width: 0.4 },
  { labelled: 400, width: 0.22 },
]

test.each([
  [0.8, 0],
  [0.5, 15],
  [0.29, 50],
  [0.2, 100],
  [0.15, 200],
  [0.11, 400],
  [0.1, null],
])('half a width of %d needs %s labels', (halfWidth, labels) => {
  expect(labelsNeeded(ROWS, halfWidth)).toBe(labels)
})

test('nothing measured answers nothing, and a narrower interval never needs fewer labels', () => {
  expect(labelsNeeded([], 0.2)).toBeNull()
  const needed = [0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.15].map(halfWidth => labelsNeeded(ROWS, halfWidth) ?? Number.NaN)
  expect(needed).toEqual([...needed].sort((one, other) => one - other))
})
