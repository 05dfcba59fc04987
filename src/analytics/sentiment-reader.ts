import type { EvidenceReader } from '../evidence/evidence-reader.ts'
import { type Result, succeed } from '../problem/problem.ts'
import { type BoundedRange, boundedRange, periodBefore } from '../time/period-before.ts'
import type { TimeRange } from '../time/time-range.ts'
import type { CountReader } from './count-reader.ts'
import { type LabelCounts, NO_COUNTS } from './label-counts.ts'
import { once } from './once.ts'
import { type SentimentChangeEstimate, sentimentChangeOf } from './sentiment-estimate.ts'
import { SentimentSummary } from './sentiment-summary.ts'
import { idsOf, type Series } from './series.ts'
import { spanOf } from './span-of.ts'

/** How net sentiment changed from the period before a range to the range. */
export interface SentimentChange {
  /** Net sentiment in the range less that in the period before, -2 to 2. */
  readonly difference: () => Promise<SentimentChangeEstimate>
  readonly periodBefore: BoundedRange
  /** Summary of the period before. */
  readonly before: SentimentSummary
}

/** Reads counts of whole ranges. */
export interface SentimentReader {
  /** Same length and order as `series`; from one statement and so from one snapshot. */
  countAll(series: readonly Series[], range: TimeRange): Promise<readonly LabelCounts[]>
  /** Same length and order as `series`. */
  summaries(series: readonly Series[], range: TimeRange): Promise<readonly SentimentSummary[]>
  summary(series: Series, range: TimeRange): Promise<SentimentSummary>
  /** Fails if an end of the range is open. */
  change(series: Series, range: TimeRange): Promise<Result<SentimentChange>>
}

export function createSentimentReader(reader: CountReader, evidence: EvidenceReader, now: () => Date): SentimentReader {
  const countRanges = async (requests: readonly { series: Series; range: TimeRange }[]) => {
    const counted = await reader.countAll(
      requests.map(({ series, range }) => ({
        series: { ...idsOf(series), dated: range.dated },
        buckets: [spanOf(range)],
      })),
    )
    return counted.map(([total]) => total ?? NO_COUNTS)
  }
  const readEvidence = (series: Series, ranges: readonly Pick<TimeRange, 'from' | 'to' | 'dated'>[]) =>
    once(() => evidence.read({ ...series, dated: ranges[0]?.dated ?? null, spans: ranges.map(spanOf) }))

  const summaries: SentimentReader['summaries'] = async (series, range) => {
    const asOf = now()
    const counts = await countRanges(series.map(one => ({ series: one, range })))
    return series.map((one, index) => {
      const read = readEvidence(one, [range])
      return new SentimentSummary(counts[index] ?? NO_COUNTS, one.modelVersion, asOf, { read, span: 0 })
    })
  }
  return {
    countAll: (series, range) => countRanges(series.map(one => ({ series: one, range }))),
    summaries,

    async summary(series, range) {
      const [summary] = await summaries([series], range)
      if (summary === undefined) throw new Error('A series has no summary.')
      return summary
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
      const read = readEvidence(series, [range, before])
      return succeed({
        difference: once(async () => {
          const known = await read()
          return sentimentChangeOf(
            { counts, evidence: known, span: 0 },
            { counts: countsBefore, evidence: known, span: 1 },
          )
        }),
        periodBefore: before,
        before: new SentimentSummary(countsBefore, series.modelVersion, asOf, { read, span: 1 }),
      })
    },
  }
}
