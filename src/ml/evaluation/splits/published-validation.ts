import { createHash } from 'node:crypto'
import type { LabelledRow } from '../labelled-file.ts'
import type { Division } from './division.ts'

/** One row in so many chooses. */
const DEVELOPMENT_SHARE = 20

/**
 * Trains on Kaggle's training file and tests on its validation file, whose tweets stand in both: a test of memory. What is chosen, such as the
 * number of epochs, is chosen by single rows of the training file, whose other variants are trained on, as those of the test are.
 */
export function publishedValidationSplit(rows: readonly LabelledRow[], validation: readonly LabelledRow[]): Division {
  const isDevelopment = ({ id, text }: LabelledRow) =>
    createHash('sha1').update(`${id}\n${text}`).digest().readUInt32BE() % DEVELOPMENT_SHARE === 0
  const division = { training: [] as LabelledRow[], development: [] as LabelledRow[], test: validation }
  for (const row of rows) division[isDevelopment(row) ? 'development' : 'training'].push(row)
  return division
}
