import { describe, expect, test } from 'vitest'
import { orderItems } from '../../src/labelling/draws/order-items.ts'
import { textKey } from '../../src/labelling/draws/text-key.ts'
import { seededRandom } from '../../src/statistics/seeded-random.ts'

describe('the key of a text', () => {
  test.each([
    ['RT @ann: I love Xbox', 'I love Xbox'],
    ['rt @bob RT @ann: I love Xbox', 'i love  XBOX!!'],
    ['I love Xbox https://t.co/abc', 'I love Xbox http://t.co/xyz'],
    ['Ｉ love Xbox', 'I love Xbox'],
  ])('%j equals that of %j', (one, other) => {
    expect(textKey(one)).toBe(textKey(other))
  })

  test.each([
    ['I love Xbox', 'I love Sony'],
    ['😀', '😡'],
    ['Partly true', 'RTly true'],
    ['日本', '中国'],
    [':)', ':('],
  ])('%j differs from that of %j', (one, other) => {
    expect(textKey(one)).not.toBe(textKey(other))
  })

  test('of a long hostile text is found at once', () => {
    expect(textKey('rt @a '.repeat(1600))).toBe('rt @a '.repeat(1600).trim())
    expect(textKey(`http://${'a'.repeat(9000)}`)).toBe(`http://${'a'.repeat(9000)}`)
    expect(textKey('.'.repeat(10_000))).toBe('.'.repeat(10_000))
  })
})

const drawn = (counts: readonly number[], textOf: (number: number) => string) =>
  counts.flatMap((count, stratum) =>
    Array.from({ length: count }, (_, index) => ({
      tweetId: `${stratum} ${index}`,
      text: textOf(stratum * 1000 + index),
      stratum,
      rank: index + 1,
    })),
  )

describe('the order of a queue', () => {
  test('has every drawn mention once, and each stratum in its random order', () => {
    const counts = [60, 30, 9, 1]
    const items = orderItems(drawn(counts, String), counts, seededRandom(1))
    expect(items.map(({ position }) => position)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1))
    for (const [stratum, count] of counts.entries()) {
      const own = items.filter(item => item.stratum === stratum).map(({ tweetId }) => tweetId)
      expect(own).toEqual(Array.from({ length: count }, (_, index) => `${stratum} ${index}`))
    }
  })

  test('has the strata in their proportions in each first part', () => {
    const counts = [60, 30, 9, 1]
    for (let seed = 1; seed <= 20; seed++) {
      const items = orderItems(drawn(counts, String), counts, seededRandom(seed))
      for (const first of [10, 25, 50, 75]) {
        for (const [stratum, count] of counts.entries()) {
          const taken = items.slice(0, first).filter(item => item.stratum === stratum).length
          expect(Math.abs(taken - (count * first) / 100)).toBeLessThan(2)
        }
      }
    }
  })

  test('points equal texts at the first of them', () => {
    const items = orderItems(
      drawn([4], number => (number % 2 === 0 ? 'RT @ann: same' : `other ${number}`)),
      [4],
      seededRandom(1),
    )
    expect(items.map(({ textPosition }) => textPosition)).toEqual([1, 2, 1, 4])
  })
})
