import { expect, test } from 'vitest'
import { type OffsetUnit, offsetsOf } from '../../../../src/api/http/cloud/text-offsets.ts'

/** An emoji of two units, an accent of its own, a family, and a letter. */
const TEXT = '\u{1f600}e\u0301é\u{1f469}\u200d\u{1f467}x'

test.each<[OffsetUnit, number[]]>([
  ['utf16', [0, 2, 4, 5, 10, 11]],
  ['codePoint', [0, 1, 3, 4, 7, 8]],
  ['utf8', [0, 4, 7, 9, 20, 21]],
  ['grapheme', [0, 1, 2, 3, 4, 5]],
])('offsets in %s', (unit, expected) => {
  const offset = offsetsOf(TEXT, unit)
  expect([0, 2, 4, 5, 10, 11].map(offset)).toEqual(expected)
  expect(offset(TEXT.length + 5)).toBe(expected.at(-1))
})

test('half of a pair is one unit, and three bytes as its replacement', () => {
  expect(offsetsOf('\ud83dx', 'codePoint')(2)).toBe(2)
  expect(offsetsOf('\ud83dx', 'utf8')(2)).toBe(4)
})
