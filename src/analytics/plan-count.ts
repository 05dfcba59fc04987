/** Boundaries in milliseconds since 1970. An open end is -Infinity or Infinity. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A half-open span whose count is added to the bucket with this index, or subtracted from it. */
export interface CountSegment extends Span {
  readonly bucket: number
  readonly sign: 1 | -1
}

/** Which part of which bucket is counted from which table. Added and subtracted, the segments cover every bucket exactly. */
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
 * Uses the coarser rollup as far as possible, so that a year takes hundreds of rows and is still exact to the millisecond. A day in another
 * zone than UTC is the UTC day that it mostly covers, with the quarters of an hour at one end added and those at the other subtracted.
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
    subtract(plan.quarters, bucket, first, whole.start)
    add(plan.quarters, bucket, last, whole.end)
    subtract(plan.quarters, bucket, whole.end, last)
  }
  return plan
}

/** The largest part of the span that begins and ends at whole quarters of an hour. Null if it contains no such boundary. */
function wholeQuarters({ start, end }: Span): Span | null {
  const [first, last] = [Math.ceil(start / QUARTER_MS) * QUARTER_MS, Math.floor(end / QUARTER_MS) * QUARTER_MS]
  return first <= last ? { start: first, end: last } : null
}

const nearestMidnight = (instant: number) => Math.round(instant / DAY_MS) * DAY_MS

function add(segments: CountSegment[], bucket: number, start: number, end: number): void {
  if (start < end) segments.push({ bucket, start, end, sign: 1 })
}

function subtract(segments: CountSegment[], bucket: number, start: number, end: number): void {
  if (start < end) segments.push({ bucket, start, end, sign: -1 })
}
