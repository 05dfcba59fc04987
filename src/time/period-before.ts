import { DateTime } from 'luxon'
import { clockChange } from './interval-boundary.ts'
import type { TimeRange } from './time-range.ts'

/** A range with both ends. */
export interface BoundedRange extends TimeRange {
  readonly from: Date
  readonly to: Date
}

const DAY_MS = 24 * 3_600_000

/**
 * The period that a range is compared with: the same local days and times of day, earlier by as few whole local days as keep the two
 * apart. For the last seven days up to 9:45 it is the seven days before them up to 9:45; for 14:00 to 15:00, the same hour of the day
 * before. A local time that the clock skips is the instant at which it skips it; of one that occurs twice, the first counts.
 */
export function periodBefore({ from, to, timezone }: BoundedRange): BoundedRange {
  const [start, end] = [localTime(from, timezone), localTime(to, timezone)]
  let days = Math.max(1, Math.ceil((end - start) / DAY_MS))
  // Local times of the two ends may lie closer together than the ends if a clock was set back between them.
  while (instantOf(end - days * DAY_MS, timezone) > from.getTime()) days += 1
  const earlier = instantOf(start - days * DAY_MS, timezone)
  const until = Math.max(earlier, instantOf(end - days * DAY_MS, timezone))
  return { from: new Date(earlier), to: new Date(until), timezone }
}

/** The local date and time of an instant, in milliseconds as if they were UTC. */
function localTime(instant: Date, zone: string): number {
  const local = DateTime.fromJSDate(instant, { zone })
  return instant.getTime() + local.offset * 60_000
}

/** The first instant at which the clock shows a local time, or at which it skips it. */
function instantOf(local: number, zone: string): number {
  const utc = DateTime.fromMillis(local, { zone: 'utc' })
  const shown = utc.setZone(zone, { keepLocalTime: true })
  const first = Math.min(...shown.getPossibleOffsets().map(possible => possible.toMillis()), shown.toMillis())
  const isSkipped = localTime(new Date(first), zone) !== local
  return isSkipped ? clockChange(first - DAY_MS, first, zone) : first
}
