import type { Label } from '../labels.ts'
import type { Asking, Mention, Scores } from '../ml/network/classifier.ts'
import type { Result } from '../problem/problem.ts'

/** What tells a tweet from another. Without any of it, each call is a new tweet. */
export type TweetSource =
  | { readonly kind: 'external'; readonly externalId: string }
  /** A row of a file that carries no id of its own. */
  | { readonly kind: 'file'; readonly fileSha256: string; readonly row: number }
  | { readonly kind: 'none' }

/** The row of an import that brings a mention, so that what the import stores can be taken back. */
export interface ImportOrigin {
  readonly importId: string
  /** From 1. */
  readonly row: number
}

/** One mention to classify and keep. */
export interface ClassificationRequest extends Mention {
  readonly source: TweetSource
  readonly postedAt: Date | null
  readonly author: string | null
  /** The label that came with imported data; kept beside the model's. */
  readonly importedLabel: Label | null
  /** Left out by whoever asks for a tweet of their own: from then on it stays, whichever import brought it. */
  readonly origin?: ImportOrigin
}

export interface StoredClassification {
  readonly id: string
  /** The other half of the classification's key; the all-zero id where no entity was given. */
  readonly entityId: string
  readonly scores: Pick<Scores, 'label' | 'probabilities' | 'confidence' | 'isUncertain'>
  /** False where the same tweet, entity and model was stored before, by anything but this row of this import. */
  readonly isNew: boolean
  /** What else was just written; left out where the row was there before. */
  readonly written?: WrittenClassification
}

/** Enough to answer for a new classification without reading it back. */
export interface WrittenClassification {
  readonly modelVersionId: string
  /** As it is stored; empty where no entity was given. */
  readonly entityName: string
  readonly unknownTokenShare: number
  readonly isTruncated: boolean
  readonly createdAt: Date
}

/** The one service that GraphQL, REST, the command line and imports call. */
export interface ClassificationService {
  /**
   * Scores without storing, by the active model unless a version is named. Same length and order as the input; each mention fails on its
   * own, and all with `UNAVAILABLE` where the model cannot be loaded.
   */
  predict(mentions: readonly Mention[], version?: string | null, asking?: Asking): Promise<readonly Result<Scores>[]>
  /**
   * Stores before it answers: a returned classification survives `kill -9`. Same length and order; each request fails on its own. What
   * is asked one by one at the same time is stored together.
   */
  classify(
    requests: readonly ClassificationRequest[],
    asking?: Asking,
  ): Promise<readonly Result<StoredClassification>[]>
}
