import type { Recipe } from '../recipe.ts'
import { seedLstm } from './seed-lstm.ts'

/** What `pulso train --recipe` knows. */
export const RECIPES: readonly Recipe[] = [seedLstm]
