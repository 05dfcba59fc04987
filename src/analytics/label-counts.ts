/** Number of classifications with each label. The four labels sum to `total`; uncertain ones count under their label and in `uncertain`. */
export interface LabelCounts {
  readonly positive: number
  readonly neutral: number
  readonly negative: number
  readonly irrelevant: number
  readonly uncertain: number
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
  undated: 0,
  total: 0,
})
