import type { PooledRecipe } from '../pooled-bilstm/recipe.ts'
import type { Recipe } from '../recipe.ts'
import { pulso } from './pulso.ts'
import { pulsoEs } from './pulso-es.ts'
import { pulsoPt } from './pulso-pt.ts'
import { seedLstm } from './seed-lstm.ts'

/** Recipes of the seed model's kind, which train on one file. */
export const RECIPES: readonly Recipe[] = [seedLstm]

/** Recipes that train on several corpora and entities. */
export const POOLED_RECIPES: readonly PooledRecipe[] = [pulso, pulsoEs, pulsoPt]

/** For help and messages. */
export const RECIPE_NAMES: readonly string[] = [...RECIPES, ...POOLED_RECIPES].map(({ name }) => name)
