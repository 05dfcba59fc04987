import { expect, test } from 'vitest'
import { describeHumanLabel, isOfPeople } from '../../web/entity/describe-human-label.ts'

const SINGLE = {
  label: 'NEGATIVE',
  basis: 'SINGLE',
  annotator: 'ann',
  origin: 'PAGE',
  annotatorCount: 1,
  isDisputed: false,
} as const

test.each([
  [SINGLE, 'POSITIVE', 'Corrected by ann: the model gave Positive'],
  [SINGLE, 'NEGATIVE', 'Confirmed by ann'],
  [{ ...SINGLE, basis: 'AGREED', annotatorCount: 2 }, 'NEGATIVE', 'Confirmed by 2 annotators'],
  [
    { ...SINGLE, annotatorCount: 2, isDisputed: true },
    'NEUTRAL',
    'Corrected by ann: the model gave Neutral; annotators disagree',
  ],
] as const)('the human label %o of a tweet that the model called %s', (human, predicted, words) => {
  expect(describeHumanLabel(human, predicted)).toBe(words)
})

test('a label that only a file gave corrects nothing', () => {
  expect(
    [null, { ...SINGLE, annotator: 'file' }, { ...SINGLE, annotator: 'file', annotatorCount: 2 }, SINGLE].map(
      isOfPeople,
    ),
  ).toEqual([false, false, true, true])
})
