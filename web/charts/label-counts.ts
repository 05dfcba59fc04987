import { formatCount, formatShare } from '../numbers/format-number.ts'
import { LABELS, type Label, LOOKS } from './labels.ts'

export interface LabelCounts {
  readonly positive: number
  readonly neutral: number
  readonly negative: number
  readonly irrelevant: number
  readonly total: number
}

export interface Segment {
  readonly label: Label
  readonly count: number
  /** Of all four; 0 where there is nothing to share. */
  readonly share: number
  /** Where it begins when they stand one after the other, from 0 to 1. */
  readonly start: number
}

/** The labels one after the other, each with its share; the shares add up to 1 unless there is nothing. */
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

/** Such as: Positive 120 (24 %), Neutral 200 (40 %), Negative 180 (36 %). Labels that do not occur are left out. */
export const describeCounts = (counts: LabelCounts): string =>
  counts.total === 0
    ? 'no tweets'
    : stackLabels(counts)
        .filter(({ count }) => count > 0)
        .map(({ label, count, share }) => `${LOOKS[label].name} ${formatCount(count)} (${formatShare(share)})`)
        .join(', ')
