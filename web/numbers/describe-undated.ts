import { formatCount } from './format-number.ts'

/** Stored tweets that make the day of the import look like an event. */
export const describeUndated = (count: number): string =>
  count === 1
    ? '1 tweet has no time of its own and counts at the time of its import.'
    : `${formatCount(count)} tweets have no time of their own and count at the time of their import.`
