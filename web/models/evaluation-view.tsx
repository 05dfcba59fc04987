import type { ResultOf } from 'gql.tada'
import type { ReactNode } from 'react'
import { useQuery } from '../api/use-query.ts'
import { formatThousandths } from '../numbers/format-number.ts'
import { Answer } from '../shell/answer.tsx'
import { CopyText } from '../shell/copy-text.tsx'
import { formatDate } from '../time/format-instant.ts'
import { ConfusionMatrix } from './confusion-matrix.tsx'
import { describeDataset, describeSplit, describeWeights, evaluationKey } from './describe-evaluation.ts'
import { EntityAccuracies } from './entity-accuracies.tsx'
import { EVALUATION, type EvaluationDetail } from './evaluation-query.ts'
import { LabelTable } from './label-table.tsx'
import type { EvaluationSummary } from './models-query.ts'
import { ReliabilityDiagram } from './reliability-diagram.tsx'
import { RiskCoverageCurve } from './risk-coverage-curve.tsx'

/** One evaluation in full. */
export function EvaluationView({
  modelId,
  summary,
}: {
  readonly modelId: string
  readonly summary: EvaluationSummary
}) {
  const query = useQuery(EVALUATION, { id: modelId, dataset: summary.dataset, split: summary.split })
  return (
    <section className="panel panel-body" aria-labelledby="evaluation-title">
      <h2 id="evaluation-title">
        {describeDataset(summary.dataset)}, {summary.labels.length} labels
      </h2>
      <p className="muted small" aria-live="polite">
        {describeSplit(summary.split)}; {describeWeights(summary)}
        {summary.epochs !== null && ` (${summary.epochs} epochs)`}; measured on {formatDate(summary.evaluatedAt, 'UTC')}
      </p>
      {summary.isLeaky && (
        <p className="leak-note">
          <strong>Leaky:</strong> {summary.leakReason} These figures do not hold for new tweets.
        </p>
      )}
      <Answer query={query} lines={12}>
        {({ node }) => {
          const detail = detailOf(node, summary)
          return detail === null ? (
            <p className="no-data">no data</p>
          ) : (
            <div className="evaluation-charts">
              <Figure title="Confusion matrix">
                <ConfusionMatrix cells={detail.confusionMatrix} labels={detail.labels} />
              </Figure>
              <Figure title="Accuracy by confidence">
                <ReliabilityDiagram bins={detail.calibration.bins} />
                <p className="muted small">
                  Calibration error {formatThousandths(detail.calibration.expectedCalibrationError)}, Brier score{' '}
                  {formatThousandths(detail.calibration.brier)}
                </p>
              </Figure>
              <Figure title="Accuracy if uncertain tweets are not answered">
                <RiskCoverageCurve points={detail.riskCoverage} />
              </Figure>
              <Figure title="By label">
                <LabelTable labels={detail.perLabel} />
              </Figure>
              <Figure title="By entity">
                <EntityAccuracies entities={detail.perEntity} />
              </Figure>
              <Figure title="Repeat the evaluation">
                <CopyText text={summary.command} />
                <p className="muted small">
                  {summary.trainedOnRowCount} of the rows were trained on; {summary.excludedRowCount} were excluded for
                  their label.
                </p>
              </Figure>
            </div>
          )
        }}
      </Answer>
    </section>
  )
}

function Figure({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="evaluation-figure" aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

/** The evaluation of the summary, among those of its data and split. Null while the answer is about another one. */
function detailOf(node: ResultOf<typeof EVALUATION>['node'], summary: EvaluationSummary): EvaluationDetail | null {
  if (node === null || !('evaluations' in node)) return null
  const key = evaluationKey(summary)
  return (
    node.evaluations.find(
      detail => evaluationKey({ ...detail, dataset: summary.dataset, split: summary.split }) === key,
    ) ?? null
  )
}
