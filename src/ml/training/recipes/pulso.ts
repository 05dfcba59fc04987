import type { PooledRecipe } from '../pooled-bilstm/recipe.ts'

/**
 * The default model: one small network for any brand, trained on several corpora. `docs/model.md` lists the effect of
 * each part.
 */
export const pulso: PooledRecipe = {
  kind: 'pooled-bilstm',
  name: 'pulso',
  description:
    'Sentiment of a tweet towards an entity, or as a whole: one bidirectional LSTM for brands, games, people and topics, known or new.',
  maxTokens: 64,
  vocabulary: { fewestTweets: 3, size: 40_000 },
  fewestEntityTweets: 30,
  network: { hiddenSize: 64, denseSize: 48, entitySize: 8 },
  teachers: {
    count: 3,
    epochs: 3,
    network: { hiddenSize: 96, denseSize: 64, entitySize: 8 },
    dropout: { words: 0.1, channels: 0.2, pooled: 0.4 },
    share: 0.7,
  },
  batchSize: 128,
  epochs: 5,
  variants: 2,
  smallCorpusPasses: 2,
  dropout: { words: 0.05, channels: 0.1, pooled: 0.2 },
  entity: { placeholder: 0.5, forgotten: 0.3 },
  unreadableShare: 0.03,
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
