import { seededRandom } from '../../../src/statistics/seeded-random.ts'

/** Choices that depend only on the seed. */
export interface Chooser {
  chance(probability: number): boolean
  /** From 0, below `limit`. */
  below(limit: number): number
  pick<T>(items: readonly T[]): T
}

export function createChooser(seed: number): Chooser {
  const random = seededRandom(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  return {
    chance: probability => random() < probability,
    below,
    pick: items => {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error('Nothing to pick from.')
      return item
    },
  }
}
