/** The one place where the labels are listed. Everything that keeps numbers per label uses this order. */
export const LABELS = ['POSITIVE', 'NEUTRAL', 'NEGATIVE', 'IRRELEVANT'] as const

/** Why a model's answer about a text is no opinion, and counts under no label. */
export const UNREAD_REASONS = ['UNREADABLE', 'UNSUPPORTED_LANGUAGE'] as const

export type UnreadReason = (typeof UNREAD_REASONS)[number]

export type Label = (typeof LABELS)[number]

/** Calibrated where the model's manifest says so; sums to 1. A label the model does not know is exactly 0. */
export interface LabelProbabilities {
  readonly positive: number
  readonly neutral: number
  readonly negative: number
  readonly irrelevant: number
}
