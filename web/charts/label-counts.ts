import { formatCount, formatShare } from '../numbers/format-number.ts'
import { LABELS, type Label, LOOKS } from './labels.ts'

export interface LabelCounts {
  readonly positive: number
  readonly neutral: number
  readonly negative: number
  readonly irrelevant: number
  readonly total: number
}

/** For counts that are missing in an answer; drawn as no data. */
export const NO_COUNTS: LabelCounts = { positive: 0, neutral: 0, negative: 0, irrelevant: 0, total: 0 }

export interface Segment {
  readonly label: Label
  readonly count: number
  /** Of all four labels; 0 without tweets. */
  readonly share: number
  /** Where it starts if the labels are placed one after the other, from 0 to 1. */
  readonly start: number
}

/** The labels one after the other, each with its share. The shares add up to 1 unless there are no tweets. */
export function stackLabels(counts: LabelCounts): Segment[] {
  let before = 0
  return LABELS.map(label => {
    const count = counts[LOOKS[label].key]
    const segment = {
      label,
      count,
      share: counts.total === 0 ? 0 : count / counts.total,
      start: counts.total === 0 ? 0 : before / counts.total,
    }
    before += count
    return segment
  })
}

/** Such as: Positive 120 (24 %), Neutral 200 (40 %), Negative 180 (36 %). Labels that do not occur are omitted. */
export const describeCounts = (counts: LabelCounts): string =>
  counts.total === 0
    ? 'no tweets'
    : stackLabels(counts)
        .filter(({ count }) => count > 0)
        .map(({ label, count, share }) => `${LOOKS[label].name} ${formatCount(count)} (${formatShare(share)})`)
        .join(', ')
