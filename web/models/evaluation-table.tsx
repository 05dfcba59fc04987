import { EstimateText } from '../numbers/estimate-text.tsx'
import { formatCount, formatThousandths } from '../numbers/format-number.ts'
import { AccuracyMark } from './accuracy-mark.tsx'
import { describeSplit, describeWeights, evaluationKey } from './describe-evaluation.ts'
import type { EvaluationSummary } from './models-query.ts'

interface Props {
  readonly evaluations: readonly EvaluationSummary[]
  readonly shownKey: string
  readonly onShow: (evaluation: EvaluationSummary) => void
}

/** Every evaluation of a version. Leaky ones are marked. */
export function EvaluationTable({ evaluations, shownKey, onShow }: Props) {
  return (
    <>
      <table className="evaluations">
        <thead>
          <tr>
            <th scope="col">Measured on</th>
            <th scope="col">Rows</th>
            <th scope="col">Accuracy and baselines</th>
            <th scope="col">Macro F1</th>
          </tr>
        </thead>
        <tbody>
          {evaluations.map(evaluation => {
            const key = evaluationKey(evaluation)
            return (
              <tr key={key} className={evaluation.isLeaky ? 'evaluation-leaky' : undefined}>
                <th scope="row" className="evaluation-name">
                  <button
                    type="button"
                    className="evaluation-choice"
                    aria-pressed={key === shownKey}
                    onClick={() => onShow(evaluation)}
                  >
                    {evaluation.dataset}
                  </button>
                  <span className="muted small">
                    {describeSplit(evaluation.split)}, {evaluation.labels.length} labels; {describeWeights(evaluation)}
                  </span>
                  {evaluation.isLeaky && (
                    <span className="small leak">
                      <span className="badge badge-warn">leaky</span> {evaluation.leakReason}
                    </span>
                  )}
                </th>
                <td className="figure small">
                  {formatCount(evaluation.rowCount)}
                  {evaluation.tweetCount !== evaluation.rowCount && (
                    <span className="muted"> ({formatCount(evaluation.tweetCount)} tweets)</span>
                  )}
                </td>
                <td className="evaluation-accuracy">
                  <AccuracyMark evaluation={evaluation} />
                  <EstimateText estimate={evaluation.accuracy} format={formatThousandths} />
                </td>
                <td>
                  <EstimateText estimate={evaluation.macroF1} format={formatThousandths} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="muted small evaluations-key">
        ● accuracy with its 95 % interval, ┃ accuracy of the most frequent label, ◆ a linear baseline on the same rows,
        ○ the same model without the entity. Intervals resample tweets, not rows.
      </p>
    </>
  )
}
