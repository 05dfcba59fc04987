import { type Result, succeed } from '../problem/problem.ts'
import type { Estimate } from '../statistics/estimate.ts'
import { type BoundedRange, boundedRange, periodBefore } from '../time/period-before.ts'
import type { TimeRange } from '../time/time-range.ts'
import type { CountReader } from './count-reader.ts'
import { type LabelCounts, NO_COUNTS } from './label-counts.ts'
import { sentimentDifference } from './sentiment-difference.ts'
import { SentimentSummary } from './sentiment-summary.ts'
import { idsOf, type Series } from './series.ts'
import { spanOf } from './span-of.ts'

/** How net sentiment changed from the period before a range to the range. */
export interface SentimentChange {
  /** Net sentiment in the range less that in the period before, -2 to 2. */
  readonly difference: Estimate
  readonly periodBefore: BoundedRange
  /** Summary of the period before. */
  readonly before: SentimentSummary
}

/** Reads counts of whole ranges. */
export interface SentimentReader {
  /** Same length and order as `series`; from one statement and so from one snapshot. */
  countAll(series: readonly Series[], range: TimeRange): Promise<readonly LabelCounts[]>
  summary(series: Series, range: TimeRange): Promise<SentimentSummary>
  /** Fails if an end of the range is open. */
  change(series: Series, range: TimeRange): Promise<Result<SentimentChange>>
}

export function createSentimentReader(reader: CountReader, now: () => Date): SentimentReader {
  const countRanges = async (requests: readonly { series: Series; range: TimeRange }[]) => {
    const counted = await reader.countAll(
      requests.map(({ series, range }) => ({
        series: { ...idsOf(series), dated: range.dated },
        buckets: [spanOf(range)],
      })),
    )
    return counted.map(([total]) => total ?? NO_COUNTS)
  }
  return {
    countAll: (series, range) => countRanges(series.map(one => ({ series: one, range }))),

    async summary(series, range) {
      const asOf = now()
      const [counts = NO_COUNTS] = await countRanges([{ series, range }])
      return new SentimentSummary(counts, series.modelVersion, asOf)
    },

    async change(series, range) {
      const bounded = boundedRange(range)
      if (!bounded.ok) return bounded
      const asOf = now()
      const before = periodBefore(bounded.value)
      const [counts = NO_COUNTS, countsBefore = NO_COUNTS] = await countRanges([
        { series, range },
        { series, range: before },
      ])
      return succeed({
        difference: sentimentDifference(counts, countsBefore),
        periodBefore: before,
        before: new SentimentSummary(countsBefore, series.modelVersion, asOf),
      })
    },
  }
}
