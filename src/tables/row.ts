import type { Label } from '../labels.ts'
import { fail, type Result, succeed } from '../problem/problem.ts'
import type { Field } from './columns.ts'
import { parseLabel, parseScore } from './parse-label.ts'
import { parsePostedAt, TIME_EXAMPLES } from './parse-posted-at.ts'

/** What a row of a file says about one tweet. The text has not been checked: that is up to the classification. */
export interface RowFields {
  readonly externalId: string | null
  readonly entity: string | null
  readonly text: string
  readonly label: Label | null
  readonly postedAt: Date | null
  readonly author: string | null
}

/** One row of a file, good or bad; empty lines and the header are none. */
export interface ReadRow {
  /** The physical line on which the row starts, from 1. */
  readonly line: number
  /** The row's number in the file, from 1, without the header and empty lines. */
  readonly row: number
  /** The original cells, in the order of the reader's `names`; empty where the row could not be split. */
  readonly cells: readonly string[]
  /** The beginning of a row that could not be split; otherwise null. */
  readonly raw: string | null
  readonly fields: Result<RowFields>
}

/** What holds for rows that do not say it themselves. */
export interface RowDefaults {
  readonly entity: string | null
  /** IANA zone of times without an offset. */
  readonly timezone: string
  /** What a file's own words for labels mean, by the word in lower case; the usual words alone where absent. */
  readonly labels?: ReadonlyMap<string, Label>
}

/** Understands the cells of one row; `cell` gives a field's text, empty where the file has none. */
export function parseRow(cell: (field: Field) => string, { entity, timezone, labels }: RowDefaults): Result<RowFields> {
  const [label, score, postedAt] = [cell('label'), cell('score'), cell('postedAt')]
  const importedLabel = labels?.get((label || score).trim().toLowerCase()) ?? parseLabel(label) ?? parseScore(score)
  if (label.trim() !== '' && importedLabel === null) {
    return fail('INVALID', `${quoted(label)} is no label; use Positive, Neutral, Negative or Irrelevant.`, ['label'])
  }
  if (score.trim() !== '' && importedLabel === null) {
    return fail('INVALID', `${quoted(score)} is no score; use a number from -2 to 2.`, ['score'])
  }
  const time = postedAt.trim() === '' ? null : parsePostedAt(postedAt, timezone)
  if (postedAt.trim() !== '' && time === null) {
    return fail('INVALID', `${quoted(postedAt)} is no time; write it like ${TIME_EXAMPLES}.`, ['postedAt'])
  }
  return succeed({
    externalId: orNull(cell('externalId')),
    entity: orNull(cell('entity')) ?? entity,
    text: cell('text'),
    label: importedLabel,
    postedAt: time,
    author: orNull(cell('author')),
  })
}

const orNull = (value: string) => (value.trim() === '' ? null : value.trim())

const quoted = (value: string) => JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)
