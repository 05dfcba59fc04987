import { scaleLinear } from 'd3-scale'
import { describeEstimate } from '../numbers/describe-estimate.ts'
import { type Estimate, known } from '../numbers/estimate.ts'
import { formatThousandths } from '../numbers/format-number.ts'
import type { EvaluationSummary } from './models-query.ts'

const HEIGHT = 20
const MIDDLE = HEIGHT / 2
const position = scaleLinear([0, 1], [2, 98])
const percent = (value: number) => `${position(value)}%`

/** Accuracy from 0 to 1 beside its baselines, each with a different shape. */
export function AccuracyMark({ evaluation }: { readonly evaluation: EvaluationSummary }) {
  const accuracy = known(evaluation.accuracy)
  const linear = measuredValue(evaluation.linearBaseline)
  const blind = measuredValue(evaluation.entityBlindAccuracy)
  const words = [
    `Accuracy ${describeEstimate(evaluation.accuracy, formatThousandths)}`,
    `most frequent label ${formatThousandths(evaluation.majorityBaseline)}`,
    ...(linear === null ? [] : [`linear baseline ${formatThousandths(linear)}`]),
    ...(blind === null ? [] : [`without the entity ${formatThousandths(blind)}`]),
  ].join('; ')
  return (
    <svg className="accuracy-mark" width="100%" height={HEIGHT} role="img" aria-label={words}>
      <title>{words}</title>
      <line className="interval-mark-axis" x1={percent(0)} x2={percent(1)} y1={MIDDLE} y2={MIDDLE} />
      <line
        className="accuracy-majority"
        x1={percent(evaluation.majorityBaseline)}
        x2={percent(evaluation.majorityBaseline)}
        y1={MIDDLE - 7}
        y2={MIDDLE + 7}
      />
      {accuracy !== null && (
        <>
          <line
            className="accuracy-interval"
            x1={percent(accuracy.low)}
            x2={percent(accuracy.high)}
            y1={MIDDLE}
            y2={MIDDLE}
          />
          <circle className="accuracy-value" cx={percent(accuracy.value)} cy={MIDDLE} r="4.5" />
        </>
      )}
      {blind !== null && <circle className="accuracy-blind" cx={percent(blind)} cy={MIDDLE} r="3.5" />}
      {linear !== null && (
        <svg x={percent(linear)} y={MIDDLE} overflow="visible" aria-hidden="true">
          <path className="accuracy-linear" d="M0-5 5 0 0 5-5 0Z" />
        </svg>
      )}
    </svg>
  )
}

const measuredValue = (estimate: Estimate | null): number | null => (estimate === null ? null : estimate.value)
