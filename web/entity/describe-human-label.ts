import { type Label, LOOKS } from '../charts/labels.ts'

interface HumanLabel {
  readonly label: Label
  readonly basis: 'ADJUDICATED' | 'AGREED' | 'SINGLE'
  readonly annotator: string
  readonly origin: 'PAGE' | 'API' | 'IMPORT' | 'AGREEMENT'
  readonly annotatorCount: number
  readonly isDisputed: boolean
}

/** The annotator of imported rows. */
const FILE = 'file'

/** Whether a label is that of people: a file alone corrects nothing. */
export const isOfPeople = (human: HumanLabel | null): human is HumanLabel =>
  human !== null && (human.annotator !== FILE || human.annotatorCount > 1)

/** What people decided about the answer of a model, in a few words. */
export function describeHumanLabel(human: HumanLabel, predicted: Label): string {
  const { label, basis, annotator, annotatorCount, isDisputed } = human
  const people = basis === 'AGREED' ? `${annotatorCount} annotators` : annotator
  const verdict =
    label === predicted ? `Confirmed by ${people}` : `Corrected by ${people}: the model gave ${LOOKS[predicted].name}`
  return isDisputed ? `${verdict}; annotators disagree` : verdict
}
