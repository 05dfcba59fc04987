import { expect, test } from 'vitest'
import { rank } from '../../src/terms/service.ts'

const SUMS = [
  { term: '', count: 100, otherCount: 100, priorCount: 1000 },
  { term: ' ', count: 800, otherCount: 800, priorCount: 8000 },
]
const row = (term: string, count: number, otherCount: number) => ({
  term,
  count,
  otherCount,
  priorCount: count + otherCount + 10,
})
const termsOf = (stats: readonly { term: string }[]) => stats.map(({ term }) => term)
const noName = () => false

test('frequent distinctive terms precede rare ones, and terms of the other labels are excluded', () => {
  const rows = [
    ...SUMS,
    row('said twice', 3, 0),
    row('everywhere', 50, 50),
    row('telling', 40, 5),
    row('theirs', 4, 40),
  ]
  expect(termsOf(rank(rows, noName, 10))).toEqual(['telling', 'said twice'])
})

test('names are excluded, and other terms follow', () => {
  const rows = [...SUMS, row('acme', 60, 1), row('one', 40, 5), row('two', 30, 5), row('three', 20, 5)]
  expect(termsOf(rank(rows, term => term === 'acme', 2))).toEqual(['one', 'two'])
})

test('the sums are not terms', () => {
  expect(
    rank([{ ...SUMS[0], term: '', count: 90, otherCount: 1, priorCount: 91 }, SUMS[1] as (typeof SUMS)[0]], noName, 10),
  ).toEqual([])
})

test('without counts there are no terms', () => {
  expect(rank([], noName, 10)).toEqual([])
})
