import type { Label, LabelProbabilities } from '../../labels.ts'
import type { ModelManifest } from './manifest.ts'

/** A text and the entity it is asked about; null asks for the sentiment of the whole message. */
export interface Mention {
  readonly text: string
  readonly entity: string | null
}

/** What a model says about one mention. */
export interface Scores {
  /** The most likely label; ties go to the label that stands first in the manifest. */
  readonly label: Label
  readonly probabilities: LabelProbabilities
  /** The probability of `label`. */
  readonly confidence: number
  /** `confidence` is below the manifest's `uncertainBelow`, or too few of the words are known to say anything. */
  readonly isUncertain: boolean
  /** More tokens than the model reads; the rest was cut as its preprocessing says. */
  readonly isTruncated: boolean
  /** Share of the text's words that the model does not know, 0 to 1; 1 where there is no word at all. */
  readonly unknownTokenShare: number
}

/** Who waits for an answer, and for how long it is worth giving one. */
export interface Asking {
  /** Nobody looks at a screen meanwhile: lets those pass who do. */
  readonly isBulk?: boolean
  /** Aborted when whoever asked has left: what no thread has begun by then is not computed. */
  readonly signal?: AbortSignal | undefined
}

/** Scores mentions with one model version. */
export interface Classifier {
  readonly manifest: ModelManifest
  /** `name@` and 12 hex digits that change with whatever changes an answer: see `modelVersion`. */
  readonly version: string
  /** Same length and order as the input. Throws `OverloadedError` when the queue is full, `AskerLeftError` after the signal. */
  classify(mentions: readonly Mention[], asking?: Asking): Promise<readonly Scores[]>
  close(): Promise<void>
}

/** The bounded queue in front of a classifier is full: the caller may try again later. */
export class OverloadedError extends Error {
  constructor() {
    super('The classifier has more work queued than it can take; try again in a moment.')
    this.name = 'OverloadedError'
  }
}

/** The one who asked left before the answer was computed, so that nobody hears of this. */
export class AskerLeftError extends Error {
  constructor() {
    super('Whoever asked has left.')
    this.name = 'AskerLeftError'
  }
}
