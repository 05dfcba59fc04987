import { ENGLISH_ROWS } from '../../../../src/ml/training/constructions/english.ts'
import { Dice } from '../../../../src/ml/training/dice.ts'
import { Mt19937 } from '../../../../src/ml/training/mt19937.ts'
import type { Material } from '../../../../src/ml/training/rows/made-row.ts'
import { prepareConstructions } from '../../../../src/ml/training/rows/prepare-constructions.ts'

export const materialOf = (seed: number): Material => ({
  dice: new Dice(new Mt19937(seed)),
  constructions: prepareConstructions(ENGLISH_ROWS),
  names: ['Xbox', 'Taylor Swift', 'Red Sox', '#GoT', 'Marks & Spencer'],
  adjectives: { positive: ['glorious', 'likable'], negative: ['dreary', 'gloomy'] },
})
