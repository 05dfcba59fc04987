import type { PooledRecipe } from '../pooled-bilstm/recipe.ts'
import { pulso } from './pulso.ts'

/**
 * The network of `pulso` trained on the labels alone: it shows the effect of the teachers, and a trial takes minutes.
 */
export const pulsoAlone: PooledRecipe = {
  ...pulso,
  name: 'pulso-alone',
  description: 'The network of pulso, trained on the labels alone, without teachers.',
  teachers: null,
  epochs: 3,
  dropout: { words: 0.1, channels: 0.2, pooled: 0.4 },
}
