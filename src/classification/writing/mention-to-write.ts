import type { Scores } from '../../ml/network/classifier.ts'
import type { DistinctMention } from '../distinct-mentions.ts'
import type { StoredTweet } from '../read-stored.ts'

export interface MentionToWrite {
  readonly mention: DistinctMention
  /** The tweet as read before the model ran; null if it was not stored. */
  readonly tweet: StoredTweet | null
  /** Null if the classification is stored already, and only the imported label may be new. */
  readonly scores: Scores | null
  /** By the summary model; null if that is the active one or has classified the mention already. */
  readonly summaryScores: Scores | null
}

/** A mention whose tweet and entity are stored. */
export interface ResolvedMention extends MentionToWrite {
  readonly tweet: StoredTweet
  readonly entityId: string
  /** This transaction inserts the tweet, so no classification of it can exist yet. */
  readonly isNewTweet: boolean
}
