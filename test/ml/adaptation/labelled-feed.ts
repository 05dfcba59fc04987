import type { Label } from '../../../src/labels.ts'
import type { LabelledMention } from '../../../src/ml/adaptation/find-correction.ts'
import { seededRandom } from '../../../src/statistics/seeded-random.ts'

export interface FeedOptions {
  readonly count: number
  readonly entities: readonly (string | null)[]
  /** The words of the texts are w1 to this number. */
  readonly words?: number
  readonly seed?: number
  /** By the numbers of the words in a text. */
  readonly labelOf: (words: readonly number[], random: () => number) => Label
}

/** Labelled texts of random words about the entities in turn, for models with random weights. No two are near duplicates. */
export function labelledFeed({ count, entities, words = 40, seed = 3, labelOf }: FeedOptions): LabelledMention[] {
  const random = seededRandom(seed)
  return Array.from({ length: count }, (_, index) => {
    const numbers = Array.from({ length: 8 }, () => 1 + Math.floor(random() * words))
    const entity = entities[index % entities.length] ?? null
    const text = [...(entity === null ? [] : [entity]), ...numbers.map(number => `w${number}`)].join(' ')
    return { id: null, text, entity, label: labelOf(numbers, random), weight: 1 }
  })
}
