import { boundaryAfter, boundaryAtOrBefore, type Interval } from '../interval-boundary.ts'
import type { Span } from '../plan-count.ts'

/**
 * The `count` whole buckets before the one that holds `instant`, and that one, whole as well; in time order, each ending where the next
 * begins. In milliseconds since 1970.
 */
export function precedingBuckets(
  instant: number,
  count: number,
  interval: Interval,
  timezone: string,
): readonly Span[] {
  const start = boundaryAtOrBefore(instant, interval, timezone)
  const buckets: Span[] = [{ start, end: boundaryAfter(start, interval, timezone) }]
  for (let bucket = 0, next = start; bucket < count; bucket++) {
    const previous = boundaryAtOrBefore(next - 1, interval, timezone)
    buckets.push({ start: previous, end: next })
    next = previous
  }
  return buckets.reverse()
}
