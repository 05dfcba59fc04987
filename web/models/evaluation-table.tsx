import { EstimateText } from '../numbers/estimate-text.tsx'
import { formatCount, formatThousandths } from '../numbers/format-number.ts'
import { AccuracyMark } from './accuracy-mark.tsx'
import { describeDataset, describeSeeds, describeSplit, describeWeights, evaluationKey } from './describe-evaluation.ts'
import type { EvaluationGroup, EvaluationRow } from './group-evaluations.ts'
import type { EvaluationSummary } from './models-query.ts'

interface Props {
  readonly groups: readonly EvaluationGroup[]
  readonly shownKey: string
  readonly onShow: (evaluation: EvaluationSummary) => void
}

/** The evaluations of a version, grouped by their data. Leaky ones are marked. */
export function EvaluationTable({ groups, shownKey, onShow }: Props) {
  return (
    <>
      <p className="muted small evaluations-key">
        ● accuracy with its 95 % interval, ┃ accuracy of the most frequent label, ◆ a linear baseline on the same rows,
        ○ the same model without the entity. Intervals resample tweets, not rows.
      </p>
      <table className="evaluations">
        <thead>
          <tr>
            <th scope="col">Measured on</th>
            <th scope="col">Rows</th>
            <th scope="col">Accuracy and baselines</th>
            <th scope="col">Macro F1</th>
          </tr>
        </thead>
        {groups.map(group => (
          <tbody key={group.key} className={group.isLeaky ? 'evaluation-leaky' : undefined}>
            <tr className="evaluation-group">
              <th scope="rowgroup" colSpan={4}>
                {describeDataset(group.dataset)}
                <span className="muted small"> {describeSplit(group.split)}</span>
                {group.isLeaky && (
                  <span className="small leak">
                    <span className="badge badge-warn">leaky</span> {group.rows[0]?.evaluation.leakReason}
                  </span>
                )}
              </th>
            </tr>
            {group.rows.map(row => (
              <EvaluationTableRow
                key={evaluationKey(row.evaluation)}
                row={row}
                isShown={[row.evaluation, ...row.others].some(found => evaluationKey(found) === shownKey)}
                onShow={onShow}
              />
            ))}
          </tbody>
        ))}
      </table>
    </>
  )
}

interface RowProps {
  readonly row: EvaluationRow
  readonly isShown: boolean
  readonly onShow: (evaluation: EvaluationSummary) => void
}

function EvaluationTableRow({ row: { evaluation, others }, isShown, onShow }: RowProps) {
  return (
    <tr>
      <th scope="row" className="evaluation-name">
        <button type="button" className="evaluation-choice" aria-pressed={isShown} onClick={() => onShow(evaluation)}>
          {evaluation.labels.length} labels
        </button>
        <span className="muted small">{describeWeights(evaluation)}</span>
        {others.length > 0 && <span className="muted small">{describeSeeds([evaluation, ...others])}</span>}
      </th>
      <td className="figure small">
        <Heading>Rows</Heading>
        {formatCount(evaluation.rowCount)}
        {evaluation.tweetCount !== evaluation.rowCount && (
          <span className="muted"> ({formatCount(evaluation.tweetCount)} tweets)</span>
        )}
      </td>
      <td className="evaluation-accuracy">
        <Heading>Accuracy and baselines</Heading>
        <AccuracyMark evaluation={evaluation} />
        <EstimateText estimate={evaluation.accuracy} format={formatThousandths} />
      </td>
      <td>
        <Heading>Macro F1</Heading>
        <EstimateText estimate={evaluation.macroF1} format={formatThousandths} />
      </td>
    </tr>
  )
}

/** On a phone the table has no row of headings. */
const Heading = ({ children }: { readonly children: string }) => (
  <span className="narrow-only muted small" aria-hidden="true">
    {children}
  </span>
)
