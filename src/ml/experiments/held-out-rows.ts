import { z } from 'zod'
import { UsageError } from '../../problem/problem.ts'
import type { LabelledRow } from '../evaluation/labelled-file.ts'
import type { Division } from '../evaluation/splits/division.ts'
import { groupedSplit } from '../evaluation/splits/grouped.ts'
import type { ModelManifest } from '../network/manifest.ts'
import { RECIPES } from '../training/recipes/recipes.ts'
import { randomLeakySplit } from './splits/random-leaky.ts'

/** The parts of a model's own training file. */
export interface HeldOutRows extends Division {
  readonly split: 'GROUPED' | 'RANDOM_LEAKY'
}

const randomRows = z.object({
  kind: z.literal('random-rows'),
  trainingRows: z.int(),
  testRows: z.int(),
  testShare: z.number(),
  randomState: z.int(),
  setAsideRows: z.int(),
})

const groupedIds = z.object({
  kind: z.literal('grouped-ids'),
  test: z.array(z.int()),
  development: z.array(z.int()),
})

/**
 * Divides a model's own training file as its training did, from the numbers in the manifest; null if the manifest
 * describes no such division. Throws a `UsageError` if the row counts differ, because then another version of the
 * recipe trained it.
 */
export function heldOutRows(rows: readonly LabelledRow[], { provenance }: ModelManifest): HeldOutRows | null {
  const grouped = groupedIds.safeParse(provenance.split)
  if (grouped.success) return { ...groupedSplit(rows, grouped.data), split: 'GROUPED' }
  const recipe = RECIPES.find(({ name }) => name === provenance.recipe)
  const random = randomRows.safeParse(provenance.split)
  if (recipe === undefined || !random.success) return null
  const isKept = (row: LabelledRow) => recipe.isKept({ ...row, id: row.id ?? '', entity: row.entity ?? '' })
  const { training, development, test } = randomLeakySplit(rows, { ...random.data, isKept })
  const { testRows, trainingRows } = random.data
  const heldOut = test.length + development.length
  if (heldOut !== testRows || training.length < trainingRows) {
    throw new UsageError(
      `The recipe ${recipe.name} now divides this file into ${training.length} and ${heldOut} rows, but the model was trained with ${trainingRows} and ${testRows}. Evaluate it with the version of Pulso that trained it.`,
    )
  }
  // A trial run trains on the first rows only.
  return { training: training.slice(0, trainingRows), development, test, split: 'RANDOM_LEAKY' }
}
