import type { Classifier } from '../network/classifier.ts'
import { LABELS } from '../network/labels.ts'
import { buildReport } from './build-report.ts'
import type { LabelledFile } from './labelled-file.ts'
import { type EvaluationReport, evaluationReportSchema } from './report.ts'
import type { ScoredRow } from './scored-row.ts'
import type { Selection } from './select-rows.ts'

export interface EvaluateOptions {
  readonly classifier: Classifier
  readonly file: LabelledFile
  readonly selection: Selection
  /** What the report calls the file. */
  readonly dataset: string
  /** Command line that measures the same again. */
  readonly command: string
  readonly now: Date
  readonly onProgress: (rowsDone: number) => void
}

/** Rows that are with the classifier at one time. */
const ROWS_PER_CALL = 1000

/** Lets a model answer the selected rows and measures its answers. */
export async function evaluate(options: EvaluateOptions): Promise<EvaluationReport> {
  const { classifier, file, selection, dataset, command, now, onProgress } = options
  const { rows, notices: _spokenElsewhere, ...choice } = selection
  const scored: ScoredRow[] = []
  for (let start = 0; start < rows.length; start += ROWS_PER_CALL) {
    const part = rows.slice(start, start + ROWS_PER_CALL)
    const answers = await classifier.classify(part.map(({ text, entity }) => ({ text, entity })))
    for (const [index, { id, text, label }] of part.entries()) {
      const scores = answers[index]
      // Without an id a text stands for its tweet: the same words twice are no second piece of evidence.
      if (scores !== undefined) scored.push({ tweet: id ?? text, actual: label, scores })
    }
    onProgress(start + part.length)
  }
  const heading = {
    ...choice,
    dataset,
    datasetSha256: file.sha256,
    modelVersion: classifier.version,
    command,
    evaluatedAt: now.toISOString(),
  }
  const labels = LABELS.filter(label => classifier.manifest.labels.includes(label))
  return evaluationReportSchema.parse(buildReport(heading, labels, scored))
}
