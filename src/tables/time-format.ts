import { UsageError } from '../problem/problem.ts'
import { type ClockTime, hourOf, instantOf, millisecondsOf, monthOf, weekdayOf, yearOf, zoneOf } from './clock-time.ts'

/** One of the names, or a pattern of strptime; checked by `checkTimeFormat`. */
export type TimeFormat = string

const NAMED_TIME_FORMATS = ['day-first', 'month-first', 'unix-seconds', 'unix-milliseconds'] as const

const MAX_LENGTH = 100

/** What each directive of a pattern matches. */
const DIRECTIVES: Readonly<Record<string, string>> = {
  Y: '(?<year>\\d{4})',
  y: '(?<year>\\d{2})',
  m: '(?<month>\\d{1,2})',
  b: '(?<monthName>\\p{L}{3,9}\\.?)',
  B: '(?<monthName>\\p{L}{3,9}\\.?)',
  h: '(?<monthName>\\p{L}{3,9}\\.?)',
  d: '(?<day>\\d{1,2})',
  e: '\\s?(?<day>\\d{1,2})',
  H: '(?<hour>\\d{1,2})',
  k: '\\s?(?<hour>\\d{1,2})',
  I: '(?<hour>\\d{1,2})',
  l: '\\s?(?<hour>\\d{1,2})',
  M: '(?<minute>\\d{1,2})',
  S: '(?<second>\\d{1,2})',
  f: '(?<fraction>\\d{1,9})',
  L: '(?<fraction>\\d{1,9})',
  p: '(?<half>[AaPp]\\.?[Mm]\\.?)',
  P: '(?<half>[AaPp]\\.?[Mm]\\.?)',
  a: '(?<weekday>\\p{L}{3,9}\\.?)',
  A: '(?<weekday>\\p{L}{3,9}\\.?)',
  z: '(?<zone>[A-Za-z]{0,3}[+-]\\d{1,2}(?::?\\d{2}){0,2}|[Zz])',
  Z: '(?<zone>[A-Za-z]{1,5}|[A-Za-z_]+/[\\w/+-]+)',
  s: '(?<epoch>\\d{1,11})',
  '%': '%',
  n: '\\s+',
  t: '\\s+',
}
const SHORTHANDS: Readonly<Record<string, string>> = { T: '%H:%M:%S', R: '%H:%M', D: '%m/%d/%y', F: '%Y-%m-%d' }

/** Throws a `UsageError` for an unknown name and for a pattern that cannot be read. */
export function checkTimeFormat(format: string, called = '--time-format'): TimeFormat {
  const name = format.trim()
  if (NAMED_TIME_FORMATS.some(known => known === name)) return name
  if (!name.includes('%')) {
    throw new UsageError(
      `${called} ${JSON.stringify(format)} is unknown; use day-first, month-first, unix-seconds, unix-milliseconds, or a pattern such as "%d.%m.%Y %H:%M".`,
    )
  }
  const problem = patternProblem(name)
  if (problem !== null) throw new UsageError(`${called} ${JSON.stringify(format)} ${problem}.`)
  return name
}

function patternProblem(pattern: string): string | null {
  if (pattern.length > MAX_LENGTH) return `is longer than ${MAX_LENGTH} characters`
  const letters = [...expanded(pattern).matchAll(/%[-:#0]?(.?)/gsu)].map(([, letter]) => letter ?? '')
  const unknown = letters.find(letter => !Object.hasOwn(DIRECTIVES, letter))
  if (unknown !== undefined) return `has the directive %${unknown}, which is unknown`
  const twice = groupsIn(letters).find((group, index, groups) => groups.indexOf(group) !== index)
  if (twice !== undefined) return `names the ${twice} twice`
  const groups = new Set(groupsIn(letters))
  const isDate = groups.has('year') && groups.has('day') && (groups.has('month') || groups.has('monthName'))
  return isDate || groups.has('epoch') ? null : 'needs a year, a month and a day, such as %Y-%m-%d'
}

const groupsIn = (letters: readonly string[]) =>
  letters.flatMap(letter => /\?<(\w+)>/.exec(DIRECTIVES[letter] ?? '')?.[1] ?? [])

const expanded = (pattern: string) => pattern.replace(/%([TRDF])/g, (_, letter: string) => SHORTHANDS[letter] ?? '')

const compiled = new Map<string, RegExp>()

function compile(pattern: string): RegExp {
  const existing = compiled.get(pattern)
  if (existing !== undefined) return existing
  const source = expanded(pattern).replace(
    /%[-:#0]?(.)|(\s+)|[\\^$.*+?()[\]{}|/]/gsu,
    (text: string, letter: string | undefined, blank: string | undefined) =>
      letter !== undefined ? (DIRECTIVES[letter] ?? '') : blank !== undefined ? '\\s+' : `\\${text}`,
  )
  const expression = new RegExp(`^${source}$`, 'iu')
  // Formats come from requests: a few are in use at a time.
  if (compiled.size > 100) compiled.clear()
  compiled.set(pattern, expression)
  return expression
}

/** The instant that a text means in a pattern of strptime; null if it does not fit. */
export function parseByPattern(text: string, pattern: TimeFormat, zone: string | number): Date | null {
  const found = compile(pattern).exec(text)?.groups
  if (found === undefined) return null
  if (found.epoch !== undefined) return new Date(Number(found.epoch) * 1000)
  const month = found.monthName === undefined ? Number(found.month) : monthOf(found.monthName)
  const hour = hourOf(Number(found.hour ?? (found.half === undefined ? 0 : 12)), found.half)
  const weekday = found.weekday === undefined ? null : weekdayOf(found.weekday)
  const named = found.zone === undefined ? null : zoneOf(found.zone)
  if (month === null || hour === null) return null
  if ((weekday === null && found.weekday !== undefined) || (named === null && found.zone !== undefined)) return null
  return instantOf(
    {
      year: yearOf(found.year ?? ''),
      month,
      day: Number(found.day),
      hour,
      minute: Number(found.minute ?? 0),
      second: Number(found.second ?? 0),
      millisecond: millisecondsOf(found.fraction),
      zone: named,
      weekday,
    } satisfies ClockTime,
    zone,
  )
}
