import { SAMPLE_BYTES } from './begin-table.ts'
import { parseScore } from './parse-label.ts'
import { type DelimitedFormat, splitRecords } from './split-records.ts'

/**
 * Whether a column that is called `score` contains scores from -2 to 2 whose sign is the label: all values at the
 * beginning of the table do, and some are negative. Counts, stars and probabilities are not.
 * @param head The beginning of a table with a header.
 */
export function isScoreColumn(head: Buffer, format: DelimitedFormat, index: number): boolean {
  const values = splitRecords(head, format, head.length < SAMPLE_BYTES)
    .records.slice(1)
    .flatMap(({ cells }) => cells[index]?.trim() || [])
  return areScores(values)
}

export const areScores = (values: readonly string[]) =>
  values.every(value => parseScore(value) !== null) && values.some(value => Number(value) < 0)
