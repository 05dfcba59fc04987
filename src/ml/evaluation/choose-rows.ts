import type { LabelledFile, LabelledRow } from './labelled-file.ts'
import type { EvaluationReport } from './report.ts'
import type { Division } from './splits/division.ts'
import type { TweetIdentity } from './trained-on.ts'

/** The rows for an evaluation, with the facts about them that the report must state. */
export interface Choice extends Pick<EvaluationReport, 'split' | 'isLeaky' | 'leakReason' | 'trainedOnRowCount'> {
  readonly rows: readonly LabelledRow[]
  /** The training part of the split, for baselines; null if the file has none. */
  readonly training: readonly LabelledRow[] | null
  /** Complete sentences. */
  readonly notices: readonly string[]
}

/** Tells whether a model was trained on a tweet; null if it has no record of its training tweets. */
export type TrainedOn = ((tweet: TweetIdentity) => boolean) | null

/** From this share of known tweets on, a file is a test of memory. With fewer, the known rows are excluded. */
const LEAKY_SHARE = 0.01

/** Kaggle's `twitter_validation.csv`. */
const PUBLISHED_VALIDATION_SHA256 = 'a830fac967603dbacad892bea6dd1961dedebdf230329031b6159f910e826a82'

/** Keeps the rows that are new to the model. */
export function chooseUnknown(
  answerable: readonly LabelledRow[],
  split: EvaluationReport['split'],
  isTrainedOn: TrainedOn,
): Choice {
  const rows = answerable.filter(({ text }) => text.trim() !== '')
  const known = isTrainedOn === null ? [] : rows.filter(isTrainedOn)
  const isLeaky = known.length > 0 && known.length >= LEAKY_SHARE * rows.length
  const notices = [
    ...(rows.length < answerable.length ? [`${rowCount(answerable.length - rows.length)} excluded: empty text.`] : []),
    ...(isTrainedOn === null ? ['The model has no record of its training tweets, so a leak cannot be detected.'] : []),
    ...(known.length > 0 && !isLeaky
      ? [`${rowCount(known.length)} excluded: the model was trained on the same tweet.`]
      : []),
  ]
  const seen = new Set(known)
  return {
    rows: isLeaky ? rows : rows.filter(row => !seen.has(row)),
    training: null,
    split,
    isLeaky,
    leakReason: isLeaky
      ? `The model was trained on the tweets of ${percent(known.length, rows.length)} of the rows (same id and entity, or same text): this evaluation tests memory.`
      : null,
    trainedOnRowCount: known.length,
    notices,
  }
}

/**
 * The test part of a file that was divided by row. All of it is kept, because published figures were measured this way.
 */
export function chooseRandomLeaky({ training, test }: Division): Choice {
  const trainingIds = new Set(training.map(({ id }) => id))
  const trainedOnRowCount = test.filter(({ id }) => id !== null && trainingIds.has(id)).length
  return {
    rows: test,
    training,
    split: 'RANDOM_LEAKY',
    isLeaky: true,
    leakReason: `${percent(trainedOnRowCount, test.length)} of the test rows have a paraphrase of the same tweet in the training part: the file was divided by row and not by tweet.`,
    trainedOnRowCount,
    notices: [],
  }
}

export const splitOfFile = ({ sha256 }: Pick<LabelledFile, 'sha256'>): EvaluationReport['split'] =>
  sha256 === PUBLISHED_VALIDATION_SHA256 ? 'PUBLISHED_VALIDATION' : 'EXTERNAL'

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`

export const rowCount = (rows: number) => `${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}`
