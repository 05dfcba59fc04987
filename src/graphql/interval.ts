import { INTERVALS, type Interval as IntervalValue } from '../time/interval-boundary.ts'
import { builder } from './builder.ts'

const MEANINGS: Record<IntervalValue, string> = {
  HOUR: 'Whole hours of the local clock. If the clock changes within an hour, the bucket ends there.',
  DAY: 'Local days. Days on which the clock changes have 23 or 25 hours.',
  WEEK: 'ISO weeks, starting on Monday.',
  MONTH: 'Calendar months.',
}

export const Interval = builder.enumType('Interval', {
  description: "Length of a bucket, in the range's time zone.",
  values: Object.fromEntries(
    INTERVALS.map(interval => [interval, { value: interval, description: MEANINGS[interval] }]),
  ) as { [interval in IntervalValue]: { value: interval; description: string } },
})
