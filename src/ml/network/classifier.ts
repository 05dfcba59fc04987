import type { Label, LabelProbabilities, UnreadReason } from '../../labels.ts'
import type { ModelManifest } from './manifest.ts'

/** A text and an entity. Without an entity, the sentiment of the whole message is scored. */
export interface Mention {
  readonly text: string
  readonly entity: string | null
  /** Other names of the entity, by which a text may call it. None if absent. */
  readonly aliases?: readonly string[] | undefined
  /** The text's language, if it is known: it is not identified then. */
  readonly language?: string | null | undefined
}

/** A model's result for one mention. */
export interface Scores {
  /** The most likely label; the first one in the manifest wins a tie. */
  readonly label: Label
  readonly probabilities: LabelProbabilities
  /** The probability of `label`. */
  readonly confidence: number
  /**
   * `confidence` is below the manifest's `uncertainBelow`, too few of the words are known, or the text does not name the
   * entity. The last reason holds for models that find names as they are written.
   */
  readonly isUncertain: boolean
  /** The text has more tokens than the model reads and was cut. */
  readonly isTruncated: boolean
  /** Share of the text's words that the model does not know, 0 to 1; 1 for a text without words. */
  readonly unknownTokenShare: number
  /** ISO 639 code of the text's language; null if it is unsure, or if the model does not ask. */
  readonly language: string | null
  /** Why the label is no opinion: the model could not read the text. Null if it did. Such an answer is uncertain. */
  readonly unreadReason: UnreadReason | null
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
  /** `name@` and 12 hex digits. Any change that can alter a result changes the version: see `modelVersion`. */
  readonly version: string
  /** Same length and order as the input. Throws `OverloadedError` when the queue is full, `ClientGoneError` after the signal. */
  classify(mentions: readonly Mention[], options?: RequestOptions): Promise<readonly Scores[]>
  close(): Promise<void>
}

/** The bounded queue of a classifier is full; the caller may retry later. */
export class OverloadedError extends Error {
  constructor() {
    super('Too many requests are waiting for the model; try again in a moment.')
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
