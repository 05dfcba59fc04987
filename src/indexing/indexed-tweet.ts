import type { Label } from '../labels.ts'

/**
 * The values of a classification that term counts need; stored as JSON in this order. `label` is null for a text that the model could not
 * read, which the search finds and no term counts. `day` is a UTC day such as `2026-01-31`.
 */
export type CountedMention = readonly [entityId: string, modelVersionId: string, label: Label | null, day: string]

/** A tweet as it was indexed: enough to subtract its counts when it is removed. */
export interface IndexedTweet {
  readonly tweetId: string
  readonly externalId: string | null
  /** Without repetitions. */
  readonly terms: readonly string[]
  readonly mentions: readonly CountedMention[]
}
