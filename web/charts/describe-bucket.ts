import { describeEstimate } from '../numbers/describe-estimate.ts'
import { formatCount, formatSigned } from '../numbers/format-number.ts'
import { formatBucket } from '../time/format-instant.ts'
import type { Interval } from '../time/interval.ts'
import { describeCounts } from './label-counts.ts'
import type { TrendBucket } from './trend-bucket.ts'

/** A spike, with the usual volume. */
export const describeSpike = (usualVolume: number | null): string =>
  usualVolume === null ? 'a spike' : `a spike: usually ${formatCount(Math.round(usualVolume))} tweets`

/** A bucket in one sentence, for screen readers. */
export function describeBucket(bucket: TrendBucket | null, interval: Interval, zone: string): string {
  if (bucket === null) return 'no buckets'
  const { start, isPartial, counts, netSentiment } = bucket
  return [
    `${formatBucket(start, interval, zone)}${isPartial ? ', partial' : ''}`,
    ...(bucket.isSpike === true ? [describeSpike(bucket.usualVolume)] : []),
    counts.total === 0 ? 'no tweets' : `${formatCount(counts.total)} tweets: ${describeCounts(counts)}`,
    `net sentiment ${describeEstimate(netSentiment, formatSigned)}`,
  ].join('; ')
}
