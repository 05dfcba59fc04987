import { expect, test } from 'vitest'
import { describeForecast } from '../../web/label/describe-forecast.ts'

test.each([
  [0.412, 0.171, 19, 'Labelling the rest would shrink the interval from ±0.41 to about ±0.17.'],
  [0.171, 0.171, 0, 'Net sentiment is known to ±0.17.'],
  [0.171, 0.169, 1, 'The interval is ±0.17. Labelling the rest would hardly change it.'],
  [0.16, 0.171, 1, 'The interval is ±0.16. Labelling the rest would hardly change it.'],
  [null, null, 4, ''],
])('a forecast from %s to %s with %i tweets left', (halfWidth, expectedHalfWidth, remainingCount, words) => {
  expect(describeForecast({ halfWidth, expectedHalfWidth, remainingCount })).toBe(words)
})
