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

/** How urgent a request is, and until when its answer is wanted. */
export interface RequestOptions {
  /** Background work: yields to interactive requests. */
  readonly isBulk?: boolean
  /** Aborts when the client disconnects. Mentions that no thread has begun by then are not computed. */
  readonly signal?: AbortSignal | undefined
}

/** Scores mentions with one model version. */
export interface Classifier {
  readonly manifest: ModelManifest
  /** `name@` and 12 hex digits that change with whatever changes an answer: see `modelVersion`. */
  readonly version: string
  /** Same length and order as the input. Throws `OverloadedError` when the queue is full, `ClientGoneError` after the signal. */
  classify(mentions: readonly Mention[], options?: RequestOptions): Promise<readonly Scores[]>
  close(): Promise<void>
}

/** The bounded queue in front of a classifier is full: the caller may try again later. */
export class OverloadedError extends Error {
  constructor() {
    super('The classifier has more work queued than it can take; try again in a moment.')
    this.name = 'OverloadedError'
  }
}

/** The client disconnected before its answer was computed. It never sees this error. */
export class ClientGoneError extends Error {
  constructor() {
    super('The client disconnected.')
    this.name = 'ClientGoneError'
  }
}
