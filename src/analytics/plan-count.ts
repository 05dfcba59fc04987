/** Boundaries in milliseconds since 1970; an open end is -Infinity or Infinity. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A half-open stretch whose count belongs to the bucket with this index, or is taken from it. */
export interface CountSegment extends Span {
  readonly bucket: number
  readonly sign: 1 | -1
}

/** Which part of which bucket is counted from where. Added and taken away, the segments cover every bucket exactly. */
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

/**
 * Takes as much as possible from the coarser rollup, so that a year costs hundreds of rows and still is exact to the second. A day of another
 * zone than UTC is the UTC day it mostly covers, with the quarters of an hour at one end added and those at the other taken away.
 */
export function planCount(buckets: readonly Span[]): CountPlan {
  const plan = { days: [] as CountSegment[], quarters: [] as CountSegment[], rows: [] as CountSegment[] }
  for (const [bucket, span] of buckets.entries()) {
    const whole = wholeQuarters(span)
    if (whole === null) {
      add(plan.rows, bucket, span.start, span.end)
      continue
    }
    add(plan.rows, bucket, span.start, whole.start)
    add(plan.rows, bucket, whole.end, span.end)
    const [first, last] = [nearestMidnight(whole.start), nearestMidnight(whole.end)]
    if (first >= last) {
      add(plan.quarters, bucket, whole.start, whole.end)
      continue
    }
    add(plan.days, bucket, first, last)
    add(plan.quarters, bucket, whole.start, first)
    take(plan.quarters, bucket, first, whole.start)
    add(plan.quarters, bucket, last, whole.end)
    take(plan.quarters, bucket, whole.end, last)
  }
  return plan
}

/** The largest part of the span that begins and ends at whole quarters of an hour; null where none lies inside. */
function wholeQuarters({ start, end }: Span): Span | null {
  const [first, last] = [Math.ceil(start / QUARTER_MS) * QUARTER_MS, Math.floor(end / QUARTER_MS) * QUARTER_MS]
  return first <= last ? { start: first, end: last } : null
}

const nearestMidnight = (instant: number) => Math.round(instant / DAY_MS) * DAY_MS

function add(segments: CountSegment[], bucket: number, start: number, end: number): void {
  if (start < end) segments.push({ bucket, start, end, sign: 1 })
}

function take(segments: CountSegment[], bucket: number, start: number, end: number): void {
  if (start < end) segments.push({ bucket, start, end, sign: -1 })
}
