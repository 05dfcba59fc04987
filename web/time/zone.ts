const HOUR_MS = 3_600_000

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Formats are expensive to create. */
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

/** The local date and time of an instant, in milliseconds as if they were UTC. */
function wallClock(instant: number, zone: string): number {
  const parts: Record<string, string> = {}
  for (const { type, value } of clock(zone).formatToParts(instant)) parts[type] = value
  return Date.parse(`${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}Z`)
}

/** The date on the zone's calendar, as YYYY-MM-DD. */
export const localDate = (instant: number, zone: string): string =>
  new Date(wallClock(instant, zone)).toISOString().slice(0, 10)

/** The first instant of a date in a zone: midnight, or the next instant if the clock skips midnight. */
export function startOfDate(date: string, zone: string): number {
  const midnight = Date.parse(`${date}T00:00:00Z`)
  // The clock may change on this day, so the offsets of the day before and of the day after are both tried.
  const candidates = [midnight - 24 * HOUR_MS, midnight + 24 * HOUR_MS]
    .map(near => midnight - (wallClock(near, zone) - near))
    .sort((a, b) => a - b)
  const within = candidates.filter(candidate => localDate(candidate, zone) === date)
  return within[0] ?? candidates[1] ?? midnight
}

/** The date that many days later. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 24 * HOUR_MS).toISOString().slice(0, 10)

/** Whether the browser knows the zone. */
export function isZone(zone: string): boolean {
  try {
    clock(zone)
    return true
  } catch {
    return false
  }
}
