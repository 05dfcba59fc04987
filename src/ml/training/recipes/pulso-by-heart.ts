import type { PooledRecipe } from '../pooled-bilstm/recipe.ts'
import { pulsoAlone } from './pulso-alone.ts'

/** The network of `pulso` without regularisation, to show what leaky splits reward. It is not for serving. */
export const pulsoByHeart: PooledRecipe = {
  ...pulsoAlone,
  name: 'pulso-by-heart',
  description: 'The network of pulso without regularisation, to show what leaky splits reward.',
  epochs: 12,
  variants: 1_000,
  dropout: { words: 0, channels: 0, pooled: 0 },
  entity: { placeholder: 0, forgotten: 0 },
  labelSmoothing: 0,
  optimiser: { ...pulsoAlone.optimiser, weightDecay: 0 },
}
