import { DateTime, FixedOffsetZone } from 'luxon'
import { UsageError } from '../problem/problem.ts'
import { isTimezone } from '../time/is-timezone.ts'
import { hasImpossibleOffset } from '../time/parse-instant.ts'
import { type ClockTime, hourOf, instantOf, millisecondsOf, monthOf, weekdayOf, yearOf, zoneOf } from './clock-time.ts'
import { parseByPattern, type TimeFormat } from './time-format.ts'

const MAX_LENGTH = 100
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:(?:[T ]|, ?)\s*(.+))?$/i
const NUMBERS_FIRST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:(?:T|,? +)(.+))?$/i
const CLOCK = /^(\d{1,2})(?::(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)? ?([ap]\.?m\.?)?$/i
/** Seconds, milliseconds, microseconds and nanoseconds since 1970, for times between 1973 and 2286. */
const EPOCHS: readonly { readonly pattern: RegExp; readonly perMillisecond: number }[] = [
  { pattern: /^\d{9,10}(\.\d*)?$/, perMillisecond: 0.001 },
  { pattern: /^\d{12,13}(\.\d*)?$/, perMillisecond: 1 },
  { pattern: /^\d{15,16}$/, perMillisecond: 1_000 },
  { pattern: /^\d{18,19}$/, perMillisecond: 1_000_000 },
]

export const TIME_EXAMPLES =
  '2026-11-24T10:00:00Z, 2026-11-24 10:00:00, Tue Nov 24 10:00:00 +0000 2026, or seconds since 1970'

/**
 * Reads the time of a tweet in any unambiguous format that tools write, or in the given one; null for anything else.
 * @param zone IANA time zone, or minutes east of UTC, of times without an offset.
 */
export function parsePostedAt(value: string, zone: string | number, format: TimeFormat | null = null): Date | null {
  const text = value.trim()
  if (text.length > MAX_LENGTH) return null
  if (format === 'unix-seconds') return /^-?\d{1,11}(\.\d*)?$/.test(text) ? instantAt(Number(text) * 1000) : null
  if (format === 'unix-milliseconds') return /^-?\d{1,14}(\.\d*)?$/.test(text) ? instantAt(Number(text)) : null
  if (format?.includes('%') === true) return parseByPattern(text, format, zone)
  for (const { pattern, perMillisecond } of EPOCHS) {
    if (pattern.test(text)) return instantAt(Number(text) / perMillisecond)
  }
  if (hasImpossibleOffset(text)) return null
  const time = numericTime(text, format) ?? namedTime(text)
  if (time !== null) return instantOf(time, zone)
  return /^\d{4}-?\d{2}/.test(text) ? isoTime(text, zone) : null
}

const instantAt = (milliseconds: number) => new Date(Math.round(milliseconds))

/** A date in numbers: the year first, or in the order of the format. */
function numericTime(text: string, format: TimeFormat | null): ClockTime | null {
  const yearFirst = YEAR_FIRST.exec(text)
  if (yearFirst !== null) {
    const [, year, , month, day, rest] = yearFirst
    const clock = clockOf(rest)
    return clock === null
      ? null
      : { year: Number(year), month: Number(month), day: Number(day), weekday: null, ...clock }
  }
  const found = format === 'day-first' || format === 'month-first' ? NUMBERS_FIRST.exec(text) : null
  if (found === null) return null
  const [, first, , second, year = '', rest] = found
  const clock = clockOf(rest?.replace(/^(?:um|à|at|alle|a las)\s+/i, '').replace(/\s+uhr$/i, ''))
  const [day, month] = format === 'day-first' ? [first, second] : [second, first]
  return clock === null ? null : { year: yearOf(year), month: Number(month), day: Number(day), weekday: null, ...clock }
}

type Clock = Pick<ClockTime, 'hour' | 'minute' | 'second' | 'millisecond' | 'zone'>

const MIDNIGHT: Clock = { hour: 0, minute: 0, second: 0, millisecond: 0, zone: null }

/** A time of day with an optional zone, such as `10:00:00.5 +02:00`, `10:00 PM` or `10:00:00 PDT`; null for others. */
function clockOf(text: string | undefined): Clock | null {
  if (text === undefined) return MIDNIGHT
  const found = /^([\d:.,]+(?: ?[ap]\.?m\.?(?![a-z]))?)\s*(.*)$/i.exec(text.trim())
  const clock = CLOCK.exec(found?.[1] ?? '')
  if (found === null || clock === null) return null
  const [, hours, minutes, seconds, fraction, half] = clock
  const hour = hourOf(Number(hours), half)
  const zone = zoneIn(found[2] ?? '')
  if (hour === null || zone === undefined) return null
  return {
    hour,
    minute: Number(minutes ?? 0),
    second: Number(seconds ?? 0),
    millisecond: millisecondsOf(fraction),
    zone,
  }
}

/**
 * The zone after a time: Java's `+01:00[Europe/Paris]`, Go's `-0700 PDT` and JavaScript's `GMT+0200 (CEST)` name it
 * twice, and the offset decides. Null for none, undefined for an unknown one.
 */
function zoneIn(text: string): ClockTime['zone'] | undefined {
  const bare = text
    .replace(/\s*\([^()]*\)$/, '')
    .replace(/\[([\w/+-]+)\]$/, ' $1')
    .trim()
  if (bare === '') return null
  const [first = '', second, ...others] = bare.split(/\s+/)
  const zone = zoneOf(first)
  if (zone === null || others.length > 0) return undefined
  if (second !== undefined && !/^[\w/+-]{1,40}$/.test(second)) return undefined
  return zone
}

/**
 * A date with the name of its month, in any order: Unix `date`, Java, JavaScript, RFC 2822, Kibana, X. The year has four
 * digits.
 */
function namedTime(text: string): ClockTime | null {
  const bare = text.replace(/\s*\([^()]*\)$/, '').replace(/(?<=\d)(?:st|nd|rd|th)\b/i, '')
  const words = bare.split(/[\s,·@]+|(?<=\d)-(?=\p{L})|(?<=\p{L})-(?=\d{4})|(?<=\d)\/(?=\p{L})|(?<=\p{L})\/(?=\d{4})/u)
  const parts: { -readonly [Part in keyof ClockTime]?: ClockTime[Part] } = {}
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (word === '' || /^at$/i.test(word)) continue
    if (!takeWord(parts, word, words[at + 1])) return null
    if (/^[ap]\.?m\.?$/i.test(words[at + 1] ?? '') && word.includes(':')) at += 1
  }
  const { year, month, day, weekday = null, zone = null } = parts
  if (year === undefined || month === undefined || day === undefined) return null
  const { hour = 0, minute = 0, second = 0, millisecond = 0 } = parts
  return { year, month, day, hour, minute, second, millisecond, zone, weekday }
}

