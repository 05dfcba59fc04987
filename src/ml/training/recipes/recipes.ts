import type { PooledRecipe } from '../pooled-bilstm/recipe.ts'
import type { Recipe } from '../recipe.ts'
import { pulso } from './pulso.ts'
import { pulsoAlone } from './pulso-alone.ts'
import { pulsoByHeart } from './pulso-by-heart.ts'
import { seedLstm } from './seed-lstm.ts'

/** Of the seed's kind of network, which reads one file. */
export const RECIPES: readonly Recipe[] = [seedLstm]

/** Of the kind that reads several corpora and entities. */
export const POOLED_RECIPES: readonly PooledRecipe[] = [pulso, pulsoAlone, pulsoByHeart]

/** For help and for messages. */
export const RECIPE_NAMES: readonly string[] = [...RECIPES, ...POOLED_RECIPES].map(({ name }) => name)
