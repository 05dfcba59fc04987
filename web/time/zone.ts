const HOUR_MS = 3_600_000

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Its formats are costly to make. */
function clock(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  clocks.set(zone, made)
  return made
}

/** What the zone's clock shows, as if it were UTC, in milliseconds. */
function wallClock(instant: number, zone: string): number {
  const parts: Record<string, string> = {}
  for (const { type, value } of clock(zone).formatToParts(instant)) parts[type] = value
  return Date.parse(`${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}Z`)
}

/** The date on the zone's calendar, as YYYY-MM-DD. */
export const localDate = (instant: number, zone: string): string =>
  new Date(wallClock(instant, zone)).toISOString().slice(0, 10)

/** The first instant of a date in a zone: midnight, or what follows it where the clock leaves midnight out. */
export function startOfDate(date: string, zone: string): number {
  const midnight = Date.parse(`${date}T00:00:00Z`)
  // The clock may change on this very day, so that the offsets of the day before and the day after are both tried.
  const candidates = [midnight - 24 * HOUR_MS, midnight + 24 * HOUR_MS]
    .map(near => midnight - (wallClock(near, zone) - near))
    .sort((a, b) => a - b)
  const within = candidates.filter(candidate => localDate(candidate, zone) === date)
  return within[0] ?? candidates[1] ?? midnight
}

/** The date so many days later on the calendar. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 24 * HOUR_MS).toISOString().slice(0, 10)

/** Whether this browser knows the zone. */
export function isZone(zone: string): boolean {
  try {
    clock(zone)
    return true
  } catch {
    return false
  }
}
