import type { TimeRange } from '../time/time-range.ts'
import type { Span } from './plan-count.ts'

/** The range as one span to count. */
export const spanOf = ({ from, to }: Pick<TimeRange, 'from' | 'to'>): Span => ({
  start: from?.getTime() ?? Number.NEGATIVE_INFINITY,
  end: to?.getTime() ?? Number.POSITIVE_INFINITY,
})
