import { addDays, localDate, startOfDate } from './zone.ts'

/** Ranges that can be chosen by name. Each ends with the current quarter of an hour. */
export const PRESETS = ['24h', '7d', '30d', '90d', '12m', 'all'] as const
export type Preset = (typeof PRESETS)[number]

/** Dates on the calendar of the zone, both inclusive. */
interface CustomDates {
  readonly from: string
  readonly to: string
}

export type RangeChoice = Preset | CustomDates

/** Instants in milliseconds, half-open; null is an open end. */
export interface Span {
  readonly from: number | null
  readonly to: number | null
}

/** The server keeps sums for quarters of an hour: for a range of whole ones, it reads no classification. */
const QUARTER_MS = 15 * 60_000
const HOUR_MS = 3_600_000
const DAYS = { '7d': 7, '30d': 30, '90d': 90 } as const

/** The span of a choice at `now`. The first day is whole, so that the first bar of a chart is not cut. */
export function spanOf(choice: RangeChoice, zone: string, now: number): Span {
  if (choice === 'all') return { from: null, to: null }
  if (typeof choice === 'object') {
    return { from: startOfDate(choice.from, zone), to: startOfDate(addDays(choice.to, 1), zone) }
  }
  const to = (Math.floor(now / QUARTER_MS) + 1) * QUARTER_MS
  if (choice === '24h') return { from: Math.floor(now / HOUR_MS) * HOUR_MS - 23 * HOUR_MS, to }
  const today = localDate(now, zone)
  if (choice === '12m') return { from: startOfDate(monthsBefore(today, 11), zone), to }
  return { from: startOfDate(addDays(today, 1 - DAYS[choice]), zone), to }
}

/** The span as input of the API. */
export const rangeInput = ({ from, to }: Span, zone: string, dated: boolean | null = null) => ({
  from: from === null ? null : new Date(from).toISOString(),
  to: to === null ? null : new Date(to).toISOString(),
  timezone: zone,
  ...(dated === null ? {} : { dated }),
})

/** The first day of the month that many months earlier. */
function monthsBefore(date: string, months: number): string {
  const [year = 0, month = 1] = date.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10)
}
