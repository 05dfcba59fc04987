import type { Label } from '../labels.ts'
import { fail, type Result, succeed } from '../problem/problem.ts'
import type { Field } from './columns.ts'
import { type ExportedTweet, readExportedTweet } from './exported-tweet.ts'
import { parseLabel, parseScore } from './parse-label.ts'
import { parsePostedAt, TIME_EXAMPLES } from './parse-posted-at.ts'

/** The fields of one tweet in a row. The text is not checked yet; classification does that. */
export interface RowFields {
  readonly externalId: string | null
  readonly entity: string | null
  readonly text: string
  readonly label: Label | null
  readonly postedAt: Date | null
  readonly author: string | null
  /** Absent unless the row is one of our own exports. */
  readonly exported?: ExportedTweet
}

/** One row of a file, valid or not; empty lines and the header do not count. */
export interface ReadRow {
  /** The physical line on which the row starts, from 1. */
  readonly line: number
  /** The row's number in the file, from 1, without the header and empty lines. */
  readonly row: number
  /** The original cells, in the order of the reader's `names`; empty if the row could not be split. */
  readonly cells: readonly string[]
  /** The beginning of a row that could not be split; otherwise null. */
  readonly raw: string | null
  readonly fields: Result<RowFields>
}

/** Values for rows that do not contain them. */
export interface RowDefaults {
  readonly entity: string | null
  /** IANA time zone of times without an offset. */
  readonly timezone: string
  /** Labels of a file's own words, by the word in lower case; only the usual words if absent. */
  readonly labels?: ReadonlyMap<string, Label>
}

/** Parses the cells of one row; `cell` returns a field's text, empty if the file has no such column. */
export function parseRow(cell: (field: Field) => string, { entity, timezone, labels }: RowDefaults): Result<RowFields> {
  const [label, score, postedAt] = [cell('label'), cell('score'), cell('postedAt')]
  const importedLabel = labels?.get((label || score).trim().toLowerCase()) ?? parseLabel(label) ?? parseScore(score)
  if (label.trim() !== '' && importedLabel === null) {
    return fail('INVALID', `${quoted(label)} is not a label; use Positive, Neutral, Negative or Irrelevant.`, ['label'])
  }
  if (score.trim() !== '' && importedLabel === null) {
    return fail('INVALID', `${quoted(score)} is not a score; use a number from -2 to 2.`, ['score'])
  }
  const time = postedAt.trim() === '' ? null : parsePostedAt(postedAt, timezone)
  if (postedAt.trim() !== '' && time === null) {
    return fail('INVALID', `${quoted(postedAt)} is not a time; use a format such as ${TIME_EXAMPLES}.`, ['postedAt'])
  }
  const exported = readExportedTweet(cell)
  const fields = {
    externalId: orNull(cell('externalId')),
    entity: orNull(cell('entity')) ?? entity,
    text: cell('text'),
    label: importedLabel,
    postedAt: time,
    author: orNull(cell('author')),
  }
  return succeed(exported === null ? fields : { ...fields, exported })
}

const orNull = (value: string) => (value.trim() === '' ? null : value.trim())

const quoted = (value: string) => JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)
