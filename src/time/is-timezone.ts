import { IANAZone } from 'luxon'

/** More than there are names; what asks for others is not a client that repeats itself. */
const MAX_REMEMBERED = 1_000

/** Luxon makes a date format to find out, which costs more than the question that the zone is part of. */
const known = new Set(['UTC'])

/** Whether the name is an IANA time zone that this machine knows, in any case. */
export function isTimezone(name: string): boolean {
  if (known.has(name)) return true
  if (!IANAZone.isValidZone(name)) return false
  if (known.size < MAX_REMEMBERED) known.add(name)
  return true
}
