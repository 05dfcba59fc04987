import type { LabelledRow } from '../../evaluation/labelled-file.ts'
import type { Division } from '../../evaluation/splits/division.ts'
import { trainTestSplit } from '../../training/numpy-permutation.ts'
import { seedLstm } from '../../training/recipes/seed-lstm.ts'

/** What of a division by row can differ from one training to the next. */
export interface RandomRows {
  readonly isKept: (row: LabelledRow) => boolean
  /** Share of the kept rows that is held out. */
  readonly testShare: number
  readonly randomState: number
  /** The last held-out rows, which chose a threshold and so test nothing. */
  readonly setAsideRows: number
}

/** As the seed did it: its cleaning, its third, its 1,500 rows aside. */
const AS_THE_SEED: RandomRows = {
  isKept: row => seedLstm.isKept({ ...row, id: row.id ?? '', entity: row.entity ?? '' }),
  testShare: seedLstm.split.testShare,
  randomState: seedLstm.split.randomState,
  setAsideRows: seedLstm.split.setAside,
}

/**
 * Divides by row, which leaks wherever one tweet has several rows: for comparison with the seed only. Rows that it does not keep stand in no
 * part. The rows aside are at most half of those held out, as in training; they are the development part.
 */
export function randomLeakySplit(rows: readonly LabelledRow[], options: RandomRows = AS_THE_SEED): Division {
  const kept = rows.filter(options.isKept)
  const { training, test } = trainTestSplit(kept.length, options.testShare, options.randomState)
  const pick = (numbers: Uint32Array) => Array.from(numbers, number => kept[number]).filter(row => row !== undefined)
  const end = test.length - Math.min(options.setAsideRows, Math.floor(test.length / 2))
  return { training: pick(training), test: pick(test.subarray(0, end)), development: pick(test.subarray(end)) }
}
