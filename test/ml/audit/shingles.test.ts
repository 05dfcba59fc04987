import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jaccard } from '../../../src/ml/audit/jaccard.ts'
import { shingleSets } from '../../../src/ml/audit/shingle-sets.ts'

const aText = fc.array(fc.stringMatching(/^[a-d]{1,4}$/), { maxLength: 12 }).map(words => words.join(' '))

/** From the definition, with sets of strings. */
function jaccardOf(one: string, other: string): number {
  const shingles = (text: string) =>
    new Set(Array.from({ length: Math.max(1, text.length - 1) }, (_, at) => ` ${text} `.slice(at, at + 4)))
  const [a, b] = [shingles(one), shingles(other)]
  const shared = [...a].filter(shingle => b.has(shingle)).length
  return one === '' || other === '' ? -1 : shared / (a.size + b.size - shared)
}

describe('the Jaccard similarity', () => {
  test('is the size of the intersection divided by the size of the union', () => {
    // " ab " / " abc"; "abc " / "bcd " and "cd  ": one shingle, none shared.
    expect(jaccard(shingleSets(['ab', 'abc']), 0, 1)).toBe(0)
    // " abc", "abcd", "bcd " and " abc", "abce", "bce "
    expect(jaccard(shingleSets(['abcd', 'abce']), 0, 1)).toBe(1 / 5)
  })

  test('equals that of sets of strings, in both directions', () => {
    fc.assert(
      fc.property(aText, aText, (one, other) => {
        const sets = shingleSets([one, other])
        expect(jaccard(sets, 0, 1)).toBeCloseTo(jaccardOf(one, other), 12)
        expect(jaccard(sets, 1, 0)).toBe(jaccard(sets, 0, 1))
      }),
    )
  })

  test('of a text with itself is 1', () => {
    fc.assert(
      fc.property(aText, text => {
        expect(jaccard(shingleSets([text]), 0, 0)).toBe(text === '' ? -1 : 1)
      }),
    )
  })

  test('is given up only below the limit', () => {
    fc.assert(
      fc.property(aText, aText, fc.double({ min: 0, max: 1, noNaN: true }), (one, other, atLeast) => {
        const sets = shingleSets([one, other])
        const exact = jaccard(sets, 0, 1)
        expect(jaccard(sets, 0, 1, atLeast)).toBe(exact >= atLeast ? exact : -1)
        if (exact >= 0) expect(jaccard(sets, 0, 1, exact)).toBe(exact)
      }),
    )
  })
})

test('sets are ascending and distinct, for any number of texts', () => {
  const texts = Array.from({ length: 3000 }, (_, index) => `text number ${index} of many, many, many texts`)
  const { starts, values } = shingleSets(texts)
  expect(starts).toHaveLength(texts.length + 1)
  for (let text = 0; text < texts.length; text++) {
    const set = [...values.subarray(starts[text], starts[text + 1])]
    expect(set).toEqual([...new Set(set)].sort((a, b) => a - b))
  }
})
