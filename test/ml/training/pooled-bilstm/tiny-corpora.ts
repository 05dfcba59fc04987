import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Label } from '../../../../src/labels.ts'
import type { Corpus } from '../../../../src/ml/training/corpora.ts'
import { type PrepareOptions, preparePooledData } from '../../../../src/ml/training/pooled-bilstm/prepare-data.ts'
import type { PooledRecipe } from '../../../../src/ml/training/pooled-bilstm/recipe.ts'
import { pulso } from '../../../../src/ml/training/recipes/pulso.ts'
import { seededRandom } from '../../../../src/statistics/seeded-random.ts'
import { writeTinyLexicons } from '../../lexicons/tiny-lexicons.ts'

/** The default recipe at a size that trains in a moment. */
export const tinyRecipe: PooledRecipe = {
  ...pulso,
  name: 'tiny',
  maxTokens: 8,
  vocabulary: { fewestTweets: 2, size: 40 },
  network: { hiddenSize: 5, denseSize: 13 },
  dropout: { words: 0.05, channels: 0.1, pooled: 0.1 },
  batchSize: 16,
  epochs: 3,
  optimiser: { ...pulso.optimiser, learningRate: 0.02, warmUpSteps: 5 },
}

const WORDS: Readonly<Record<Label, readonly string[]>> = {
  POSITIVE: ['love', 'happy', ':)'],
  NEGATIVE: ['hate', 'broken', 'not'],
  NEUTRAL: ['sells', 'opens'],
  IRRELEVANT: ['banana', 'weather'],
}

/** Tweets whose label one word determines: of two brands in two variants each, and messages without an entity. */
export function tinyCorpora(): [Corpus, Corpus] {
  const random = seededRandom(11)
  const pick = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)] as T
  const brands = Array.from({ length: 90 }, (_, tweet) => {
    const label = pick(['POSITIVE', 'NEGATIVE', 'NEUTRAL', 'IRRELEVANT'] as const)
    const entity = tweet < 45 ? 'Acme' : tweet < 87 ? 'Globex' : 'Initech'
    return ['the', 'a good'].map(filler => ({
      id: `${tweet}`,
      entity,
      text: `${filler} phone of ${entity} ${pick(WORDS[label])} today ${tweet}`,
      label,
      isDevelopment: false,
    }))
  })
  const messages = Array.from({ length: 60 }, (_, tweet) => {
    const label = pick(['POSITIVE', 'NEGATIVE', 'NEUTRAL'] as const)
    return {
      id: null,
      entity: null,
      text: tweet === 9 ? '---' : `they ${pick(WORDS[label])} the whole lot of things ${tweet}`,
      label,
      isDevelopment: tweet % 6 === 3,
    }
  })
  return [
    { name: 'brands.csv', sha256: 'b'.repeat(64), rows: brands.flat() },
    { name: 'messages.csv', sha256: 'm'.repeat(64), rows: messages },
  ]
}

/** The corpora prepared for `tinyRecipe`, with tiny word vectors and lexicons. */
export async function prepareTiny(options: Partial<PrepareOptions> = {}, corpora: readonly Corpus[] = tinyCorpora()) {
  const lexicons = mkdtempSync(join(tmpdir(), 'pulso-lexicons-'))
  try {
    writeTinyLexicons(lexicons)
    return await preparePooledData(tinyRecipe, corpora, {
      buckets: { test: [], development: [2] },
      limit: null,
      lexicons,
      ...options,
    })
  } finally {
    rmSync(lexicons, { recursive: true })
  }
}
