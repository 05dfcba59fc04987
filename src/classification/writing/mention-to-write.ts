import type { Scores } from '../../ml/network/classifier.ts'
import type { DistinctMention } from '../distinct-mentions.ts'
import type { PlacedTweet } from '../read-stored.ts'

export interface MentionToWrite {
  readonly mention: DistinctMention
  /** Where the tweet was found before the model ran; null where it was not. */
  readonly tweet: PlacedTweet | null
  /** Null where the classification is stored already, and only the imported label may be new. */
  readonly scores: Scores | null
  /** Of the version that summaries show, where that is another one and had not classified this yet. */
  readonly shownScores: Scores | null
}

/** A mention whose tweet and entity have their rows. */
export interface PlacedMention extends MentionToWrite {
  readonly tweet: PlacedTweet
  readonly entityId: string
  /** Written here and now: nothing can have been said about it before. */
  readonly isNewTweet: boolean
}
