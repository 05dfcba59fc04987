import type { TimeRange } from '../time/time-range.ts'

const DAY_MS = 24 * 60 * 60_000

/** The range of the whole UTC days that a range overlaps, because terms are counted by UTC day. */
export function countedDays({ from, to }: Pick<TimeRange, 'from' | 'to'>): Pick<TimeRange, 'from' | 'to'> {
  return {
    from: from === null ? null : new Date(Math.floor(from.getTime() / DAY_MS) * DAY_MS),
    to: to === null ? null : new Date(Math.ceil(to.getTime() / DAY_MS) * DAY_MS),
  }
}
