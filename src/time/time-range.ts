import { fail, type Result, succeed } from '../problem/problem.ts'
import { isTimezone } from './is-timezone.ts'

/** Half-open: `from` is inside, `to` is not. An end that is null is open. */
export interface TimeRange {
  readonly from: Date | null
  readonly to: Date | null
  /** An IANA name. It decides where buckets begin, never what `from` and `to` mean. */
  readonly timezone: string
}

/** A range as a client gives it. */
export interface RangeInput {
  readonly from?: Date | null | undefined
  readonly to?: Date | null | undefined
  readonly timezone?: string | null | undefined
}

/** Checks what the types cannot say: a zone that exists, and `from` before `to`. No range at all is the whole time. */
export function parseRange(input: RangeInput | null | undefined): Result<TimeRange> {
  const range: TimeRange = { from: input?.from ?? null, to: input?.to ?? null, timezone: input?.timezone ?? 'UTC' }
  if (!isTimezone(range.timezone)) {
    return fail('INVALID', 'timezone must be an IANA time zone, such as UTC or Europe/Madrid.', ['range', 'timezone'])
  }
  if (range.from !== null && range.to !== null && range.from >= range.to) {
    return fail(
      'INVALID',
      'from must be before to: the range holds its first instant and not its last, so equal ends hold nothing.',
      ['range', 'from'],
    )
  }
  return succeed(range)
}
