import { fail, type Result, succeed } from '../problem/problem.ts'
import { boundaryAfter, boundaryAtOrBefore, INTERVALS, type Interval } from './interval-boundary.ts'
import type { TimeRange } from './time-range.ts'

export const MAX_BUCKETS = 2000

/** Longer than any bucket, including clock changes: for refusing an excessive range without iterating over it. */
const LONGEST_HOURS: Record<Interval, number> = { HOUR: 2, DAY: 26, WEEK: 7 * 26, MONTH: 31 * 26 }

/** Half-open, like its range. */
export interface TimeBucket {
  readonly start: Date
  readonly end: Date
  /** The range truncates it, or it has not ended yet: its counts are not comparable with those of complete buckets. */
  readonly isPartial: boolean
}

export interface BucketRequest {
  readonly range: TimeRange
  readonly interval: Interval
  /** Times of the first and the last tweet, which replace open ends; null without tweets. */
  readonly extent: { readonly first: Date; readonly last: Date } | null
  readonly now: Date
}

/**
 * Divides the range into hours, days, ISO weeks or months of its time zone. The buckets tile it: each ends at the start
 * of the next. A given end truncates its bucket; at an open end, the bucket of the first or last tweet stays complete.
 * An open end without tweets on its side gives no bucket.
 */
export function timeBuckets(request: BucketRequest): Result<readonly TimeBucket[]> {
  const boundaries = boundariesOf(request, request.interval)
  if (boundaries !== null) return succeed(bucketsBetween(boundaries, request))
  const coarser = INTERVALS.slice(INTERVALS.indexOf(request.interval) + 1)
  const working = coarser.find(interval => boundariesOf(request, interval) !== null)
  const advice = working === undefined ? 'Choose a shorter range.' : `Use ${working}, or choose a shorter range.`
  return fail('TOO_MANY', `The range has more than ${MAX_BUCKETS} buckets of one ${request.interval}. ${advice}`, [
    'interval',
  ])
}

/** Ends of the buckets in milliseconds, one more than there are buckets; null if there would be too many. */
function boundariesOf({ range, extent }: BucketRequest, interval: Interval): readonly number[] | null {
  const first = range.from ?? extent?.first
  const last = range.to ?? extent?.last
  if (first === undefined || last === undefined || first > last) return []
  if (range.to !== null && first >= range.to) return []
  if (last.getTime() - first.getTime() > (MAX_BUCKETS + 1) * LONGEST_HOURS[interval] * 3_600_000) return null
  const start = boundaryAtOrBefore(first.getTime(), interval, range.timezone)
  const boundaries = [range.from === null ? start : first.getTime()]
  // The last tweet is inside its bucket; a given end is outside of the range.
  const isDone = (boundary: number) => (range.to === null ? boundary > last.getTime() : boundary >= last.getTime())
  let next = boundaryAfter(start, interval, range.timezone)
  while (!isDone(next)) {
    boundaries.push(next)
    if (boundaries.length > MAX_BUCKETS) return null
    next = boundaryAfter(next, interval, range.timezone)
  }
  boundaries.push(range.to === null ? next : last.getTime())
  return boundaries
}

function bucketsBetween(boundaries: readonly number[], { range, interval, now }: BucketRequest): readonly TimeBucket[] {
  const count = boundaries.length - 1
  const isWhole = (start: number, end: number) =>
    boundaryAtOrBefore(start, interval, range.timezone) === start &&
    boundaryAfter(start, interval, range.timezone) === end
  return boundaries.slice(1).map((end, index) => {
    const start = boundaries[index] ?? end
    // Only the ends of the range truncate; buckets in between are complete by construction.
    const isCut = (index === 0 || index === count - 1) && !isWhole(start, end)
    return { start: new Date(start), end: new Date(end), isPartial: isCut || end > now.getTime() }
  })
}
