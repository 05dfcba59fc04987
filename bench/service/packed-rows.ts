import { gzipSync } from 'node:zlib'
import type { Tweet } from '../tweets/tweet.ts'

const LABELS = ['Positive', 'Neutral', 'Negative', 'Irrelevant']

/** Options of a file of rows, besides the tweets. */
export interface RowsOptions {
  /** Prefix of the ids; rows of files with different prefixes are different tweets. */
  readonly prefix: string
  /** Time of a row's tweet, which Kaggle's file does not have; null omits the column. */
  readonly postedAt: ((row: number) => Date) | null
}

/** A gzipped CSV file with Kaggle's columns (id, entity, sentiment, text). */
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
