import { expect, test } from 'vitest'
import { passesOver } from '../../bench/inference/passes.ts'

const lengths = Array.from({ length: 200 }, (_, index) => (index * 37) % 101)
const passes = passesOver(lengths, { random: { 1: 20, 32: 128 }, sorted: { 32: 128 }, isSortedForSlow: false })
const meanLength = (rows: readonly number[]) => rows.reduce((sum, row) => sum + (lengths[row] ?? 0), 0) / rows.length

test('tweets have the same mean length in every pass, even in small ones', () => {
  const means = passes.map(({ batches }) => meanLength(batches.flat()))
  expect(Math.max(...means) - Math.min(...means)).toBeLessThan(1)
})

test('a random pass and a pass sorted by length contain the same tweets', () => {
  const [random, sorted] = passes.filter(({ batch }) => batch === 32).map(({ batches }) => batches.flat())
  expect(random?.toSorted()).toEqual(sorted?.toSorted())
  const sortedLengths = sorted?.map(row => lengths[row] ?? 0)
  expect(sortedLengths).toEqual(sortedLengths?.toSorted((a, b) => a - b))
  expect(random).not.toEqual(sorted)
})

test('no batch exceeds the size of its pass', () => {
  for (const { batch, batches } of passes) expect(Math.max(...batches.map(({ length }) => length))).toBe(batch)
})
