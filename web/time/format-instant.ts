import type { Interval } from './interval.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${JSON.stringify(options)}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options })
  formats.set(key, known)
  return known
}

const DATE = { day: 'numeric', month: 'short', year: 'numeric' } as const
const TIME = { hour: '2-digit', minute: '2-digit' } as const

/** Such as 18 Oct 2011, 21:53. */
export const formatInstant = (instant: string | number, zone: string): string =>
  format(zone, { ...DATE, ...TIME }).format(new Date(instant))

/** Such as 18 Oct 2011. */
export const formatDate = (instant: string | number, zone: string): string =>
  format(zone, DATE).format(new Date(instant))

/** The name of a bucket: Tue 18 Oct 2011, 18 Oct 2011, 21:00 or October 2011. */
export function formatBucket(start: string, interval: Interval, zone: string): string {
  const instant = new Date(start)
  if (interval === 'HOUR') return formatInstant(start, zone)
  if (interval === 'MONTH') return format(zone, { month: 'long', year: 'numeric' }).format(instant)
  if (interval === 'WEEK') return `Week of ${formatDate(start, zone)}`
  return format(zone, { weekday: 'short', ...DATE }).format(instant)
}

/** The short name of a bucket under an axis, with the year where it changes. */
export function formatTick(start: string, interval: Interval, zone: string, previous: string | null): string {
  const instant = new Date(start)
  const isNew = (options: Intl.DateTimeFormatOptions) =>
    previous === null || format(zone, options).format(instant) !== format(zone, options).format(new Date(previous))
  const isNewYear = isNew({ year: 'numeric' })
  if (interval === 'MONTH') {
    return format(zone, isNewYear ? { month: 'short', year: 'numeric' } : { month: 'short' }).format(instant)
  }
  const day = format(zone, isNewYear ? DATE : { day: 'numeric', month: 'short' })
  if (interval !== 'HOUR') return day.format(instant)
  return isNew(DATE)
    ? `${day.format(instant)} ${format(zone, TIME).format(instant)}`
    : format(zone, TIME).format(instant)
}
