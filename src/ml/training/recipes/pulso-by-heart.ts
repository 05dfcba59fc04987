import type { PooledRecipe } from '../pooled-bilstm/recipe.ts'
import { pulsoAlone } from './pulso-alone.ts'

/** The network of `pulso` without anything that keeps it from learning its rows by heart: what leaky splits reward. Not made to be served. */
export const pulsoByHeart: PooledRecipe = {
  ...pulsoAlone,
  name: 'pulso-by-heart',
  description:
    'The network of pulso with nothing that keeps it from learning rows by heart, to show what leaky splits reward.',
  epochs: 12,
  variants: 1_000,
  dropout: { words: 0, channels: 0, pooled: 0 },
  entity: { placeholder: 0, forgotten: 0 },
  labelSmoothing: 0,
  optimiser: { ...pulsoAlone.optimiser, weightDecay: 0 },
}
