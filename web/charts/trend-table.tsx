import { describeEstimate } from '../numbers/describe-estimate.ts'
import { formatCount, formatSigned } from '../numbers/format-number.ts'
import { formatBucket } from '../time/format-instant.ts'
import type { TrendProps } from './trend-bucket.ts'

/** The trend as a table, with the same figures as the chart. */
export function TrendTable({ buckets, interval, zone }: TrendProps) {
  return (
    <details className="as-table">
      <summary>Show as a table</summary>
      {/* A scrolling box must be reachable by keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
      <section className="table-scroll" tabIndex={0} aria-label="Trend as a table">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">Time</th>
              <th scope="col">Tweets</th>
              <th scope="col">Positive</th>
              <th scope="col">Neutral</th>
              <th scope="col">Negative</th>
              <th scope="col">Irrelevant</th>
              <th scope="col">Uncertain</th>
              <th scope="col">Net sentiment</th>
              <th scope="col">The model's labels alone</th>
            </tr>
          </thead>
          <tbody>
            {buckets.map(({ start, isPartial, isSpike, counts, netSentiment }) => (
              <tr key={start}>
                <th scope="row">
                  {formatBucket(start, interval, zone)}
                  {isPartial && ' (partial)'}
                  {isSpike === true && ' (spike)'}
                </th>
                <td>{formatCount(counts.total)}</td>
                <td>{formatCount(counts.positive)}</td>
                <td>{formatCount(counts.neutral)}</td>
                <td>{formatCount(counts.negative)}</td>
                <td>{formatCount(counts.irrelevant)}</td>
                <td>{formatCount(counts.uncertain)}</td>
                <td>{describeEstimate(netSentiment, formatSigned)}</td>
                <td>{describeEstimate(netSentiment.sampling, formatSigned)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}
