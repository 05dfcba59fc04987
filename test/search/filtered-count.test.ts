import { expect, test } from 'vitest'
import { NO_COUNTS } from '../../src/analytics/label-counts.ts'
import { agreedLabel } from '../../src/classification/agreed-label.ts'
import { filteredCount } from '../../src/search/filtered-count.ts'

const COUNTS = {
  ...NO_COUNTS,
  positive: 4,
  neutral: 3,
  negative: 2,
  irrelevant: 1,
  uncertain: 6,
  unreadable: 2,
  unsupportedLanguage: 1,
  total: 13,
}
const ALL = { label: null, isUncertain: null, author: null, language: null, text: null }

test.each([
  [ALL, 13],
  [{ ...ALL, label: 'NEGATIVE' }, 2],
  // Answers about unread texts are uncertain.
  [{ ...ALL, isUncertain: true }, 9],
  [{ ...ALL, isUncertain: false }, 4],
] as const)('%j matches %i', (filter, count) => {
  expect(filteredCount(COUNTS, filter)).toBe(count)
})

test.each([
  [{ ...ALL, author: 'ana' }],
  [{ ...ALL, language: 'es' }],
  [{ ...ALL, text: 'refund' }],
  [{ ...ALL, label: 'POSITIVE', isUncertain: true }],
  [{ ...ALL, label: 'POSITIVE', isUncertain: false }],
] as const)('the counts do not have the number of matches of %j', filter => {
  expect(filteredCount(COUNTS, filter)).toBeNull()
})

test('labels agree only if all are the same', () => {
  expect(agreedLabel([])).toBeNull()
  expect(agreedLabel(['POSITIVE'])).toBe('POSITIVE')
  expect(agreedLabel(['POSITIVE', 'POSITIVE'])).toBe('POSITIVE')
  expect(agreedLabel(['POSITIVE', 'NEGATIVE'])).toBeNull()
})
