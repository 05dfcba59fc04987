import { describeEstimate } from '../numbers/describe-estimate.ts'
import { formatCount, formatSigned } from '../numbers/format-number.ts'
import { formatBucket } from '../time/format-instant.ts'
import type { Interval } from '../time/interval.ts'
import { describeCounts } from './label-counts.ts'
import type { TrendBucket } from './trend-bucket.ts'

/** A bucket in one sentence, as a screen reader reads it. */
export function describeBucket(bucket: TrendBucket | null, interval: Interval, zone: string): string {
  if (bucket === null) return 'no buckets'
  const { start, isPartial, counts, netSentiment } = bucket
  return [
    `${formatBucket(start, interval, zone)}${isPartial ? ', partial' : ''}`,
    counts.total === 0 ? 'no tweets' : `${formatCount(counts.total)} tweets: ${describeCounts(counts)}`,
    `net sentiment ${describeEstimate(netSentiment, formatSigned)}`,
  ].join('; ')
}
