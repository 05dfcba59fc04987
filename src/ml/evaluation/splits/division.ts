import type { LabelledRow } from '../labelled-file.ts'

/** Rows divided for a training and the test of what it made. No row stands in two parts. */
export interface Division {
  readonly training: readonly LabelledRow[]
  /** What choices are made on, such as the number of epochs; neither trained nor tested on. Empty where the split has none. */
  readonly development: readonly LabelledRow[]
  readonly test: readonly LabelledRow[]
}
