import { type Estimate, known } from './estimate.ts'
import { formatCount, formatShare } from './format-number.ts'

/** As the API measures it, for one entity. */
interface Reliability {
  readonly source: 'HUMAN_LABELS' | 'EVALUATION'
  readonly isOfEntity: boolean
  readonly accuracy: Estimate
}

export interface WrongLabels {
  readonly share: Estimate
  /** The tweets that were measured. */
  readonly of: string
}

/** The share of tweets that the model labels wrongly. Counts of labels contain these errors; intervals of net sentiment include them. Null if it was not measured. */
export function wrongLabels(reliability: Reliability | null): WrongLabels | null {
  const accuracy = reliability === null ? null : known(reliability.accuracy)
  if (reliability === null || accuracy === null) return null
  const { value, low, high, sampleSize } = accuracy
  return {
    share: { value: 1 - value, low: 1 - high, high: 1 - low, sampleSize },
    of: describeSource(reliability),
  }
}

function describeSource({ source, isOfEntity }: Reliability): string {
  if (source === 'HUMAN_LABELS') return 'its labelled tweets'
  return isOfEntity ? 'test tweets about it' : 'test tweets in general'
}

/** In a sentence. Empty if it was not measured. */
export function describeWrongLabels(reliability: Reliability | null): string {
  const wrong = wrongLabels(reliability)
  const share = wrong === null ? null : known(wrong.share)
  if (wrong === null || share === null) return ''
  const interval = `${formatShare(share.low)} to ${formatShare(share.high)}, n ${formatCount(share.sampleSize)}`
  return `The model labels ${formatShare(share.value)} of ${wrong.of} wrongly (${interval}).`
}
