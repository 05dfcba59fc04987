import { expect, test } from 'vitest'
import { describeTotal } from '../../web/entity/describe-total.ts'

test.each([
  ['12,000', { totalCount: 12_000, minimumCount: 12_000 }, 20, true],
  ['0', { totalCount: 0, minimumCount: 0 }, 0, false],
  ['more than 100,000', { totalCount: null, minimumCount: 100_001 }, 20, true],
  ['more than 34,000', { totalCount: null, minimumCount: 34_567 }, 20, true],
  ['more than 99,000', { totalCount: null, minimumCount: 100_000 }, 20, true],
  ['more than 21', { totalCount: null, minimumCount: 22 }, 20, true],
  ['20 or more', { totalCount: null, minimumCount: 21 }, 20, true],
  ['20 or more', { totalCount: null, minimumCount: 0 }, 20, true],
  ['20 or more', {}, 20, true],
  ['17', { totalCount: null, minimumCount: 3 }, 17, false],
  ['0', {}, 0, false],
])('a list is described as %s', (words, length, loaded, hasMore) => {
  expect(describeTotal(length, loaded, hasMore)).toBe(words)
})
