import { formatCount } from '../numbers/format-number.ts'

interface Evidence {
  readonly basis: 'MODEL' | 'LABELS_AND_MODEL' | 'LABELS'
  readonly sampleSize: number
  readonly labelledCount: number
  readonly drawnCount: number
}

/** What an estimate rests on, in one sentence, and what would make it more precise. */
export function describeBasis({ basis, sampleSize, labelledCount, drawnCount }: Evidence): string {
  if (sampleSize === 0) return 'No tweets in this time'
  if (basis === 'LABELS') return `From human labels of all ${formatCount(sampleSize)} tweets`
  const error = "with the model's error in the interval"
  if (basis === 'MODEL') return `From the model alone, ${error}. Labels of some tweets make it more precise.`
  const labels = `From ${formatCount(Math.max(labelledCount, drawnCount))} human labels and the model, ${error}.`
  return drawnCount === 0 ? `${labels} Labels that were drawn at random make it more precise.` : labels
}
