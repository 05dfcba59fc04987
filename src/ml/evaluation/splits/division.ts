import type { LabelledRow } from '../labelled-file.ts'

/** Rows divided into a training part and a test part. The parts are disjoint. */
export interface Division {
  readonly training: readonly LabelledRow[]
  /** Rows for choices such as the number of epochs; neither trained nor tested on. May be empty. */
  readonly development: readonly LabelledRow[]
  readonly test: readonly LabelledRow[]
}
