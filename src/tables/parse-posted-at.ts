import { DateTime } from 'luxon'
import { UsageError } from '../problem/problem.ts'
import { isTimezone } from '../time/is-timezone.ts'
import { hasImpossibleOffset } from '../time/parse-instant.ts'

/** Twitter's own format, `Tue Nov 24 10:00:00 +0000 2026`. */
const TWITTER = 'ccc LLL d HH:mm:ss ZZZ yyyy'
const DATE_FIRST = /^\d{4}-\d{2}-\d{2}/
const EPOCH_SECONDS = /^\d{9,10}(\.\d+)?$/
const EPOCH_MILLISECONDS = /^\d{12,13}$/
const WEEKDAY_FIRST = /^[A-Za-z]{3},? /

export const TIME_EXAMPLES =
  '2026-11-24T10:00:00Z, 2026-11-24 10:00:00, Tue Nov 24 10:00:00 +0000 2026, or seconds since 1970'

/**
 * Reads the time of a tweet in any format that exports use; null for anything else.
 * @param zone IANA time zone of times without an offset.
 */
export function parsePostedAt(value: string, zone: string): Date | null {
  const text = value.trim()
  if (EPOCH_SECONDS.test(text)) return new Date(Math.round(Number(text) * 1000))
  if (EPOCH_MILLISECONDS.test(text)) return new Date(Number(text))
  if (hasImpossibleOffset(text)) return null
  const time = parseInZone(text, zone)
  return time?.isValid === true && time.toUTC().year >= 1 && time.toUTC().year <= 9999 ? time.toJSDate() : null
}

function parseInZone(text: string, zone: string): DateTime | null {
  // The format of databases: a space instead of the T, and the offset after another space.
  if (DATE_FIRST.test(text)) {
    return DateTime.fromISO(
      text
        .replace(' ', 'T')
        .replace(/ ?(UTC|GMT|Z)$/i, 'Z')
        .replace(/ ([+-]\d{2}:?\d{2})$/, '$1'),
      { zone },
    )
  }
  if (!WEEKDAY_FIRST.test(text)) return null
  const twitter = DateTime.fromFormat(text, TWITTER, { locale: 'en', zone })
  return twitter.isValid ? twitter : DateTime.fromRFC2822(text, { zone })
}

/** Throws a `UsageError` for a zone that is not in the IANA database. */
export function checkTimezone(zone: string): string {
  if (isTimezone(zone)) return zone
  throw new UsageError(
    `--timezone ${zone} is unknown; use an IANA time zone such as Europe/Berlin, America/New_York or UTC.`,
  )
}
