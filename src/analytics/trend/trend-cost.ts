import type { Interval } from '../../time/interval-boundary.ts'
import { MAX_BUCKETS } from '../../time/time-buckets.ts'
import type { RangeInput } from '../../time/time-range.ts'

const HOURS: Record<Interval, number> = { HOUR: 1, DAY: 24, WEEK: 7 * 24, MONTH: 30 * 24 }
const HOUR_MS = 3_600_000
/** The assumed length of a range with an open end. */
const TYPICAL_EXTENT_HOURS = 3 * 365 * 24

/** Finding the start of a bucket takes about forty times as long as a plain field of it. The rest is part of the cost of other fields. */
const FIELDS_PER_BOUNDARY = 10

/** The cost of a trend: one query, the boundaries, and the fields of each bucket. A trend that is too long is refused, and costs the attempt. */
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
