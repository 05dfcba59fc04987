import { english } from '../languages/english.ts'
import type { PooledRecipe } from '../pooled-bilstm/recipe.ts'

/**
 * The default model: one small network for any brand, trained on several corpora and on rows that are written for it.
 * `docs/model.md` lists what each kind of row is for.
 */
export const pulso: PooledRecipe = {
  kind: 'pooled-bilstm',
  name: 'pulso',
  description:
    'Sentiment of a tweet towards an entity, or as a whole: one bidirectional LSTM that reads what is said about the entity, known or new.',
  language: english,
  maxTokens: 64,
  vocabulary: { fewestTweets: 3, size: 40_000 },
  network: { hiddenSize: 64, denseSize: 48 },
  batchSize: 128,
  epochs: 4,
  variants: 2,
  dropout: { words: 0.1, channels: 0.2, pooled: 0.4 },
  anonymised: 0.5,
  priorStrength: 0.75,
  rows: {
    joined: 0.25,
    twoEntities: 0.35,
    negation: 0.1,
    quotes: 0.03,
    identity: 0.01,
    ordinaryWords: 0.02,
    emoji: 0.02,
    absent: 0.01,
    unreadable: 0.03,
    namedMessages: 0.4,
    emojiNoise: 0.05,
  },
  unreadableFrom: 0.4,
  labelSmoothing: 0.05,
  optimiser: {
    learningRate: 2.5e-3,
    beta1: 0.9,
    beta2: 0.99,
    weightDecay: 1e-3,
    warmUpSteps: 150,
    clip: 1,
    averageDecay: 0.998,
  },
}
