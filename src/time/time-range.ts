import { fail, type Result, succeed } from '../problem/problem.ts'
import { isTimezone } from './is-timezone.ts'

/** Half-open: `from` is inclusive, `to` is exclusive. A null end is open. */
export interface TimeRange {
  readonly from: Date | null
  readonly to: Date | null
  /** An IANA time zone. It determines the start of buckets, never the meaning of `from` and `to`. */
  readonly timezone: string
  /** True for tweets with a time of their own only, false for the others only; null or absent for both. */
  readonly dated?: boolean | null
}

/** A range as a client gives it. */
export interface RangeInput {
  readonly from?: Date | null | undefined
  readonly to?: Date | null | undefined
  readonly timezone?: string | null | undefined
  readonly dated?: boolean | null | undefined
}

/** Checks what the types cannot: an existing zone, and `from` before `to`. No range at all means all time. */
export function parseRange(input: RangeInput | null | undefined): Result<TimeRange> {
  const { from = null, to = null, timezone, dated = null } = input ?? {}
  const range: TimeRange = { from, to, timezone: timezone ?? 'UTC', dated }
  if (!isTimezone(range.timezone)) {
    return fail('INVALID', 'timezone must be an IANA time zone, such as UTC or Europe/Madrid.', ['range', 'timezone'])
  }
  if (range.from !== null && range.to !== null && range.from >= range.to) {
    return fail(
      'INVALID',
      'from must be before to: the range includes its first instant and excludes its last, so equal ends are an empty range.',
      ['range', 'from'],
    )
  }
  return succeed(range)
}
