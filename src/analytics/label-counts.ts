/**
 * Number of classifications with each label; uncertain ones count under their label and in `uncertain`. Those of unread texts are no
 * opinions and count under no label. The labels and they sum to `total`.
 */
export interface LabelCounts {
  readonly positive: number
  readonly neutral: number
  readonly negative: number
  readonly irrelevant: number
  readonly uncertain: number
  readonly uncertainPositive: number
  readonly uncertainNeutral: number
  readonly uncertainNegative: number
  readonly uncertainIrrelevant: number
  /** Texts without a readable word. */
  readonly unreadable: number
  readonly unsupportedLanguage: number
  /** Those among the total whose tweets have no time of their own and count at the time they were stored. */
  readonly undated: number
  readonly total: number
}

export const NO_COUNTS: LabelCounts = Object.freeze({
  positive: 0,
  neutral: 0,
  negative: 0,
  irrelevant: 0,
  uncertain: 0,
  uncertainPositive: 0,
  uncertainNeutral: 0,
  uncertainNegative: 0,
  uncertainIrrelevant: 0,
  unreadable: 0,
  unsupportedLanguage: 0,
  undated: 0,
  total: 0,
})
