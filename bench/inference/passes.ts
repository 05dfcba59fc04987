import { seededRandom } from '../../src/statistics/seeded-random.ts'
import type { Pass } from './match.ts'

/** Number of tweets in each pass. */
export interface PassSizes {
  readonly random: Readonly<Record<number, number>>
  readonly sorted: Readonly<Record<number, number>>
  /** Whether slow engines run the sorted passes. */
  readonly isSortedForSlow: boolean
}

export const FULL_PASSES: PassSizes = {
  random: { 1: 64, 32: 512, 256: 1024 },
  sorted: { 1: 64, 32: 1024, 256: 1024 },
  isSortedForSlow: true,
}

export const QUICK_PASSES: PassSizes = {
  random: { 1: 16, 32: 64, 256: 256 },
  sorted: { 32: 512, 256: 512 },
  isSortedForSlow: false,
}

/** The largest number of tweets in any pass. */
export const tweetsFor = ({ random, sorted }: PassSizes): number =>
  Math.max(...Object.values(random), ...Object.values(sorted))

/**
 * The same tweets in batches of each size, in random order and sorted by length. A pass of fewer tweets takes them
 * evenly from the shortest to the longest, so that the mean length is equal in all passes.
 *
 * @param lengths of the tweets, in tokens.
 */
export function passesOver(lengths: readonly number[], sizes: PassSizes): readonly Pass[] {
  const byLength = lengths.map((_, index) => index).sort((a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0))
  const evenly = (count: number) =>
    Array.from({ length: count }, (_, at) => byLength[Math.floor(((at + 0.5) * byLength.length) / count)] ?? 0)
  const passOf =
    (order: Pass['order']) =>
    ([size, count]: [string, number]): Pass => {
      const rows = evenly(Math.min(count, lengths.length))
      const batch = Number(size)
      return {
        batch,
        order,
        batches: inBatches(order === 'sorted' ? rows : shuffled(rows), batch),
        isForSlow: order === 'random' || sizes.isSortedForSlow,
      }
    }
  return [
    ...Object.entries(sizes.random).map(passOf('random')),
    ...Object.entries(sizes.sorted).map(passOf('sorted')),
  ].sort((a, b) => a.batch - b.batch)
}

const inBatches = (rows: readonly number[], size: number) =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, at) => rows.slice(at * size, (at + 1) * size))

/** Fisher-Yates shuffle with a fixed seed. */
function shuffled(rows: readonly number[]): readonly number[] {
  const random = seededRandom(1)
  const mixed = [...rows]
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    ;[mixed[last], mixed[other]] = [mixed[other] as number, mixed[last] as number]
  }
  return mixed
}
