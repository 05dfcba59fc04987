import { spanish } from '../languages/spanish.ts'
import type { PooledRecipe } from '../pooled-bilstm/recipe.ts'
import { pulso } from './pulso.ts'

/** The default recipe on Spanish tweets: another language is data, and the network is the same. */
export const pulsoEs: PooledRecipe = {
  ...pulso,
  name: 'pulso-es',
  description:
    'Sentiment of a Spanish tweet towards an entity, or as a whole: one bidirectional LSTM that reads what is said about the entity.',
  language: spanish,
  vocabulary: { fewestTweets: 3, size: 40_000 },
  // Fewer tweets than in English, so that more of what is read must come from constructions. These have no separate
  // lists of quotes, groups of people and ordinary words.
  rows: { ...pulso.rows, twoEntities: 0.6, negation: 0.25, emoji: 0.04, quotes: 0, identity: 0, ordinaryWords: 0 },
  epochs: 6,
}
