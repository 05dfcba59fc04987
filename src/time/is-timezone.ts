import { IANAZone } from 'luxon'

/** More than there are time zones; only a client that invents names would need more. */
const MAX_REMEMBERED = 1_000

/** Luxon creates a date format for this check, which costs more than the query that uses the zone. */
const known = new Set(['UTC'])

/** Whether the name is an IANA time zone known to this machine, in any case. */
export function isTimezone(name: string): boolean {
  if (known.has(name)) return true
  if (!IANAZone.isValidZone(name)) return false
  if (known.size < MAX_REMEMBERED) known.add(name)
  return true
}
