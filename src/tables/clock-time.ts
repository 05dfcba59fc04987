import { DateTime } from 'luxon'
import { isTimezone } from '../time/is-timezone.ts'
import { zoneOffset } from './zone-names.ts'

/** The parts of a written time. */
export interface ClockTime {
  readonly year: number
  /** From 1. */
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  /** 60 is a leap second. */
  readonly second: number
  readonly millisecond: number
  /** Minutes east of UTC, or the name of an IANA zone; null if the text names none. */
  readonly zone: number | string | null
  /** From 1 on Monday; null if the text names none. */
  readonly weekday: number | null
}

const MAX_OFFSET_MINUTES = 15 * 60 + 59

/**
 * The instant of written parts; null if there is no such day or time, or if it is another day of the week. As in
 * PostgreSQL, 23:59:60 is the next midnight, and so is 24:00.
 */
export function instantOf(time: ClockTime, defaultZone: string | number): Date | null {
  const { year, month, day, hour, minute, second, millisecond, weekday } = time
  const midnight = new Date(0)
  midnight.setUTCFullYear(year, month - 1, day)
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return null
  if (weekday !== null && (midnight.getUTCDay() + 6) % 7 !== weekday - 1) return null
  const isEndOfDay = hour === 24 && minute === 0 && second === 0 && millisecond === 0
  if ((hour > 23 && !isEndOfDay) || minute > 59 || second > 60 || (second === 60 && millisecond > 0)) return null
  const zone = time.zone ?? defaultZone
  const utc = midnight.getTime() + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond
  if (typeof zone === 'number') {
    return Math.abs(zone) > MAX_OFFSET_MINUTES ? null : withinYears(utc - zone * 60_000)
  }
  if (/^utc$/i.test(zone)) return withinYears(utc)
  // The wall clock of the zone shows what UTC's would show.
  const wall = DateTime.fromMillis(utc, { zone: 'utc' }).setZone(zone, { keepLocalTime: true })
  return wall.isValid ? withinYears(wall.toMillis()) : null
}

const EARLIEST = Date.parse('0001-01-01T00:00:00Z')
const LATEST = Date.parse('9999-12-31T23:59:59.999Z')

const withinYears = (milliseconds: number) =>
  milliseconds >= EARLIEST && milliseconds <= LATEST ? new Date(milliseconds) : null

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const
const LONG_MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** From 1; null for another word. `Sept` is common too. */
export function monthOf(word: string): number | null {
  const name = word.toLowerCase().replace(/\.$/, '')
  const index = MONTHS.findIndex((short, at) => name === short || name === LONG_MONTHS[at])
  return name === 'sept' ? 9 : index === -1 ? null : index + 1
}

/** From 1 on Monday; null for another word. */
export function weekdayOf(word: string): number | null {
  const name = word.toLowerCase().replace(/\.$/, '')
  const index = WEEKDAYS.findIndex(day => name === day || name === day.slice(0, 3))
  if (index !== -1) return index + 1
  return name === 'tues' ? 2 : name === 'thur' || name === 'thurs' ? 4 : null
}

/** Minutes of `+02:00`, `-0530`, `+2` or `GMT+2`, or of an abbreviation; the name of an IANA zone; null for others. */
export function zoneOf(word: string): number | string | null {
  const offset = /^(?:GMT|UTC)?([+-])(\d{1,2})(?::?([0-5]\d))?(?::?\d{2})?$/i.exec(word)
  if (offset !== null) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0)
    return offset[1] === '-' ? -minutes : minutes
  }
  const abbreviated = zoneOffset(word)
  if (abbreviated !== null) return abbreviated
  return word.includes('/') && isTimezone(word) ? word : null
}

/** The hour of a clock with `am` and `pm`; null if the half of the day does not fit. */
export function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour
  if (hour < 1 || hour > 12) return null
  return (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0)
}

/** Milliseconds of the digits after the decimal point. */
export const millisecondsOf = (digits: string | undefined): number =>
  digits === undefined ? 0 : Math.floor(Number(`0.${digits}`) * 1000 + 1e-6)

/** As C's strptime: 69 is 1969, and 68 is 2068. */
export const yearOf = (digits: string): number =>
  digits.length > 2 ? Number(digits) : Number(digits) + (Number(digits) < 69 ? 2000 : 1900)
