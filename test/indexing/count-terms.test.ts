import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ALL_TERMS, changesBetween, contributionOf, MAX_VARIANTS, TWEETS } from '../../src/indexing/count-terms.ts'
import type { CountedMention, IndexedTweet } from '../../src/indexing/indexed-tweet.ts'

const mention = fc.tuple(
  fc.constantFrom('entity1', 'entity2'),
  fc.constant('version'),
  fc.constantFrom('POSITIVE' as const, 'NEGATIVE' as const),
  fc.constantFrom('2026-01-01', '2026-01-02'),
) satisfies fc.Arbitrary<CountedMention>
const variants = fc.array(
  fc.record({
    tweetId: fc.uuid(),
    externalId: fc.constant('id'),
    terms: fc.uniqueArray(fc.constantFrom('love', 'hate', 'it', '#tag')),
    mentions: fc.array(mention, { maxLength: 3 }),
  }),
  { maxLength: 6 },
)
const groups = fc.array(variants, { maxLength: 4 })

function summed(all: readonly (readonly IndexedTweet[])[], counts = new Map<string, number>()) {
  for (const group of all) {
    for (const [key, terms] of contributionOf(group)) {
      const [entity, version, day, label] = key.split(' ')
      const index = label === 'POSITIVE' ? 0 : 2
      for (const term of terms) bump(counts, [entity, version, day, term, index], 1)
      bump(counts, [entity, version, day, ALL_TERMS, index], terms.size - 1)
    }
  }
  return counts
}

function bump(counts: Map<string, number>, parts: readonly unknown[], amount: number): void {
  const key = JSON.stringify(parts)
  const sum = (counts.get(key) ?? 0) + amount
  if (sum === 0) counts.delete(key)
  else counts.set(key, sum)
}

test('the changes added to the old counts are the new counts', () => {
  fc.assert(
    fc.property(groups, groups, (before, after) => {
      const counts = summed(before)
      for (const { entityId, modelVersionId, day, changes } of changesBetween(
        before.map(contributionOf),
        after.map(contributionOf),
      )) {
        for (const [term, amounts] of changes) {
          for (const [index, amount] of amounts.entries())
            bump(counts, [entityId, modelVersionId, day, term, index], amount)
        }
      }
      expect(Object.fromEntries(counts)).toEqual(Object.fromEntries(summed(after)))
    }),
  )
})

test('six paraphrases of one tweet count once for each of their words', () => {
  const paraphrases = Array.from({ length: 6 }, (_, index) => ({
    tweetId: String(index),
    externalId: '2401',
    terms: ['murder', `word${index}`],
    mentions: [['e', 'v', 'POSITIVE', '2026-01-01']] as const,
  }))
  const [day] = changesBetween([], [contributionOf(paraphrases)])
  expect(day?.changes.get('murder')).toEqual([1, 0, 0, 0])
  expect(day?.changes.get(TWEETS)).toEqual([1, 0, 0, 0])
  expect(day?.changes.get(ALL_TERMS)).toEqual([7, 0, 0, 0])
})

test('only the first tweets of an external id are counted', () => {
  const many = Array.from({ length: MAX_VARIANTS + 1 }, (_, index) => ({
    tweetId: String(index),
    externalId: 'id',
    terms: [`word${index}`],
    mentions: [['e', 'v', 'POSITIVE', '2026-01-01']] as const,
  }))
  const [day] = changesBetween([], [contributionOf(many)])
  expect(day?.changes.has(`word${MAX_VARIANTS - 1}`)).toBe(true)
  expect(day?.changes.has(`word${MAX_VARIANTS}`)).toBe(false)
})

test('unchanged terms have no change', () => {
  fc.assert(
    fc.property(groups, all => {
      expect(changesBetween(all.map(contributionOf), all.map(contributionOf))).toEqual([])
    }),
  )
})
