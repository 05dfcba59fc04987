import type { Label } from '../labels.ts'

/** A classification as far as term counts are concerned; kept as JSON in this order. `day` is a UTC day, `2026-01-31`. */
export type CountedMention = readonly [entityId: string, modelVersionId: string, label: Label, day: string]

/** What the indexer keeps of a tweet: enough to take its counts back when it is gone. */
export interface IndexedTweet {
  readonly tweetId: string
  readonly externalId: string | null
  /** Each once. */
  readonly terms: readonly string[]
  readonly mentions: readonly CountedMention[]
}
