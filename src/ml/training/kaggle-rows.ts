import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { CsvError, parse } from 'csv-parse/sync'
import type { Label } from '../../labels.ts'
import { UsageError } from '../../problem/problem.ts'

export interface KaggleRow {
  readonly id: string
  readonly entity: string
  readonly label: Label
  /** As in the file; a missing text is empty. */
  readonly text: string
}

export interface KaggleFile {
  readonly rows: readonly KaggleRow[]
  /** Of the CSV, even if it was gzipped: compressed bytes differ between tools. */
  readonly sha256: string
}

const LABEL_OF: Readonly<Record<string, Label>> = {
  Positive: 'POSITIVE',
  Neutral: 'NEUTRAL',
  Negative: 'NEGATIVE',
  Irrelevant: 'IRRELEVANT',
}

/**
 * Reads Kaggle's "Twitter entity sentiment" file: no header, columns id, entity, sentiment, text; plain or gzipped.
 */
export function readKaggleFile(path: string): KaggleFile {
  const bytes = readBytes(path)
  const records = parseCsv(path, bytes)
  if (records.length === 0) throw new UsageError(`${path} is empty; expected the columns id, entity, sentiment, text.`)
  return { rows: records.map((record, index) => kaggleRow(path, record, index)), sha256: sha256(bytes) }
}

function readBytes(path: string): Buffer {
  try {
    const bytes = readFileSync(path)
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${(error as Error).message}`)
  }
}

function parseCsv(path: string, bytes: Buffer): string[][] {
  try {
    return parse(bytes, { bom: true, relax_column_count: true, skip_empty_lines: true })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new UsageError(`${path} is not a valid CSV file: ${error.message}`)
  }
}

function kaggleRow(path: string, record: readonly string[], index: number): KaggleRow {
  const [id, entity, sentiment, text] = record
  const label = LABEL_OF[sentiment ?? '']
  if (record.length !== 4 || id === undefined || entity === undefined || text === undefined || label === undefined) {
    throw new UsageError(
      `${path}, row ${index + 1}: expected id, entity, sentiment (${Object.keys(LABEL_OF).join(', ')}) and text, found ${JSON.stringify(record).slice(0, 80)}.`,
    )
  }
  return { id, entity, label, text }
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

/**
 * The rows that the seed model's training kept: not Irrelevant, more than one word, and an ASCII letter or digit at the
 * start. Python's `str.split` splits at Unicode white space; it also splits at four control characters, which do not
 * occur in tweets.
 */
export const isSeedRow = ({ label, text }: KaggleRow): boolean =>
  label !== 'IRRELEVANT' && /\P{White_Space}\p{White_Space}+\P{White_Space}/u.test(text) && /^[a-z\d]/i.test(text)
