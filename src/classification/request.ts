import type { Label } from '../labels.ts'
import type { Mention, Scores } from '../ml/network/classifier.ts'

/** What identifies a tweet. Without a source, each call makes a new tweet. */
export type TweetSource =
  | { readonly kind: 'external'; readonly externalId: string }
  /** A row of a file without ids. */
  | { readonly kind: 'file'; readonly fileSha256: string; readonly row: number }
  | { readonly kind: 'none' }

/** The row of an import that brought a mention, so that undoing the import can remove it. */
export interface ImportOrigin {
  readonly importId: string
  /** From 1. */
  readonly row: number
}

/** One mention to classify and store. */
export interface ClassificationRequest extends Mention {
  readonly source: TweetSource
  readonly postedAt: Date | null
  readonly author: string | null
  /** The label that came with imported data; stored beside the model's. */
  readonly importedLabel: Label | null
  /** Absent for a call: a mention that a call has asked for stays, even if the import that brought it is undone. */
  readonly origin?: ImportOrigin
}

export interface StoredClassification {
  readonly id: string
  /** The other half of the classification's key; the all-zero id without an entity. */
  readonly entityId: string
  readonly scores: Pick<Scores, 'label' | 'probabilities' | 'confidence' | 'isUncertain'>
  /** False if the same tweet, entity and model was stored before, other than by this row of this import. */
  readonly isNew: boolean
  /** What else was just written; absent if the row existed before. */
  readonly written?: WrittenClassification
}

/** Enough to answer for a new classification without reading it back. */
export interface WrittenClassification {
  readonly modelVersionId: string
  /** As it is stored; empty without an entity. */
  readonly entityName: string
  readonly unknownTokenShare: number
  readonly isTruncated: boolean
  readonly createdAt: Date
}
