import type { Label } from '../../labels.ts'
import type { Accuracies } from './accuracies.ts'
import type { SearchCheck } from './check-search.ts'
import type { Contradictions } from './contradictions.ts'

/** The result of an audit: the output of `pulso audit --format json`. */
export interface AuditReport {
  readonly files: readonly { readonly name: string; readonly sha256: string; readonly unusableRowCount: number }[]
  readonly split: string
  readonly trainingRowCount: number
  readonly testRowCount: number
  readonly unassignedRowCount: number
  readonly leaks: {
    /** Test rows with a leak of any kind. */
    readonly any: number
    readonly sameId: number
    readonly sameText: number
    readonly nearDuplicate: number
    readonly paraphrase: number
  }
  /** Leaking rows whose label equals that of their nearest training row. */
  readonly sameLabelCount: number
  /** Test rows whose text is also in training, but too short to identify a tweet; not counted as leaks. */
  readonly shortTextRowCount: number
  /** What the search by text finds of the rows that share an id; null if no row shares one. */
  readonly sharedIds: {
    readonly rowCount: number
    readonly similarRowCount: number
    readonly foundRowCount: number
    readonly areTweets: boolean
  } | null
  readonly majorityLabel: Label
  readonly accuracies: readonly Accuracies[]
  /** Test rows with a label that the predictor `--model` does not know; they are in none of its accuracies. */
  readonly unanswerableRowCount: number
  /** Test rows that the model was trained on, by its own record; null without `--model` or without a record. */
  readonly trainedOnRowCount: number | null
  readonly contradictions: Contradictions
  readonly method: {
    readonly shingleLength: number
    readonly bands: number
    readonly rowsPerBand: number
    readonly seed: number
    readonly nearDuplicate: number
    readonly paraphrase: number
    /** Probability that the search finds a pair whose similarity is exactly `paraphrase`. */
    readonly recallAtParaphrase: number
  }
  /** The search against exact comparisons; null unless requested. */
  readonly check: SearchCheck | null
  readonly pulsoVersion: string
  readonly command: string
  readonly auditedAt: string
}
