import { createHash } from 'node:crypto'
import type { LabelledRow } from '../labelled-file.ts'
import type { Division } from './division.ts'

/** The use of the ten buckets; buckets not listed are trained on. */
export interface GroupedBuckets {
  readonly test: readonly number[]
  readonly development: readonly number[]
}

const BUCKETS = 10

/** In every grouped split of the project, a fifth of the tweets is the test part and a tenth the development part. */
const GROUPED_BUCKETS: GroupedBuckets = { test: [0, 1], development: [2] }

/**
 * The bucket of a tweet, 0 to 9: `int(sha1(str(id)), 16) % 10`. It depends only on the id, so it is the same in every
 * file.
 */
export const groupBucket = (id: string): number =>
  Number(BigInt(`0x${createHash('sha1').update(id).digest('hex')}`) % BigInt(BUCKETS))

/** Divides by tweet: all variants of a tweet are in the same part. A row without an id is identified by its text. */
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
