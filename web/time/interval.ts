import type { Span } from './range.ts'

export const INTERVALS = ['HOUR', 'DAY', 'WEEK', 'MONTH'] as const
export type Interval = (typeof INTERVALS)[number]

const INTERVAL_MS: Record<Interval, number> = {
  HOUR: 3_600_000,
  DAY: 24 * 3_600_000,
  WEEK: 7 * 24 * 3_600_000,
  MONTH: 30 * 24 * 3_600_000,
}

/** More bars than this are too thin to distinguish. */
const MAX_BARS = 62

/** The finest interval whose bars can be distinguished. An open span, whose length is unknown, gets the coarsest. */
export function intervalFor({ from, to }: Span): Interval {
  if (from === null || to === null) return 'MONTH'
  return INTERVALS.find(interval => (to - from) / INTERVAL_MS[interval] <= MAX_BARS) ?? 'MONTH'
}

/** The number of buckets in a span. An open span counts as three years, as in the API. */
export function bucketCount({ from, to }: Span, interval: Interval): number {
  const length = from === null || to === null ? 3 * 365 * INTERVAL_MS.DAY : to - from
  return Math.ceil(length / INTERVAL_MS[interval]) + 1
}

/** From the start of the first bucket to the end of the last one; null without buckets. */
export function extentOf(buckets: readonly { readonly start: string; readonly end: string }[]): Span | null {
  if (buckets.length === 0) return null
  return {
    from: Math.min(...buckets.map(({ start }) => Date.parse(start))),
    to: Math.max(...buckets.map(({ end }) => Date.parse(end))),
  }
}
