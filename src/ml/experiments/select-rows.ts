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

/** Chooses the rows of a file that say something about a model as it is served, and calls a leak a leak. */
export function selectRows(file: LabelledFile, manifest: ModelManifest, isTrainedOn: TrainedOn): Selection {
  const isOwnFile = isDivided(manifest) && manifest.provenance.data.some(({ sha256 }) => sha256 === file.sha256)
  return answerableOnly(file, manifest.labels, answerable =>
    isOwnFile
      ? ofTrainingFile(file.rows, answerable, manifest, isTrainedOn)
      : chooseUnknown(answerable, splitOfFile(file), isTrainedOn),
  )
}

/** Leaves out what a model cannot answer, and throws a `UsageError` where that leaves nothing. */
export function answerableOnly(
  file: LabelledFile,
  labels: readonly Label[],
  choose: (answerable: readonly LabelledRow[]) => Choice,
): Selection {
  const answerable = file.rows.filter(({ label }) => labels.includes(label))
  const choice = choose(answerable)
  if (choice.rows.length === 0) {
    throw new UsageError(
      `${file.name} has no row left to measure on, of ${file.rows.length} with a label: the model gives ${labels.join(', ')}. ${choice.notices.join(' ')}`.trim(),
    )
  }
  const excludedRowCount = file.rows.length - answerable.length
  return { ...choice, excludedRowCount, notices: [...labelNotices(file, labels, excludedRowCount), ...choice.notices] }
}

/** A model that learnt from all of its files but what it was developed on has no test part: its tweets are recognised one by one. */
function isDivided({ provenance: { split } }: ModelManifest): boolean {
  return !(split?.kind === 'grouped-ids' && Array.isArray(split.test) && split.test.length === 0)
}

/** The held-out part where the manifest says which it is; otherwise everything was seen in training. */
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
      leakReason: 'This is the very file that the model was trained on.',
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
  const measured = `Measured on the ${rowCount(choice.rows.length)} that training held out.`
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
      ? [`${rowCount(excludedRowCount)} left out: ${unanswerable.join(', ')}, which the model cannot answer.`]
      : []),
    ...(file.unusableRows > 0 ? [`${rowCount(file.unusableRows)} left out: unreadable or without a label.`] : []),
  ]
}
