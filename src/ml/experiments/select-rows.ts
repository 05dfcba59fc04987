import type { Label } from '../../labels.ts'
import { UsageError } from '../../problem/problem.ts'
import {
  type Choice,
  chooseRandomLeaky,
  chooseUnknown,
  rowCount,
  splitOfFile,
  type TrainedOn,
} from '../evaluation/choose-rows.ts'
import type { LabelledFile, LabelledRow } from '../evaluation/labelled-file.ts'
import type { EvaluationReport } from '../evaluation/report.ts'
import type { ModelManifest } from '../network/manifest.ts'
import { heldOutRows } from './held-out-rows.ts'

export interface Selection extends Choice, Pick<EvaluationReport, 'excludedRowCount'> {}

/** Selects the rows of a file that test a model as it is served, and reports leaks. */
export function selectRows(file: LabelledFile, manifest: ModelManifest, isTrainedOn: TrainedOn): Selection {
  const isOwnFile = isDivided(manifest) && manifest.provenance.data.some(({ sha256 }) => sha256 === file.sha256)
  return answerableOnly(file, manifest.labels, answerable =>
    isOwnFile
      ? ofTrainingFile(file.rows, answerable, manifest, isTrainedOn)
      : chooseUnknown(answerable, splitOfFile(file), isTrainedOn),
  )
}

/** Excludes rows that the model cannot predict. Throws a `UsageError` if no row is left. */
export function answerableOnly(
  file: LabelledFile,
  labels: readonly Label[],
  choose: (answerable: readonly LabelledRow[]) => Choice,
): Selection {
  const answerable = file.rows.filter(({ label }) => labels.includes(label))
  const choice = choose(answerable)
  if (choice.rows.length === 0) {
    throw new UsageError(
      `${file.name} has no row to evaluate: none of its ${file.rows.length} labelled rows is left. The model predicts ${labels.join(', ')}. ${choice.notices.join(' ')}`.trim(),
    )
  }
  const excludedRowCount = file.rows.length - answerable.length
  return { ...choice, excludedRowCount, notices: [...labelNotices(file, labels, excludedRowCount), ...choice.notices] }
}

/**
 * A model that trained on all of its files, except for development rows, has no test part. Its tweets are recognised
 * individually.
 */
function isDivided({ provenance: { split } }: ModelManifest): boolean {
  return !(split?.kind === 'grouped-ids' && Array.isArray(split.test) && split.test.length === 0)
}

/** The held-out part, if the manifest describes it; otherwise all rows, which the model was trained on. */
function ofTrainingFile(
  rows: readonly LabelledRow[],
  answerable: readonly LabelledRow[],
  manifest: ModelManifest,
  isTrainedOn: TrainedOn,
): Choice {
  const divided = heldOutRows(rows, manifest)
  if (divided === null) {
    return {
      rows: answerable,
      training: null,
      split: 'EXTERNAL',
      isLeaky: true,
      leakReason: 'The model was trained on this file.',
      trainedOnRowCount: answerable.length,
      notices: [],
    }
  }
  const isAnswerable = new Set(answerable)
  const choice =
    divided.split === 'GROUPED'
      ? chooseUnknown(
          divided.test.filter(row => isAnswerable.has(row)),
          'GROUPED',
          isTrainedOn,
        )
      : chooseRandomLeaky(divided)
  const measured = `Evaluated on the ${rowCount(choice.rows.length)} that training held out.`
  return {
    ...choice,
    training: divided.training,
    notices: [...choice.notices, `${measured} ${manifest.provenance.split?.description}`],
  }
}

function labelNotices(file: LabelledFile, labels: readonly Label[], excludedRowCount: number): string[] {
  const unanswerable = [...new Set(file.rows.map(({ label }) => label))].filter(label => !labels.includes(label))
  return [
    ...(excludedRowCount > 0
      ? [`${rowCount(excludedRowCount)} excluded: ${unanswerable.join(', ')}, which the model cannot predict.`]
      : []),
    ...(file.unusableRows > 0 ? [`${rowCount(file.unusableRows)} excluded: unreadable or without a label.`] : []),
  ]
}
