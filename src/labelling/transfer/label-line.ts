import { LABELS, type Label } from '../../labels.ts'
import { fail, type Result, succeed } from '../../problem/problem.ts'
import { BYTE_ORDER_MARK, csvLine } from '../../tables/spreadsheet-safety.ts'
import { INSTANT_EXAMPLE, parseInstant } from '../../time/parse-instant.ts'
import type { LabelOrigin } from '../mention-label.ts'

/** The columns of a file of labels. */
export const LABEL_FILE_COLUMNS = [
  'tweet_key',
  'external_id',
  'entity',
  'text',
  'label',
  'annotator',
  'origin',
  'labelled_at',
  'inclusion_probability',
  'review_queue',
] as const

/** A row of a file of labels as written, with null for empty cells. */
export type LabelLine = Readonly<Record<(typeof LABEL_FILE_COLUMNS)[number], string | null>>

export const LABEL_FILE_FORMATS = ['csv', 'ndjson', 'json'] as const
export type LabelFileFormat = (typeof LABEL_FILE_FORMATS)[number]

interface LabelLineWriter {
  readonly head: string
  /** A row, with the end of its line unless that is between rows. */
  readonly line: (row: LabelLine) => string
  /** Between two rows. */
  readonly between: string
  readonly tail: string
}

const jsonLine = ({ inclusion_probability: probability, ...texts }: LabelLine) =>
  JSON.stringify({ ...texts, inclusion_probability: probability === null ? null : Number(probability) })

export const LABEL_LINE_WRITERS: Readonly<Record<LabelFileFormat, LabelLineWriter>> = {
  csv: {
    head: `${BYTE_ORDER_MARK}${csvLine(LABEL_FILE_COLUMNS)}`,
    line: row => csvLine(LABEL_FILE_COLUMNS.map(name => row[name] ?? '')),
    between: '',
    tail: '',
  },
  ndjson: { head: '', line: row => `${jsonLine(row)}\n`, between: '', tail: '' },
  json: { head: '[\n', line: jsonLine, between: ',\n', tail: '\n]\n' },
}

/** A parsed row. The tweet and the entity may not exist. */
export interface LabelToImport {
  readonly tweetKey: string | null
  readonly externalId: string | null
  /** Null for the whole message. */
  readonly entity: string | null
  readonly text: string
  readonly label: Label
  readonly annotator: string
  readonly origin: LabelOrigin
  readonly labelledAt: Date | null
}

/** Parses a row; columns that are missing are empty. */
export function readLabelLine(row: Partial<LabelLine>): Result<LabelToImport> {
  const given = (name: keyof LabelLine) => row[name]?.trim() || null
  const [tweetKey, externalId, text] = [given('tweet_key'), given('external_id'), row.text ?? null]
  if (text === null || text.trim() === '' || (tweetKey === null && externalId === null)) {
    return fail('INVALID', 'A label needs the text of its tweet, and tweet_key or external_id.', ['text'])
  }
  const label = LABELS.find(name => name === given('label')?.toUpperCase())
  if (label === undefined) return fail('INVALID', `label must be one of ${LABELS.join(', ')}.`, ['label'])
  const annotator = given('annotator')
  if (annotator === null) return fail('INVALID', 'annotator must name who labelled, such as ann.', ['annotator'])
  const writtenAt = given('labelled_at')
  const labelledAt = writtenAt === null ? null : parseInstant(writtenAt)
  if (writtenAt !== null && labelledAt === null) {
    return fail('INVALID', `labelled_at must be ISO 8601 with an offset, such as ${INSTANT_EXAMPLE}.`, ['labelled_at'])
  }
  const origin = given('origin')?.toUpperCase() === 'AGREEMENT' ? 'AGREEMENT' : 'IMPORT'
  return succeed({ tweetKey, externalId, entity: given('entity'), text, label, annotator, origin, labelledAt })
}
