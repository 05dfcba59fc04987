import { EARLIEST_INSTANT, LATEST_INSTANT } from './parse-instant.ts'

/** For PostgreSQL. Rounding to whole days may move a boundary out of the years that can be written, where no tweet counts. */
export const timestampOf = (instant: number): string => {
  if (instant >= EARLIEST_INSTANT && instant <= LATEST_INSTANT) return new Date(instant).toISOString()
  return instant < 0 ? '-infinity' : 'infinity'
}
