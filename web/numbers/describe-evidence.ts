import { formatCount } from './format-number.ts'

/** What an estimate rests on. */
export interface Evidence {
  readonly basis: 'MODEL' | 'LABELS_AND_MODEL' | 'LABELS'
  readonly labelledCount: number
  readonly drawnCount: number
}

/** Such as "from 50 human labels and the model". */
export function describeEvidence({ basis, labelledCount, drawnCount }: Evidence): string {
  if (basis === 'LABELS') return 'from human labels of all tweets'
  if (basis === 'MODEL') return 'from the model alone'
  return `from ${formatCount(Math.max(labelledCount, drawnCount))} human labels and the model`
}
