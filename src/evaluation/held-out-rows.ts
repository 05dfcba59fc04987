import { z } from 'zod'
import type { ModelManifest } from '../network/manifest.ts'
import { UsageError } from '../problem.ts'
import { trainTestSplit } from '../training/numpy-permutation.ts'
import { RECIPES } from '../training/recipes/recipes.ts'
import type { LabelledRow } from './labelled-file.ts'

export interface HeldOutRows {
  readonly training: readonly LabelledRow[]
  /** What figures are measured on, without the rows that were set aside to choose a threshold. */
  readonly test: readonly LabelledRow[]
}

const randomRows = z.object({
  kind: z.literal('random-rows'),
  trainingRows: z.int(),
  testRows: z.int(),
  testShare: z.number(),
  randomState: z.int(),
  setAsideRows: z.int(),
})

/**
 * Divides the rows of a model's own training file as training divided them, by the numbers in the manifest; null where the manifest
 * tells of no such division. Throws a `UsageError` where the numbers do not come out: another version of the recipe trained it.
 */
export function heldOutRows(rows: readonly LabelledRow[], { provenance }: ModelManifest): HeldOutRows | null {
  const recipe = RECIPES.find(({ name }) => name === provenance.recipe)
  const split = randomRows.safeParse(provenance.split)
  if (recipe === undefined || !split.success) return null
  const { testShare, randomState, testRows, trainingRows, setAsideRows } = split.data
  const kept = rows.filter(row => recipe.isKept({ ...row, id: row.id ?? '', entity: row.entity ?? '' }))
  const { training, test } = trainTestSplit(kept.length, testShare, randomState)
  if (test.length !== testRows || training.length < trainingRows) {
    throw new UsageError(
      `The recipe ${recipe.name} now divides this file into ${training.length} and ${test.length} rows, but the model was trained with ${trainingRows} and ${testRows}: evaluate it with the version of Pulso that trained it.`,
    )
  }
  const pick = (numbers: Uint32Array) => Array.from(numbers, number => kept[number]).filter(row => row !== undefined)
  return {
    // A trial run trains on the first rows only.
    training: pick(training.subarray(0, trainingRows)),
    test: pick(test.subarray(0, testRows - setAsideRows)),
  }
}
