import { describeEstimate } from '../numbers/describe-estimate.ts'
import { formatCount, formatSigned } from '../numbers/format-number.ts'
import { formatBucket } from '../time/format-instant.ts'
import type { Interval } from '../time/interval.ts'
import { describeSpike } from './describe-bucket.ts'
import { describeCounts } from './label-counts.ts'
import type { TrendBucket } from './trend-bucket.ts'

/** The figures of the bucket under the pointer. Takes the same space without one, so that nothing moves. */
export function BucketReadout({
  bucket,
  interval,
  zone,
}: {
  readonly bucket: TrendBucket | null
  readonly interval: Interval
  readonly zone: string
}) {
  if (bucket === null) {
    return (
      <p className="bucket-readout">
        <span>
          The line is net sentiment with its 95 % interval, which includes the errors of the model. Point at a bucket
          for its figures, click it for its tweets, or drag to zoom. By keyboard: arrows and Enter. Pale buckets are
          partial, ▼ marks a spike.
        </span>
      </p>
    )
  }
  return (
    <p className="bucket-readout">
      <strong>
        {formatBucket(bucket.start, interval, zone)}
        {bucket.isPartial && ' (partial)'}
      </strong>
      {bucket.isSpike === true && <span className="badge badge-warn">{describeSpike(bucket.usualVolume)}</span>}
      <span>Net sentiment {describeEstimate(bucket.netSentiment, formatSigned)}</span>
      <span>
        {formatCount(bucket.counts.total)} tweets{bucket.counts.total > 0 && `: ${describeCounts(bucket.counts)}`}
      </span>
    </p>
  )
}
