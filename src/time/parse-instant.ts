import { DateTime } from 'luxon'

/** An example of an instant, for messages. */
export const INSTANT_EXAMPLE = '2026-03-01T09:30:00Z or 2026-03-01T10:30:00+01:00'

const WITH_OFFSET = /^\d{4}-?\d{2}-?\d{2}[Tt ]\d{2}.*(?:[Zz]|[+-]\d{2}(?::?\d{2})?)$/
/** No clock was ever 16 hours from UTC; luxon accepts any offset. */
const IMPOSSIBLE_OFFSET = /[T ]\d{2}.*[+-](?:1[6-9]|[2-9]\d|\d{2}:?[6-9]\d)(?::?\d{2})?$/i
/** In milliseconds: the range common to the database, ISO 8601's four-digit years and JavaScript. */
export const EARLIEST_INSTANT = Date.parse('0001-01-01T00:00:00.000Z')
export const LATEST_INSTANT = Date.parse('9999-12-31T23:59:59.999Z')

/**
 * Reads an ISO 8601 time with an offset, to the millisecond; null for anything else. A time without an offset is
 * refused, because guessing the zone would silently move tweets between buckets.
 */
export function parseInstant(text: string): Date | null {
  const trimmed = text.trim()
  if (trimmed.length > 64 || !WITH_OFFSET.test(trimmed) || hasImpossibleOffset(trimmed)) return null
  const parsed = DateTime.fromISO(trimmed.replace(' ', 'T').toUpperCase(), { zone: 'utc' })
  if (!parsed.isValid) return null
  const milliseconds = parsed.toMillis()
  return milliseconds >= EARLIEST_INSTANT && milliseconds <= LATEST_INSTANT ? new Date(milliseconds) : null
}

/** Whether a time ends in an impossible offset from UTC, such as `+99:99`. */
export const hasImpossibleOffset = (text: string): boolean => IMPOSSIBLE_OFFSET.test(text)

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The same, or the beginning of a day in UTC. */
export const parseDayOrInstant = (text: string): Date | null =>
  parseInstant(DAY.test(text.trim()) ? `${text.trim()}T00:00:00Z` : text)
