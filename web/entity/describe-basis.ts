import { describeEvidence, type Evidence } from '../numbers/describe-evidence.ts'
import { formatCount } from '../numbers/format-number.ts'

/** What an estimate rests on, in one sentence, and what would make it more precise. */
export function describeBasis(evidence: Evidence & { readonly sampleSize: number }): string {
  const { basis, sampleSize, drawnCount } = evidence
  if (sampleSize === 0) return 'No tweets in this time'
  if (basis === 'LABELS') return `From human labels of all ${formatCount(sampleSize)} tweets`
  const from = `F${describeEvidence(evidence).slice(1)}, with the model's error in the interval.`
  if (basis === 'MODEL') return `${from} Labels of some tweets make it more precise.`
  return drawnCount === 0 ? `${from} Labels that were drawn at random make it more precise.` : from
}
