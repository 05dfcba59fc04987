import type { Label, UnreadReason } from '../labels.ts'
import type { Mention, Scores } from '../ml/network/classifier.ts'

/** How a tweet is identified. With `none`, each call stores a new tweet. */
export type TweetSource =
  | { readonly kind: 'external'; readonly externalId: string }
  | RowSource
  | ExportedSource
  | { readonly kind: 'none' }

/** A row of a file without an id: its values identify it, wherever it is in whichever file. */
export interface RowSource {
  readonly kind: 'row'
  readonly author: string | null
  readonly postedAt: Date | null
  /** The number of this row among the rows of the file with the same values, from 1. */
  readonly occurrence: number
}

/** A row of an export. It names the tweet, so that importing the row where the tweet is stored adds nothing. */
export interface ExportedSource {
  readonly kind: 'exported'
  /** See `tweetKey`; null if the file has none, as exports of earlier releases. */
  readonly tweetKey: string | null
  /** Names the tweet only in the database that exported it. */
  readonly classificationId: string | null
  readonly externalId: string | null
  /** When the tweet counted; used for a new tweet without a time of its own. */
  readonly countedAt: Date | null
}

/** The row of an import that brought a mention, so that undoing the import can remove it. */
export interface ImportOrigin {
  readonly importId: string
  /** From 1. */
  readonly row: number
  /** The draw that the file's labels are; absent if it is unknown how their rows were chosen. */
  readonly labelDraw?: LabelDraw
}

/** How the labelled rows of a file were drawn. */
interface LabelDraw {
  readonly id: string
  /** 1 if every row is labelled; null for a random sample, all of whose rows had the same probability. */
  readonly inclusionProbability: number | null
}

/** One mention to classify and store. */
export interface ClassificationRequest extends Mention {
  readonly source: TweetSource
  readonly postedAt: Date | null
  readonly author: string | null
  /** The label in the imported row; stored beside the model's label. */
  readonly importedLabel: Label | null
  /** Absent for a call: a mention that a call has requested stays, even if the import that brought it is undone. */
  readonly origin?: ImportOrigin
}

export interface StoredClassification {
  readonly id: string
  /** The other part of the classification's key; the all-zero id without an entity. */
  readonly entityId: string
  readonly scores: Pick<Scores, 'label' | 'probabilities' | 'confidence' | 'isUncertain'>
  /** False if the classification existed before, except if this row of this import stored it. */
  readonly isNew: boolean
  /** The classification existed before, and this call stored its first imported label. */
  readonly isRelabelled?: boolean
  /** The other columns of a new row; absent if the row existed before. */
  readonly written?: WrittenClassification
}

/** The values that are needed to return a new classification without reading its row. */
export interface WrittenClassification {
  readonly tweetId: string
  readonly modelVersionId: string
  /** The stored name; empty without an entity. */
  readonly entityName: string
  readonly unknownTokenShare: number
  readonly isTruncated: boolean
  readonly unreadReason: UnreadReason | null
  readonly countedAt: Date
  readonly isUndated: boolean
  readonly createdAt: Date
}
