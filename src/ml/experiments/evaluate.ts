import type { Label } from '../../labels.ts'
import { amongLabels } from '../evaluation/among-labels.ts'
import { buildReport } from '../evaluation/build-report.ts'
import { labelSets } from '../evaluation/label-sets.ts'
import type { LabelledRow } from '../evaluation/labelled-file.ts'
import { trainLinearBaseline } from '../evaluation/linear-baseline/linear-baseline.ts'
import { readsEntity } from '../evaluation/reads-entity.ts'
import { type EvaluationReport, evaluationReportSchema } from '../evaluation/report.ts'
import { scoreRows, tweetOf } from '../evaluation/score-rows.ts'
import type { Classifier } from '../network/classifier.ts'
import type { Selection } from './select-rows.ts'

export interface EvaluateOptions {
  readonly classifier: Classifier
  readonly selection: Selection
  /** Labels that the model was trained to give; of two sets of labels that it is measured on there are two reports. */
  readonly labels: readonly Label[]
  readonly heading: Pick<EvaluationReport, 'dataset' | 'datasetSha256' | 'command' | 'trainedFor' | 'epochs' | 'seed'>
  readonly now: Date
  readonly onProgress: (rowsDone: number) => void
  readonly say: (line: string) => void
}

/** Lets a model answer the selected rows and measures its answers, beside what it has to beat. One report for each of `labelSets`. */
export async function evaluate(options: EvaluateOptions): Promise<EvaluationReport[]> {
  const { classifier, selection, now, onProgress, say } = options
  const { rows, training, excludedRows, notices: _spokenElsewhere, ...choice } = selection
  const scored = await scoreRows(classifier, rows, { onProgress })
  const isEntityTested = readsEntity(classifier.manifest) && rows.some(({ entity }) => entity !== null)
  const blind = isEntityTested ? await scoreRows(classifier, rows, { isEntityHidden: true }) : null
  return labelSets(options.labels).map(labels => {
    const own = amongLabels(scored, labels)
    if (training !== null) say(`training the linear baseline on ${labels.join(', ')}`)
    const report = buildReport(
      {
        ...options.heading,
        ...choice,
        excludedRows: excludedRows + rows.length - own.length,
        modelVersion: classifier.version,
        temperature: classifier.manifest.temperature,
        evaluatedAt: now.toISOString(),
      },
      labels,
      {
        rows: own,
        entityBlind: blind === null ? null : amongLabels(blind, labels).map(answered),
        linear: training === null ? null : answerLinearly(training, rows, labels),
      },
    )
    return evaluationReportSchema.parse(report)
  })
}

const answered = ({ tweet, actual, scores }: Awaited<ReturnType<typeof scoreRows>>[number]) => ({
  tweet,
  isRight: scores.label === actual,
})

function answerLinearly(training: readonly LabelledRow[], rows: readonly LabelledRow[], labels: readonly Label[]) {
  const asked = rows.filter(({ label }) => labels.includes(label))
  const answers = trainLinearBaseline(training, labels)?.(asked)
  return answers === undefined
    ? null
    : asked.map((row, index) => ({ tweet: tweetOf(row), isRight: answers[index] === row.label }))
}
