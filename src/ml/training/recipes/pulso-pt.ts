import { portuguese } from '../languages/portuguese.ts'
import type { PooledRecipe } from '../pooled-bilstm/recipe.ts'
import { pulso } from './pulso.ts'

/** The default recipe on Portuguese tweets. No corpus of tweets with entities is at hand, so what it knows of them comes from constructions. */
export const pulsoPt: PooledRecipe = {
  ...pulso,
  name: 'pulso-pt',
  description:
    'Sentiment of a Portuguese tweet towards an entity, or as a whole: one bidirectional LSTM that reads what is said about the entity.',
  language: portuguese,
  vocabulary: { fewestTweets: 3, size: 40_000 },
  // Fewer tweets than in English, so that more of what is read must come from constructions. These have no separate
  // lists of quotes, groups of people and ordinary words.
  rows: { ...pulso.rows, twoEntities: 0.6, negation: 0.25, emoji: 0.04, quotes: 0, identity: 0, ordinaryWords: 0 },
  epochs: 6,
}
