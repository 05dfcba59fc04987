import { INTERVALS, type Interval as IntervalValue } from '../time/interval-boundary.ts'
import { builder } from './builder.ts'

const MEANINGS: Record<IntervalValue, string> = {
  HOUR: 'Whole hours of the local clock; where the clock changes within one, it is cut there.',
  DAY: 'Local days. Those on which clocks change have 23 or 25 hours.',
  WEEK: 'ISO weeks, from Monday.',
  MONTH: 'Calendar months.',
}

export const Interval = builder.enumType('Interval', {
  description: "How long a bucket is, on the clock of the range's time zone.",
  values: Object.fromEntries(
    INTERVALS.map(interval => [interval, { value: interval, description: MEANINGS[interval] }]),
  ) as { [interval in IntervalValue]: { value: interval; description: string } },
})
