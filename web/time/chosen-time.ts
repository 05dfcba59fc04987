import { formatBucket, formatDate, formatInstant } from './format-instant.ts'
import type { Span } from './range.ts'
import { addDays, localDate, startOfDate } from './zone.ts'

/** A part of a page's time range, such as a bar of its chart. Instants in milliseconds, half-open. */
export interface ChosenTime {
  readonly from: number
  readonly to: number
}

/** Reads the form of an address: two instants of ISO 8601 with a slash between. Null for anything else. */
export function readChosenTime(text: string): ChosenTime | null {
  const [from = Number.NaN, to = Number.NaN, ...more] = text.split('/').map(Date.parse)
  return more.length === 0 && from < to ? { from, to } : null
}

export const writeChosenTime = ({ from, to }: ChosenTime): string =>
  [from, to].map(instant => new Date(instant).toISOString()).join('/')

/** The part within a span; the whole span if they do not overlap. */
export function within({ from, to }: ChosenTime, span: Span): Span {
  const part = { from: Math.max(from, span.from ?? from), to: Math.min(to, span.to ?? to) }
  return part.from < part.to ? part : span
}

/** In words: one day by its name, whole days by their dates, and anything else by its instants. */
export function describeChosenTime({ from, to }: ChosenTime, zone: string): string {
  const [first, last] = [localDate(from, zone), localDate(to - 1, zone)]
  const isWhole = startOfDate(first, zone) === from && startOfDate(addDays(last, 1), zone) === to
  if (!isWhole) return `${formatInstant(from, zone)} to ${formatInstant(to, zone)}`
  if (first === last) return formatBucket(new Date(from).toISOString(), 'DAY', zone)
  return `${formatDate(from, zone)} to ${formatDate(to - 1, zone)}`
}
