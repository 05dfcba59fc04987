import type { Interval } from '../time/interval-boundary.ts'
import { MAX_BUCKETS } from '../time/time-buckets.ts'
import type { RangeInput } from '../time/time-range.ts'

const HOURS: Record<Interval, number> = { HOUR: 1, DAY: 24, WEEK: 7 * 24, MONTH: 30 * 24 }
const HOUR_MS = 3_600_000
/** How long the tweets about an entity are taken to reach where the range does not say it. */
const TYPICAL_EXTENT_HOURS = 3 * 365 * 24

/** Finding where a bucket begins takes some forty times as long as answering a plain field of it; the rest is left to fields that cost more. */
const FIELDS_PER_BOUNDARY = 10

/** What a trend costs: one query, the boundaries, and what is asked about each bucket. One that is too long is refused, and costs the attempt. */
export function trendCost({
  range,
  interval,
}: {
  readonly range?: RangeInput | null | undefined
  readonly interval?: Interval | null | undefined
}) {
  const hours = range?.from && range.to ? (range.to.getTime() - range.from.getTime()) / HOUR_MS : TYPICAL_EXTENT_HOURS
  const buckets = Math.ceil(Math.abs(hours) / HOURS[interval ?? 'DAY']) + 1
  if (buckets > MAX_BUCKETS + 1) return { field: 20 + MAX_BUCKETS, multiplier: 1 }
  return { field: 20 + buckets, multiplier: Math.ceil(buckets / FIELDS_PER_BOUNDARY) }
}
