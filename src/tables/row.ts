import type { Label } from '../labels.ts'
import { fail, type Result, succeed } from '../problem/problem.ts'
import type { Field } from './columns.ts'
import { type ExportedTweet, readExportedTweet } from './exported-tweet.ts'
import { isMissing, readExternalId } from './external-id.ts'
import { type LabelMap, labelWord } from './label-map.ts'
import { parseLabel, parseScore } from './parse-label.ts'
import { TIME_EXAMPLES } from './parse-posted-at.ts'
import type { Remarks } from './remarks.ts'
import { joinTime, parseSeparateTime, readZone } from './separate-time.ts'
import type { TimeFormat } from './time-format.ts'
import { ambiguousZoneIn } from './zone-names.ts'

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

/** How the values of a row are read; the same for every format of files. */
export interface RowDefaults {
  /** The entity of rows that name none. */
  readonly entity: string | null
  /** IANA time zone of times without an offset. */
  readonly timezone: string
  /** The format of times; absent or null for the unambiguous formats. */
  readonly timeFormat?: TimeFormat | null
  /** Labels of a file's own words; only the usual words if absent or null. */
  readonly labels?: LabelMap | null
}

/**
 * Parses the values of one row; `cell` returns a field's text, empty if the file has no such column. An unknown label
 * and a rounded id cost the label and the id, not the row.
 */
export function parseRow(cell: (field: Field) => string, options: RowDefaults, remarks: Remarks): Result<RowFields> {
  const [day, timeOfDay] = [cell('postedAt'), cell('postedTime')].map(value => (isNoTime(value) ? '' : value)) as [
    string,
    string,
  ]
  const hasTime = day !== '' || timeOfDay !== ''
  const exported = readExportedTweet(cell)
  // A spreadsheet drops the offset of an export's times, which are in UTC.
  const zoneCell = exported === null && !isMissing(cell('timeZone')) ? cell('timeZone').trim() : ''
  const zone = zoneCell === '' ? (exported === null ? options.timezone : 'UTC') : readZone(zoneCell)
  if (hasTime && zone === null) return fail('INVALID', notAZone(zoneCell), ['timeZone'])
  const time = hasTime && zone !== null ? parseSeparateTime(day, timeOfDay, zone, options.timeFormat ?? null) : null
  if (hasTime && time === null) {
    return fail('INVALID', notATime(joinTime(day, timeOfDay), options.timeFormat ?? null), ['postedAt'])
  }
  const fields = {
    externalId: readId(cell('externalId'), remarks),
    entity: readEntity(cell('entity')) ?? options.entity,
    text: cell('text'),
    label: readLabel(cell('label'), cell('score'), options.labels ?? null, remarks),
    postedAt: time,
    author: readAuthor(cell('author')),
  }
  return succeed(exported === null ? fields : { ...fields, exported })
}

function readLabel(label: string, score: string, map: LabelMap | null, remarks: Remarks): Label | null {
  const value = label.trim() === '' ? score : label
  if (value.trim() === '') return null
  const mapped = map?.get(labelWord(value))
  const read = mapped === undefined ? (parseLabel(label) ?? parseScore(score)) : mapped
  if (read === null && mapped === undefined) remarks.unknownLabel(value)
  return read
}

function readId(value: string, remarks: Remarks): string | null {
  const { id, isRounded } = readExternalId(value)
  if (isRounded) remarks.roundedId(value)
  return id
}

/** snscrape's tables have all of the user as Python writes an object. */
const readAuthor = (value: string) =>
  /^\s*\{.*?['"](?:username|screen_name|userName)['"]: ['"]([^'"]{1,100})['"]/s.exec(value.slice(0, 2000))?.[1] ??
  orNull(value)

/** Sentiment140's word for a tweet that was found without a query. */
const readEntity = (value: string) => (value.trim() === 'NO_QUERY' ? null : orNull(value))

/** An empty cell, pandas' word for a missing time, or any other word for a missing value. */
const isNoTime = (value: string) => value.trim() === '' || value.trim() === 'NaT' || isMissing(value)

function notAZone(value: string): string {
  const ambiguous = ambiguousZoneIn(value)
  return ambiguous === null
    ? `${quoted(value)} is not a time zone; use an offset such as +02:00 or a name such as Europe/Berlin, or map time_zone to no column.`
    : `${quoted(value)} may mean ${ambiguous.meanings}; write an offset such as ${ambiguous.example}.`
}

function notATime(value: string, format: TimeFormat | null): string {
  const zone = ambiguousZoneIn(value)
  if (zone !== null) {
    return `${quoted(value)} has the time zone ${zone.name}, which may mean ${zone.meanings}; write an offset such as ${zone.example}.`
  }
  const advice =
    format === null
      ? `use a format such as ${TIME_EXAMPLES}, or name the file's time format, such as day-first or month-first`
      : `the time format is ${format}; a time such as 2026-11-24T10:00:00Z needs none`
  return `${quoted(value)} is not a time; ${advice}.`
}

const orNull = (value: string) => (value.trim() === '' ? null : value.trim())

const quoted = (value: string) => JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)
