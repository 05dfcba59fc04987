import type { ModelManifest } from '../network/manifest.ts'
import { UsageError } from '../problem.ts'
import { heldOutRows } from './held-out-rows.ts'
import type { LabelledFile, LabelledRow } from './labelled-file.ts'
import type { EvaluationReport } from './report.ts'
import type { TweetIdentity } from './trained-on.ts'

/** The rows that a model is measured on, and what must be said of that choice. */
interface Choice extends Pick<EvaluationReport, 'split' | 'isLeaky' | 'leakReason' | 'trainedOnRows'> {
  readonly rows: readonly LabelledRow[]
  /** Complete sentences. */
  readonly notices: readonly string[]
}

export interface Selection extends Choice, Pick<EvaluationReport, 'excludedRows'> {}

/** From this share of known tweets on a whole file is a test of memory; below it the few are left out. */
const LEAKY_SHARE = 0.01

/** Kaggle's `twitter_validation.csv`. */
const KAGGLE_VALIDATION_SHA256 = 'a830fac967603dbacad892bea6dd1961dedebdf230329031b6159f910e826a82'

/**
 * Chooses the rows of a file that say something about a model, and calls a leak a leak.
 * @param isTrainedOn whether the model was trained on a tweet; null where it keeps no record of that.
 */
export function selectRows(
  file: LabelledFile,
  manifest: ModelManifest,
  isTrainedOn: ((tweet: TweetIdentity) => boolean) | null,
): Selection {
  const answerable = file.rows.filter(({ label }) => manifest.labels.includes(label))
  const isOwnFile = manifest.provenance.data.some(({ sha256 }) => sha256 === file.sha256)
  const choice = isOwnFile
    ? ofTrainingFile(file.rows, answerable, manifest)
    : ofOtherFile(file, answerable, isTrainedOn)
  if (choice.rows.length === 0) {
    throw new UsageError(
      `${file.name} has no row left to measure on, of ${file.rows.length} with a label: the model gives ${manifest.labels.join(', ')}. ${choice.notices.join(' ')}`.trim(),
    )
  }
  const excludedRows = file.rows.length - answerable.length
  return { ...choice, excludedRows, notices: [...labelNotices(file, manifest, excludedRows), ...choice.notices] }
}

/** The held-out part where the manifest says which it is; otherwise everything was seen in training. */
function ofTrainingFile(
  rows: readonly LabelledRow[],
  answerable: readonly LabelledRow[],
  manifest: ModelManifest,
): Choice {
  const divided = heldOutRows(rows, manifest)
  if (divided === null) {
    return {
      rows: answerable,
      split: 'EXTERNAL',
      isLeaky: true,
      leakReason: 'This is the very file that the model was trained on.',
      trainedOnRows: answerable.length,
      notices: [],
    }
  }
  const trainingIds = new Set(divided.training.map(({ id }) => id))
  const trainedOnRows = divided.test.filter(({ id }) => id !== null && trainingIds.has(id)).length
  return {
    rows: divided.test,
    split: 'RANDOM_LEAKY',
    isLeaky: true,
    leakReason: `${percent(trainedOnRows, divided.test.length)} of the test rows have a paraphrase of the same tweet in training: the file was divided by row and not by tweet.`,
    trainedOnRows,
    notices: [
      `Measured on the ${rowCount(divided.test.length)} that training held out. ${manifest.provenance.split?.description}`,
    ],
  }
}

function ofOtherFile(
  file: LabelledFile,
  answerable: readonly LabelledRow[],
  isTrainedOn: ((tweet: TweetIdentity) => boolean) | null,
): Choice {
  const rows = answerable.filter(({ text }) => text.trim() !== '')
  const known = isTrainedOn === null ? [] : rows.filter(isTrainedOn)
  const isLeaky = known.length > 0 && known.length >= LEAKY_SHARE * rows.length
  const notices = [
    ...(rows.length < answerable.length ? [`${rowCount(answerable.length - rows.length)} left out: empty text.`] : []),
    ...(isTrainedOn === null
      ? ['The model keeps no record of its training tweets, so that a leak cannot be seen.']
      : []),
    ...(known.length > 0 && !isLeaky
      ? [`${rowCount(known.length)} left out: the model was trained on the same tweet.`]
      : []),
  ]
  const seen = new Set(known)
  return {
    rows: isLeaky ? rows : rows.filter(row => !seen.has(row)),
    split: file.sha256 === KAGGLE_VALIDATION_SHA256 ? 'KAGGLE_VALIDATION' : 'EXTERNAL',
    isLeaky,
    leakReason: isLeaky
      ? `The model was trained on the tweets of ${percent(known.length, rows.length)} of the rows (same id and entity, or same text): this tests memory.`
      : null,
    trainedOnRows: known.length,
    notices,
  }
}

function labelNotices(file: LabelledFile, { labels }: ModelManifest, excludedRows: number): string[] {
  const unanswerable = [...new Set(file.rows.map(({ label }) => label))].filter(label => !labels.includes(label))
  return [
    ...(excludedRows > 0
      ? [`${rowCount(excludedRows)} left out: ${unanswerable.join(', ')}, which the model cannot answer.`]
      : []),
    ...(file.unusableRows > 0 ? [`${rowCount(file.unusableRows)} left out: unreadable or without a label.`] : []),
  ]
}

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`

const rowCount = (rows: number) => `${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}`
