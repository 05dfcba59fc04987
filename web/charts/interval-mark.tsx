import { scaleLinear } from 'd3-scale'
import { describeEstimate } from '../numbers/describe-estimate.ts'
import { direction } from '../numbers/direction.ts'
import { type Estimate, known } from '../numbers/estimate.ts'
import { formatSigned } from '../numbers/format-number.ts'
import './interval-mark.css'

const HEIGHT = 18
/** Percent of the width, with a margin so that a mark at the end of the axis is not cut. */
const position = scaleLinear([-1, 1], [2, 98])
const percent = (value: number) => `${position(value)}%`

/** Net sentiment on an axis from -1 to +1: the 95 % interval as a bar, the value as a dot, and 0 as a line. */
export function IntervalMark({ estimate }: { readonly estimate: Estimate }) {
  const measured = known(estimate)
  return (
    <svg
      className="interval-mark"
      width="100%"
      height={HEIGHT}
      role="img"
      aria-label={`Net sentiment ${describeEstimate(estimate, formatSigned)}`}
    >
      <line className="interval-mark-axis" x1={percent(-1)} x2={percent(1)} y1={HEIGHT / 2} y2={HEIGHT / 2} />
      <line className="interval-mark-zero" x1="50%" x2="50%" y1="2" y2={HEIGHT - 2} />
      {measured !== null && (
        <g className={`interval-mark-${direction(measured.low, measured.high)}`}>
          <line
            className="interval-mark-interval"
            x1={percent(measured.low)}
            x2={percent(measured.high)}
            y1={HEIGHT / 2}
            y2={HEIGHT / 2}
          />
          <circle className="interval-mark-value" cx={percent(measured.value)} cy={HEIGHT / 2} r="4" />
        </g>
      )}
    </svg>
  )
}
