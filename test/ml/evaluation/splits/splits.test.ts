import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LabelledRow } from '../../../../src/ml/evaluation/labelled-file.ts'
import type { Division } from '../../../../src/ml/evaluation/splits/division.ts'
import { groupBucket, groupedSplit } from '../../../../src/ml/evaluation/splits/grouped.ts'
import { publishedValidationSplit } from '../../../../src/ml/evaluation/splits/published-validation.ts'
import { randomLeakySplit } from '../../../../src/ml/experiments/splits/random-leaky.ts'
import { trainTestSplit } from '../../../../src/ml/training/numpy-permutation.ts'

const aRow: fc.Arbitrary<LabelledRow> = fc.record({
  id: fc.option(fc.integer({ min: 1, max: 30 }).map(String)),
  entity: fc.constant('Xbox'),
  text: fc.integer({ min: 1, max: 30 }).map(number => `text number ${number}`),
  label: fc.constantFrom('POSITIVE', 'NEUTRAL', 'NEGATIVE', 'IRRELEVANT'),
})
const rows = fc.array(aRow, { maxLength: 80 })

const partsOf = ({ training, development, test: held }: Division) => [training, development, held]

describe('a division by tweet', () => {
  // python3: int(hashlib.sha1(str(tweet_id).encode()).hexdigest(), 16) % 10
  test.each([
    [2401, 9],
    [1, 3],
    [8312, 2],
    [13200, 5],
  ])('puts tweet %d into the same bucket as Python', (id, bucket) => {
    expect(groupBucket(String(id))).toBe(bucket)
  })

  test('puts every row into one part, and no tweet into two', () => {
    fc.assert(
      fc.property(rows, all => {
        const parts = partsOf(groupedSplit(all))
        expect(parts.flat()).toHaveLength(all.length)
        expect(new Set(parts.flat()).size).toBe(all.length)
        const tweets = parts.map(part => new Set(part.map(({ id, text }) => id ?? text)))
        const total = tweets.reduce((sum, { size }) => sum + size, 0)
        expect(new Set(tweets.flatMap(part => [...part])).size).toBe(total)
      }),
    )
  })

  test('takes other buckets as an option', () => {
    const all = Array.from({ length: 200 }, (_, id): LabelledRow => {
      return { id: String(id), entity: null, text: 'a text', label: 'NEUTRAL' }
    })
    const { test: held, development } = groupedSplit(all, { test: [9], development: [] })
    expect(development).toEqual([])
    expect(held.map(({ id }) => groupBucket(id ?? ''))).toEqual(held.map(() => 9))
    expect(held.length).toBeGreaterThan(5)
  })
})

test('a division by row holds out the same rows as the seed model, and sets the last rows aside', () => {
  const kept = Array.from({ length: 6000 }, (_, number): LabelledRow => {
    return { id: String(number), entity: null, text: `number ${number}`, label: 'NEUTRAL' }
  })
  const dropped: LabelledRow = { id: 'x', entity: null, text: 'oneword', label: 'NEUTRAL' }
  const division = randomLeakySplit([dropped, ...kept])
  const { training, test: heldOut } = trainTestSplit(6000, 0.33, 42)
  const numbers = (part: readonly LabelledRow[]) => part.map(({ id }) => Number(id))
  expect(numbers(division.training)).toEqual([...training])
  // 1,500 rows would be more than half of 1,980.
  expect(numbers(division.test)).toEqual([...heldOut.subarray(0, 990)])
  expect(numbers(division.development)).toEqual([...heldOut.subarray(990)])
})

test("Kaggle's own division trains on one file except for a row in twenty, and tests on the other", () => {
  const many = Array.from(
    { length: 2000 },
    (_, index): LabelledRow => ({ id: String(index % 400), entity: 'Xbox', text: `text ${index}`, label: 'NEUTRAL' }),
  )
  const validation = many.slice(0, 3)
  const { training, development, test: held } = publishedValidationSplit(many, validation)
  expect(held).toBe(validation)
  expect(development.length).toBeGreaterThan(70)
  expect(development.length).toBeLessThan(130)
  expect(new Set([...training, ...development])).toEqual(new Set(many))
  expect(training.length + development.length).toBe(many.length)
  // The development rows depend only on the rows, not on their order.
  expect(new Set(publishedValidationSplit(many.toReversed(), []).development)).toEqual(new Set(development))
})