type Parts = { -readonly [Part in keyof ClockTime]?: ClockTime[Part] }

/** False for a word that has no meaning here, or one that occurs twice. */
function takeWord(parts: Parts, word: string, next: string | undefined): boolean {
  const month = monthOf(word)
  if (month !== null) return take(parts, 'month', month)
  const weekday = weekdayOf(word)
  if (weekday !== null) return take(parts, 'weekday', weekday)
  if (/^\d{4}$/.test(word)) return parts.year === undefined ? take(parts, 'year', Number(word)) : false
  if (/^\d{1,2}$/.test(word)) return take(parts, 'day', Number(word))
  if (/^\d{1,2}:/.test(word)) {
    const half = /^[ap]\.?m\.?$/i.test(next ?? '') ? ` ${next}` : ''
    const clock = clockOf(`${word}${half}`)
    if (clock === null || parts.hour !== undefined) return false
    const { zone, ...time } = clock
    Object.assign(parts, time)
    return zone === null || take(parts, 'zone', zone)
  }
  const zone = zoneOf(word)
  if (zone === null) return false
  // Go writes the offset and then the abbreviation: the offset decides.
  return parts.zone === undefined ? take(parts, 'zone', zone) : true
}

function take<Part extends keyof Parts>(parts: Parts, part: Part, value: Parts[Part]): boolean {
  if (parts[part] !== undefined) return false
  parts[part] = value
  return true
}

/** Other forms of ISO 8601, such as `20261124T100000Z`. */
function isoTime(text: string, zone: string | number): Date | null {
  if (!/^\d{8}T\d{4,6}/i.test(text) && !/^\d{4}-\d{2}-\d{2}/.test(text)) return null
  const time = DateTime.fromISO(text, { zone: typeof zone === 'number' ? FixedOffsetZone.instance(zone) : zone })
  return time.isValid && time.toUTC().year >= 1 && time.toUTC().year <= 9999 ? time.toJSDate() : null
}

/** Throws a `UsageError` for a zone that is not in the IANA database. */
export function checkTimezone(zone: string): string {
  if (isTimezone(zone)) return zone
  throw new UsageError(
    `--timezone ${zone} is unknown; use an IANA time zone such as Europe/Berlin, America/New_York or UTC.`,
  )
}
