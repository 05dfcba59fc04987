import { DateTime, Info } from 'luxon'

export const INTERVALS = ['HOUR', 'DAY', 'WEEK', 'MONTH'] as const
export type Interval = (typeof INTERVALS)[number]

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const CALENDAR_UNITS = { DAY: 'day', WEEK: 'week', MONTH: 'month' } as const

/**
 * The last boundary at or before `instant`, in milliseconds since 1970. Days, weeks (from Monday, ISO 8601) and months
 * begin at the first instant of their local date. Hours begin at whole local hours, and at a clock change within an
 * hour.
 */
export function boundaryAtOrBefore(instant: number, interval: Interval, timezone: string): number {
  if (interval === 'HOUR') return hourStart(instant, timezone)
  const unit = CALENDAR_UNITS[interval]
  const start = firstInstantOf(at(instant, timezone).startOf(unit))
  // A clock set back just after midnight repeats the end of a day whose successor has already begun: the successor
  // keeps it.
  const next = boundaryAfter(start, interval, timezone)
  return next <= instant ? next : start
}

/** The boundary after the boundary `start`. */
export function boundaryAfter(start: number, interval: Interval, timezone: string): number {
  if (interval === 'HOUR') return hourEnd(start, timezone)
  const offset = offsetMs(start, timezone)
  const next = nextLocalDate(start + offset, interval) - offset
  // The usual case, and twenty times faster. Clocks change at most once a day, so if the offset is the same over the
  // last day, no clock was set back over this midnight.
  if (offsetMs(next, timezone) === offset && offsetMs(next - DAY_MS, timezone) === offset) return next
  const unit = CALENDAR_UNITS[interval]
  return firstInstantOf(
    at(start, timezone)
      .plus({ [unit]: 1 })
      .startOf(unit),
  )
}

/** From the local start of a day, week or month to the start of the next one, both written as if they were UTC. */
function nextLocalDate(local: number, interval: keyof typeof CALENDAR_UNITS): number {
  const midnight = Math.floor(local / DAY_MS) * DAY_MS
  if (interval === 'DAY') return midnight + DAY_MS
  if (interval === 'WEEK') return midnight + 7 * DAY_MS
  return new Date(midnight).setUTCMonth(new Date(midnight).getUTCMonth() + 1)
}

const at = (instant: number, timezone: string) => DateTime.fromMillis(instant, { zone: timezone })

/** If clocks were set back over a local time, it occurs twice; a day begins with the first occurrence. */
const firstInstantOf = (local: DateTime) =>
  Math.min(...local.getPossibleOffsets().map(possible => possible.toMillis()), local.toMillis())

/** Twice as fast as through a `DateTime`; luxon caches its zones. */
const offsetMs = (instant: number, timezone: string) => Info.normalizeZone(timezone).offset(instant) * 60_000

function hourStart(instant: number, timezone: string): number {
  const offset = offsetMs(instant, timezone)
  const start = Math.floor((instant + offset) / HOUR_MS) * HOUR_MS - offset
  return offsetMs(start, timezone) === offset ? start : clockChange(start, instant, timezone)
}

function hourEnd(start: number, timezone: string): number {
  const offset = offsetMs(start, timezone)
  const end = (Math.floor((start + offset) / HOUR_MS) + 1) * HOUR_MS - offset
  return offsetMs(end - 1, timezone) === offset ? end : clockChange(start, end - 1, timezone)
}

/** The first instant in (before, after] with the offset of `after`, by bisection. The zone changes its offset once between the two. */
export function clockChange(before: number, after: number, timezone: string): number {
  const target = offsetMs(after, timezone)
  let [old, changed] = [before, after]
  while (changed - old > 1) {
    const middle = Math.floor((old + changed) / 2)
    if (offsetMs(middle, timezone) === target) changed = middle
    else old = middle
  }
  return changed
}
