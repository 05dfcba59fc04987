import type { Label } from '../../labels.ts'
import { chooseRandomLeaky, chooseUnknown } from '../evaluation/choose-rows.ts'
import type { LabelledFile } from '../evaluation/labelled-file.ts'
import type { Division } from '../evaluation/splits/division.ts'
import { groupedSplit } from '../evaluation/splits/grouped.ts'
import { publishedValidationSplit } from '../evaluation/splits/published-validation.ts'
import { encodeTrainedOn, trainedOnTest } from '../evaluation/trained-on.ts'
import { answerableOnly, type Selection } from './select-rows.ts'
import { randomLeakySplit } from './splits/random-leaky.ts'

/** The splits that a recipe can be trained for, as named on the command line. */
export const TRAINED_SPLITS = ['grouped', 'random', 'published-validation'] as const
export type TrainedSplit = (typeof TRAINED_SPLITS)[number]

/** Divides a training file. `validation` contains the rows of Kaggle's other file, for the split of that name. */
export function divide(split: TrainedSplit, file: LabelledFile, validation: LabelledFile | null): Division {
  if (split === 'grouped') return groupedSplit(file.rows)
  if (split === 'random') return randomLeakySplit(file.rows)
  return publishedValidationSplit(file.rows, validation?.rows ?? [])
}

/**
 * Selects the test rows for a model that was trained on a division's training part. `tested` is the file that contains
 * the test part.
 */
export function selectSplitRows(
  split: TrainedSplit,
  tested: LabelledFile,
  { training, development, test }: Division,
  labels: readonly Label[],
): Selection {
  const testFile = split === 'grouped' ? { ...tested, rows: test, unusableRows: 0 } : tested
  const selection = answerableOnly(testFile, labels, answerable => {
    if (split === 'random') return chooseRandomLeaky({ training, development, test })
    const isTrainedOn = trainedOnTest(encodeTrainedOn(training))
    return chooseUnknown(answerable, split === 'grouped' ? 'GROUPED' : 'PUBLISHED_VALIDATION', isTrainedOn)
  })
  return { ...selection, training }
}
