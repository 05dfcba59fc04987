import { UsageError } from '../../problem/problem.ts'
import { parseDayOrInstant } from '../../time/parse-instant.ts'

const HOUR_MS = 3_600_000
const UNITS: ReadonlyMap<string, number> = new Map([
  ['h', HOUR_MS],
  ['d', 24 * HOUR_MS],
])

/** The time from which a key is refused, such as `90d` or `12h` from now, a day in UTC, or an instant. Throws a `UsageError` for another text. */
export function parseExpiry(text: string, now: Date): Date {
  const [, count = '', unit = ''] = /^(\d{1,5})([hd])$/.exec(text) ?? []
  const unitMs = UNITS.get(unit)
  const expiresAt = unitMs !== undefined ? new Date(now.getTime() + Number(count) * unitMs) : parseDayOrInstant(text)
  if (expiresAt !== null && expiresAt > now) return expiresAt
  throw new UsageError(
    `--expires ${text.slice(0, 40)} is not a time in the future; give a number of days or hours such as 90d or 12h, or a day such as 2030-01-31.`,
  )
}
