import { gzipSync } from 'node:zlib'
import type { Tweet } from '../tweets/tweet.ts'

const LABELS = ['Positive', 'Neutral', 'Negative', 'Irrelevant']

/** What a file of rows says besides the tweets. */
export interface RowsOptions {
  /** Begins the ids; rows of files with different prefixes are different tweets. */
  readonly prefix: string
  /** When a row's tweet was posted, as Kaggle's file does not tell; null leaves the column out. */
  readonly postedAt: ((row: number) => Date) | null
}

/** A CSV file with the columns of Kaggle's (id, entity, sentiment, text), packed with gzip. */
export function packedRows(next: () => Tweet, count: number, { prefix, postedAt }: RowsOptions): Buffer {
  const lines = [`id,entity,sentiment,text${postedAt === null ? '' : ',posted_at'}`]
  for (let row = 0; row < count; row++) {
    const { text, entity } = next()
    const cells = [`${prefix}-${row}`, quoted(entity), LABELS[row % LABELS.length], quoted(text)]
    if (postedAt !== null) cells.push(postedAt(row).toISOString())
    lines.push(cells.join(','))
  }
  return gzipSync(`${lines.join('\n')}\n`)
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
