/** As the API returns it: without observations, the first three are null. */
export interface Estimate {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly sampleSize: number
}

/** An estimate whose interval includes the errors of the model. */
export interface SentimentEstimate extends Estimate {
  readonly basis: 'MODEL' | 'LABELS_AND_MODEL' | 'LABELS'
  readonly labelledCount: number
  readonly drawnCount: number
  /** From the labels of the model alone. */
  readonly sampling: Estimate
}

/** An estimate with evidence. */
export interface Known {
  readonly value: number
  readonly low: number
  readonly high: number
  readonly sampleSize: number
}

/** For figures that are missing in an answer. */
export const NO_ESTIMATE: Estimate = { value: null, low: null, high: null, sampleSize: 0 }

export const NO_SENTIMENT: SentimentEstimate = {
  ...NO_ESTIMATE,
  basis: 'MODEL',
  labelledCount: 0,
  drawnCount: 0,
  sampling: NO_ESTIMATE,
}

/** Null without evidence, so that nothing is drawn at 0 in its place. */
export function known({ value, low, high, sampleSize }: Estimate): Known | null {
  return value === null || low === null || high === null ? null : { value, low, high, sampleSize }
}
