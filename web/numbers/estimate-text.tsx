import { describeEstimate } from './describe-estimate.ts'
import { type Estimate, known } from './estimate.ts'
import { formatCount } from './format-number.ts'
import './estimate-text.css'

/** A value with its interval and sample size. No figure is shown without them. */
export function EstimateText({
  estimate,
  format,
  title,
}: {
  readonly estimate: Estimate
  readonly format: (value: number) => string
  /** By default the figure in words. */
  readonly title?: string
}) {
  const measured = known(estimate)
  if (measured === null) return <span className="no-data">no data</span>
  return (
    <span className="estimate figure" title={title ?? describeEstimate(estimate, format)}>
      <strong>{format(measured.value)}</strong>
      <span>
        {format(measured.low)} to {format(measured.high)}
      </span>
      <span>n {formatCount(measured.sampleSize)}</span>
    </span>
  )
}
