import { LABELS, type Label } from '../../labels.ts'
import { amongLabels } from '../evaluation/among-labels.ts'
import { askForAbsentName, askForOtherWord } from '../evaluation/ask-otherwise.ts'
import { buildReport } from '../evaluation/build-report.ts'
import type { LabelledRow } from '../evaluation/labelled-file.ts'
import { type EvaluationReport, evaluationReportSchema } from '../evaluation/report.ts'
import { scoreRows, tweetOf } from '../evaluation/score-rows.ts'
import type { Classifier } from '../network/classifier.ts'
import type { ModelManifest } from '../network/manifest.ts'
import { trainLinearBaseline } from '../training/linear-baseline/linear-baseline.ts'
import type { Selection } from './select-rows.ts'

export interface EvaluateOptions {
  readonly classifier: Classifier
  readonly selection: Selection
  /** The labels that the model was trained on; a model with IRRELEVANT gets two reports. */
  readonly labels: readonly Label[]
  readonly heading: Pick<EvaluationReport, 'dataset' | 'datasetSha256' | 'command' | 'trainedFor' | 'epochs' | 'seed'>
  readonly now: Date
  readonly onProgress: (rowsDone: number) => void
  readonly say: (line: string) => void
}

/** Evaluates a model on the selected rows, together with its baselines. Returns one report for each of `labelSets`. */
export async function evaluate(options: EvaluateOptions): Promise<EvaluationReport[]> {
  const { classifier, selection, now, onProgress, say } = options
  const { rows, training, excludedRowCount, notices: _spokenElsewhere, ...choice } = selection
  const scored = await scoreRows(classifier, rows, { onProgress })
  const isEntityTested = readsEntity(classifier.manifest) && rows.some(({ entity }) => entity !== null)
  const askedAs = async (asked: readonly LabelledRow[]) => (isEntityTested ? await scoreRows(classifier, asked) : null)
  const blind = await askedAs(rows.map(row => ({ ...row, entity: null })))
  const absent = await askedAs(askForAbsentName(rows))
  const other = await askedAs(askForOtherWord(rows))
  // A file of irrelevant tweets alone has no sentiment to evaluate.
  const present = labelSets(options.labels).filter(labels => rows.some(({ label }) => labels.includes(label)))
  return present.map(labels => {
    const own = amongLabels(scored, labels)
    if (training !== null) say(`training the linear baseline on ${labels.join(', ')}`)
    const report = buildReport(
      {
        ...options.heading,
        ...choice,
        excludedRowCount: excludedRowCount + rows.length - own.length,
        modelVersion: classifier.version,
        temperature: classifier.manifest.temperature,
        evaluatedAt: now.toISOString(),
      },
      labels,
      {
        rows: own,
        entityBlind: blind && amongLabels(blind, labels).map(answered),
        absentName: absent && amongLabels(absent, labels).map(answered),
        otherWord: other && amongLabels(other, labels).map(answered),
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

/**
 * The sets of labels to evaluate, one report each. A model with IRRELEVANT is evaluated on all labels. It is evaluated
 * again on sentiment alone: on the other rows, by its probabilities of the other labels. Most published models have
 * three labels, so this makes it comparable.
 */
export function labelSets(known: readonly Label[]): (readonly Label[])[] {
  const labels = LABELS.filter(label => known.includes(label))
  const sentiments = labels.filter(label => label !== 'IRRELEVANT')
  return sentiments.length === labels.length || sentiments.length < 2 ? [labels] : [labels, sentiments]
}

/** Kinds of preprocessing that ignore the entity. */
const TEXT_ALONE: readonly string[] = ['keras-tokenizer']

/** Whether a model's result can depend on the entity; this follows from its kind of preprocessing. */
export const readsEntity = ({ preprocessing }: Pick<ModelManifest, 'preprocessing'>): boolean =>
  !TEXT_ALONE.includes(preprocessing.kind)
