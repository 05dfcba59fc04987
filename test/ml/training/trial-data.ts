import type { KaggleFile, KaggleRow } from '../../../src/ml/training/kaggle-rows.ts'
import type { Recipe } from '../../../src/ml/training/recipe.ts'
import { seedLstm } from '../../../src/ml/training/recipes/seed-lstm.ts'
import { seededRandom } from '../../../src/statistics/seeded-random.ts'

/** The seed model's recipe at a size that trains in a moment. */
export const trialRecipe: Recipe = {
  ...seedLstm,
  name: 'trial',
  network: { vocabularySize: 30, embeddingSize: 6, hiddenSize: 9 },
  batchSize: 7,
  epochs: 2,
  split: { ...seedLstm.split, setAside: 10 },
}

const WORDS = { POSITIVE: ['love', 'great'], NEGATIVE: ['hate', 'awful'], NEUTRAL: ['patch', 'notes'] } as const
const LABELS = ['POSITIVE', 'NEGATIVE', 'NEUTRAL'] as const

/** Synthetic tweets whose label one word determines. */
export function trialFile(rows = 90): KaggleFile {
  const random = seededRandom(3)
  const pick = <T>(values: readonly [T, ...T[]]): T => values[Math.floor(random() * values.length)] ?? values[0]
  return {
    sha256: 'f'.repeat(64),
    rows: Array.from({ length: rows }, (_, index): KaggleRow => {
      const label = pick(LABELS)
      const filler = Array.from({ length: Math.floor(random() * 6) }, () => `w${Math.floor(random() * 12)}`)
      return { id: String(index), entity: 'Xbox', label, text: ['tweet', ...filler, pick(WORDS[label])].join(' ') }
    }),
  }
}
