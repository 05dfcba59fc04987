/** Boundaries in milliseconds since 1970; an open end is -Infinity or Infinity. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A half-open part of the bucket with this index. */
export interface CountSegment extends Span {
  readonly bucket: number
}

/** Which part of which bucket is counted from where. Together the segments tile every bucket exactly. */
export interface CountPlan {
  /** Begin and end at midnight UTC: the daily rollup. */
  readonly days: readonly CountSegment[]
  /** Begin and end at whole quarters of an hour: the 15-minute rollup. */
  readonly quarters: readonly CountSegment[]
  /** Shorter than a quarter of an hour: the classifications themselves. */
  readonly rows: readonly CountSegment[]
}

export const QUARTER_MS = 15 * 60_000
export const DAY_MS = 24 * 60 * 60_000

/** Takes as much as possible from the coarser rollup, so that a year costs hundreds of rows and still is exact to the second. */
export function planCount(buckets: readonly Span[]): CountPlan {
  const plan = { days: [] as CountSegment[], quarters: [] as CountSegment[], rows: [] as CountSegment[] }
  for (const [bucket, span] of buckets.entries()) {
    const whole = aligned(span, QUARTER_MS)
    if (whole === null) {
      add(plan.rows, bucket, span.start, span.end)
      continue
    }
    add(plan.rows, bucket, span.start, whole.start)
    add(plan.rows, bucket, whole.end, span.end)
    const days = aligned(whole, DAY_MS)
    if (days === null) {
      add(plan.quarters, bucket, whole.start, whole.end)
      continue
    }
    add(plan.quarters, bucket, whole.start, days.start)
    add(plan.days, bucket, days.start, days.end)
    add(plan.quarters, bucket, days.end, whole.end)
  }
  return plan
}

/** The largest part of the span that begins and ends at multiples of `unit`; null where no multiple lies inside. */
function aligned({ start, end }: Span, unit: number): Span | null {
  const [first, last] = [Math.ceil(start / unit) * unit, Math.floor(end / unit) * unit]
  return first <= last ? { start: first, end: last } : null
}

function add(segments: CountSegment[], bucket: number, start: number, end: number): void {
  if (start < end) segments.push({ bucket, start, end })
}
