import { expect, test } from 'vitest'
import { describeTotal } from '../../web/entity/describe-total.ts'

test('a list without a total counts what is loaded, and says if there may be more', () => {
  expect(describeTotal(12_000, 20, true)).toBe('12,000')
  expect(describeTotal(null, 20, true)).toBe('20 or more')
  expect(describeTotal(null, 17, false)).toBe('17')
  expect(describeTotal(null, 0, false)).toBe('0')
})
