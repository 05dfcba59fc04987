import type { Span } from './plan-count.ts'
import type { TimeRange } from './time-range.ts'

/** The range as one span to count. */
export const spanOf = ({ from, to }: Pick<TimeRange, 'from' | 'to'>): Span => ({
  start: from?.getTime() ?? Number.NEGATIVE_INFINITY,
  end: to?.getTime() ?? Number.POSITIVE_INFINITY,
})
