import { createHash } from 'node:crypto'
import type { LabelledRow } from '../labelled-file.ts'
import type { Division } from './division.ts'

/** Which of the ten buckets are for what; all others are trained on. */
export interface GroupedBuckets {
  readonly test: readonly number[]
  readonly development: readonly number[]
}

const BUCKETS = 10

/** A fifth of the tweets is the test and a tenth chooses, in every grouped split of the project. */
const GROUPED_BUCKETS: GroupedBuckets = { test: [0, 1], development: [2] }

/** The bucket of a tweet, 0 to 9: `int(sha1(str(id)), 16) % 10`. It depends on the id alone, so that it is the same in every file. */
export const groupBucket = (id: string): number =>
  Number(BigInt(`0x${createHash('sha1').update(id).digest('hex')}`) % BigInt(BUCKETS))

/** Divides by tweet: all variants of one fall into the same part. A row without an id is known by its text. */
export function groupedSplit(rows: readonly LabelledRow[], buckets: GroupedBuckets = GROUPED_BUCKETS): Division {
  const division = { training: [] as LabelledRow[], development: [] as LabelledRow[], test: [] as LabelledRow[] }
  for (const row of rows) {
    const bucket = groupBucket(row.id ?? row.text)
    const part = buckets.test.includes(bucket)
      ? 'test'
      : buckets.development.includes(bucket)
        ? 'development'
        : 'training'
    division[part].push(row)
  }
  return division
}
