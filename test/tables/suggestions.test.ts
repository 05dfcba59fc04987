import { describe, expect, test } from 'vitest'
import { suggestFor } from '../../src/tables/suggestions.ts'

const time = (...values: readonly string[]) => {
  const { timeFormat = null, ambiguousTime = null } = suggestFor(values) ?? {}
  return timeFormat ?? ambiguousTime
}
const labels = (...values: readonly string[]) =>
  Object.fromEntries((suggestFor(values)?.labelMap ?? []).map(({ value, label }) => [value, label]))

describe('the order of day and month', () => {
  test.each([
    [['13/02/2024'], 'day-first'],
    [['01/02/2024 10:00', '28.02.2024 11:00', ''], 'day-first'],
    [['02/13/2024 9:30 PM', '02/01/2024'], 'month-first'],
    [['3/4/26', '25/4/98'], 'day-first'],
  ])('of %j is %s', (values, format) => expect(time(...values)).toBe(format))

  test.each([
    [['01/02/2024', '03/04/2024'], '01/02/2024'],
    [['13/02/2024', '02/13/2024', '01/02/2024'], '01/02/2024'],
    // Perhaps 2024-11-26.
    [['24-11-26', '24-11-27'], '24-11-26'],
  ])('of %j is asked', (values, doubtful) => expect(time(...values)).toBe(doubtful))

  test.each([
    [['2024-02-13', '2024-02-14']],
    [['Tue Nov 24 10:00:00 +0000 2026']],
    [['1735689600']],
    [['13/02/2024', 'one', 'two', 'three']],
    [['1/2', '1.2.3']],
    [['', 'NaN']],
  ])('is not needed for %j', values => expect(time(...values)).toBeNull())
})

describe('the meaning of labels', () => {
  test.each([
    [['0', '4', '0'], { '0': 'NEGATIVE', '4': 'POSITIVE' }],
    [['0', '2', '4'], { '0': 'NEGATIVE', '2': 'NEUTRAL', '4': 'POSITIVE' }],
    [['1', '0', '-1'], { '-1': 'NEGATIVE', '0': 'NEUTRAL', '1': 'POSITIVE' }],
    [['1.0', '0.0'], { '0.0': 'NEGATIVE', '1.0': 'POSITIVE' }],
    [['5', '1', '3', '4'], { '1': 'NEGATIVE', '3': 'NEUTRAL', '4': 'POSITIVE', '5': 'POSITIVE' }],
    [['LABEL_0', 'LABEL_1', 'LABEL_2'], { LABEL_0: 'NEGATIVE', LABEL_1: 'NEUTRAL', LABEL_2: 'POSITIVE' }],
    [
      ['Extremely Negative', 'Positive', 'Mixed', 'Extremely Positive'],
      { 'Extremely Negative': 'NEGATIVE', Mixed: null, 'Extremely Positive': 'POSITIVE' },
    ],
    [['négatif', 'positif', 'neutre'], { négatif: 'NEGATIVE', positif: 'POSITIVE', neutre: 'NEUTRAL' }],
    [['P', 'N', 'NEU'], { P: 'POSITIVE', N: 'NEGATIVE' }],
  ])('%j', (values, map) => expect(labels(...values)).toEqual(map))

  test.each([
    [['Positive', 'neg', 'neutral']],
    // Two of five stars, or of Sentiment140's five?
    [['2', '4']],
    [['1', '2', '3']],
    [['red', 'green', 'good']],
    [['good']],
    [Array.from({ length: 100 }, (_, at) => String(at))],
    [['__proto__', 'constructor']],
  ])('%j has none to suggest', values => expect(labels(...values)).toEqual({}))
})
