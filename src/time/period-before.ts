import { DateTime } from 'luxon'
import { fail, type Result, succeed } from '../problem/problem.ts'
import { clockChange } from './interval-boundary.ts'
import type { TimeRange } from './time-range.ts'

/** A range with both ends. */
export interface BoundedRange extends TimeRange {
  readonly from: Date
  readonly to: Date
}

const DAY_MS = 24 * 3_600_000

/** The range, if it has both ends: only then a period before it exists. */
export function boundedRange({ from, to, ...others }: TimeRange): Result<BoundedRange> {
  if (from !== null && to !== null) return succeed({ from, to, ...others })
  return fail('INVALID', 'range must have both from and to. Without them, it has no period before it.', [
    'range',
    from === null ? 'from' : 'to',
  ])
}

/**
 * The period that a range is compared with: the same local days and times of day, earlier by the fewest whole local days that keep the two
 * apart. For the last seven days up to 9:45 it is the seven days before them up to 9:45; for 14:00 to 15:00 it is the same hour of the day
 * before. A local time that the clock skips becomes the instant of the clock change. Of a local time that occurs twice, the first is taken.
 */
export function periodBefore({ from, to, timezone, ...others }: BoundedRange): BoundedRange {
  const [start, end] = [localTime(from, timezone), localTime(to, timezone)]
  let days = Math.max(1, Math.ceil((end - start) / DAY_MS))
  // The local times of the ends may be closer together than the ends, if a clock was set back between them.
  while (instantOf(end - days * DAY_MS, timezone) > from.getTime()) days += 1
  const earlier = instantOf(start - days * DAY_MS, timezone)
  const until = Math.max(earlier, instantOf(end - days * DAY_MS, timezone))
  return { from: new Date(earlier), to: new Date(until), timezone, ...others }
}

/** The local date and time of an instant, in milliseconds as if they were UTC. */
function localTime(instant: Date, zone: string): number {
  const local = DateTime.fromJSDate(instant, { zone })
  return instant.getTime() + local.offset * 60_000
}

/** The first instant at which the clock shows a local time, or at which it skips that time. */
function instantOf(local: number, zone: string): number {
  const shown = DateTime.fromMillis(local, { zone: 'utc' }).setZone(zone, { keepLocalTime: true })
  const first = Math.min(...shown.getPossibleOffsets().map(possible => possible.toMillis()), shown.toMillis())
  const isSkipped = localTime(new Date(first), zone) !== local
  return isSkipped ? clockChange(first - DAY_MS, first, zone) : first
}
