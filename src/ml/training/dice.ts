import type { Mt19937 } from './mt19937.ts'

/** Draws from the one generator of a training, so that the same seed gives the same rows. */
export class Dice {
  readonly random: Mt19937

  constructor(random: Mt19937) {
    this.random = random
  }

  /** 0 to `count` - 1. */
  index(count: number): number {
    return Math.floor(this.random.nextDouble() * count)
  }

  chance(probability: number): boolean {
    return this.random.nextDouble() < probability
  }

  /** Throws if the list is empty. */
  pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new Error('Nothing can be picked from an empty list.')
    return items[this.index(items.length)] as T
  }

  /** Up to `count` different items. */
  sample<T>(items: readonly T[], count: number): readonly T[] {
    if (items.length <= count) return items
    const rest = [...items]
    return Array.from({ length: count }, () => rest.splice(this.index(rest.length), 1)[0] as T)
  }
}
