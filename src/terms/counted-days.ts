import { LATEST_INSTANT } from '../time/parse-instant.ts'
import type { TimeRange } from '../time/time-range.ts'

const DAY_MS = 24 * 60 * 60_000

/** The range of the whole UTC days that a range overlaps, because terms are counted by UTC day. */
export function countedDays({ from, to }: Pick<TimeRange, 'from' | 'to'>): Pick<TimeRange, 'from' | 'to'> {
  return {
    from: from === null ? null : new Date(Math.floor(from.getTime() / DAY_MS) * DAY_MS),
    to: to === null ? null : endOfDay(to),
  }
}

/** Null for the last day of the year 9999: the next one cannot be written as a date. */
function endOfDay(to: Date): Date | null {
  const end = Math.ceil(to.getTime() / DAY_MS) * DAY_MS
  return end > LATEST_INSTANT ? null : new Date(end)
}
