import type { LabelledRow } from '../../evaluation/labelled-file.ts'
import type { Division } from '../../evaluation/splits/division.ts'
import { trainTestSplit } from '../../training/numpy-permutation.ts'
import { seedLstm } from '../../training/recipes/seed-lstm.ts'

/** The parameters of a division by row. */
export interface RandomRows {
  readonly isKept: (row: LabelledRow) => boolean
  /** Share of the kept rows that is held out. */
  readonly testShare: number
  readonly randomState: number
  /** Number of the last held-out rows; they chose a threshold and are not tested on. */
  readonly setAsideRows: number
}

/** The seed model's parameters: its row filter, a third held out, 1,500 rows set aside. */
const AS_THE_SEED: RandomRows = {
  isKept: row => seedLstm.isKept({ ...row, id: row.id ?? '', entity: row.entity ?? '' }),
  testShare: seedLstm.split.testShare,
  randomState: seedLstm.split.randomState,
  setAsideRows: seedLstm.split.setAside,
}

/**
 * Divides by row, which leaks if a tweet has several rows; only for comparison with the seed model. Rows that the
 * filter drops are in no part. The rows set aside are the development part; they are at most half of those held out, as
 * in training.
 */
export function randomLeakySplit(rows: readonly LabelledRow[], options: RandomRows = AS_THE_SEED): Division {
  const kept = rows.filter(options.isKept)
  const { training, test } = trainTestSplit(kept.length, options.testShare, options.randomState)
  const pick = (numbers: Uint32Array) => Array.from(numbers, number => kept[number]).filter(row => row !== undefined)
  const end = test.length - Math.min(options.setAsideRows, Math.floor(test.length / 2))
  return { training: pick(training), test: pick(test.subarray(0, end)), development: pick(test.subarray(end)) }
}
