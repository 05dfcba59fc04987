import type { LabelledRow } from '../labelled-file.ts'
import type { Division } from './division.ts'

/** Trains on Kaggle's whole training file and tests on its validation file, whose tweets stand in both: a test of memory. */
export const kaggleValidationSplit = (
  training: readonly LabelledRow[],
  validation: readonly LabelledRow[],
): Division => ({ training, development: [], test: validation })
