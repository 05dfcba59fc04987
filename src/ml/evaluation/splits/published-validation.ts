import { createHash } from 'node:crypto'
import type { LabelledRow } from '../labelled-file.ts'
import type { Division } from './division.ts'

/** One row in this many is a development row. */
const DEVELOPMENT_SHARE = 20

/**
 * Trains on Kaggle's training file and tests on its validation file, whose tweets are in both: a test of memory.
 * Choices such as the number of epochs use single rows of the training file. Other variants of these rows are trained
 * on, as for the test rows.
 */
export function publishedValidationSplit(rows: readonly LabelledRow[], validation: readonly LabelledRow[]): Division {
  const isDevelopment = ({ id, text }: LabelledRow) =>
    createHash('sha1').update(`${id}\n${text}`).digest().readUInt32BE() % DEVELOPMENT_SHARE === 0
  const division = { training: [] as LabelledRow[], development: [] as LabelledRow[], test: validation }
  for (const row of rows) division[isDevelopment(row) ? 'development' : 'training'].push(row)
  return division
}
