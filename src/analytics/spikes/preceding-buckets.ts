import { boundaryAfter, boundaryAtOrBefore, type Interval } from '../../time/interval-boundary.ts'
import type { Span } from '../plan-count.ts'

/** At least as long as any bucket, including clock changes. */
const LONGEST_MS: Record<Interval, number> = {
  HOUR: 3_600_000,
  DAY: 26 * 3_600_000,
  WEEK: (7 * 24 + 2) * 3_600_000,
  MONTH: (31 * 24 + 2) * 3_600_000,
}

/**
 * The `count` whole buckets before the one that contains `instant`, then that one, also whole; in time order, each ending where the next one
 * begins. In milliseconds since 1970.
 */
export function precedingBuckets(
  instant: number,
  count: number,
  interval: Interval,
  timezone: string,
): readonly Span[] {
  const last = boundaryAtOrBefore(instant, interval, timezone)
  // Starts far enough back and steps forward, which is many times cheaper than stepping backward.
  let start = boundaryAtOrBefore(last - count * LONGEST_MS[interval], interval, timezone)
  const buckets: Span[] = []
  while (start <= last) {
    const end = boundaryAfter(start, interval, timezone)
    buckets.push({ start, end })
    start = end
  }
  return buckets.slice(-count - 1)
}
