import { formatCount, formatShare } from '../numbers/format-number.ts'
import { LABELS, type Label, LOOKS } from './labels.ts'

export interface LabelCounts {
  readonly positive: number
  readonly neutral: number
  readonly negative: number
  readonly irrelevant: number
  /** Also the tweets that the model could not read, which have no label. */
  readonly total: number
}

/** Tweets with a label. */
export const countLabels = (counts: LabelCounts): number =>
  LABELS.reduce((sum, label) => sum + counts[LOOKS[label].key], 0)

/** For counts that are missing in an answer; drawn as no data. */
export const NO_COUNTS: LabelCounts = { positive: 0, neutral: 0, negative: 0, irrelevant: 0, total: 0 }

export interface Segment {
  readonly label: Label
  readonly count: number
  /** Of the tweets with a label; 0 if none has one. */
  readonly share: number
  /** Where it starts if the labels are placed one after the other, from 0 to 1. */
  readonly start: number
}

/** The labels one after the other, each with its share. The shares add up to 1 unless no tweet has a label. */
export function stackLabels(counts: LabelCounts): Segment[] {
  const labelled = countLabels(counts)
  let before = 0
  return LABELS.map(label => {
    const count = counts[LOOKS[label].key]
    const segment = {
      label,
      count,
      share: labelled === 0 ? 0 : count / labelled,
      start: labelled === 0 ? 0 : before / labelled,
    }
    before += count
    return segment
  })
}

/** Such as: Positive 120 (24 %), Neutral 200 (40 %), Negative 180 (36 %). Labels that do not occur are omitted. */
export const describeCounts = (counts: LabelCounts): string =>
  countLabels(counts) === 0
    ? 'no tweets with a label'
    : stackLabels(counts)
        .filter(({ count }) => count > 0)
        .map(({ label, count, share }) => `${LOOKS[label].name} ${formatCount(count)} (${formatShare(share)})`)
        .join(', ')
