import { zoneOf } from './clock-time.ts'
import { isMissing } from './external-id.ts'
import { parsePostedAt } from './parse-posted-at.ts'
import type { TimeFormat } from './time-format.ts'

/** A time of day: `9:30`, `09:30:00 PM`, `9 am`, `09:30 CET`. */
const CLOCK = /\d:\d\d|\d ?[ap]\.?m\b/i
/** Seconds since 1970 and finer, and ISO 8601 without signs. */
const COMPACT = /^\d{9,19}(?:\.\d*)?$|^\d{8}T\d{4,6}/
/** What tools write after a day without a time of day. */
const MIDNIGHT = /(?:[T ]|, ?)(?:0{1,2}:00(?::00(?:[.,]0+)?)?|12:00(?::00)? ?am)$/i
/** The day of a time of day that a spreadsheet or pandas has made a time of. */
const NO_DAY = /^(?:1899-12-3[01]|1900-01-0[01]|1904-01-0[12]|1970-01-01)(?:[T ]|$)/
const DAY = /\d{4}|\d[-/.]\d{1,2}[-/.]\d/

/** One written time of the cells for the day and for the time of day; either may be empty, or have both. */
export function joinTime(dayCell: string, timeCell: string): string {
  const [day = '', time = ''] = [dayCell, timeCell].map(cell => (isMissing(cell) ? '' : cell.trim()))
  if (time === '' || day === '') return day || time
  const bare = day.replace(MIDNIGHT, '')
  if (CLOCK.test(bare) || COMPACT.test(bare)) return day
  const clock = time.replace(NO_DAY, '')
  // Midnight, if nothing is left.
  if (clock === '') return bare
  return DAY.test(clock) ? clock : `${bare} ${clock}`
}

/** Reads a joined time; a pattern may describe the day alone. Null for anything else. */
export function parseSeparateTime(
  dayCell: string,
  timeCell: string,
  zone: string | number,
  format: TimeFormat | null,
): Date | null {
  const whole = parsePostedAt(joinTime(dayCell, timeCell), zone, format)
  if (whole !== null || format?.includes('%') !== true) return whole
  const day = parsePostedAt(dayCell, 'UTC', format)
  return day === null ? null : parsePostedAt(joinTime(day.toISOString().slice(0, 10), timeCell), zone)
}

/** Minutes east of UTC, or the name of an IANA zone; null for other words. */
export const readZone = (cell: string): string | number | null => zoneOf(cell.trim())
