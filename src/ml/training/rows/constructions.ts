import type { Sentiment } from './sentiment.ts'

/** A construction about several entities, with the sentiment towards each. */
export interface SeveralEntities {
  readonly sentiments: readonly Sentiment[]
  readonly text: string
}

/** A construction about one entity. */
export interface OneEntity {
  readonly sentiment: Sentiment
  readonly text: string
}

/** The lists of a language, parsed once. */
export interface Constructions {
  readonly listed: readonly SeveralEntities[]
  readonly grammar: readonly SeveralEntities[]
  readonly negation: readonly OneEntity[]
  readonly quotes: readonly OneEntity[]
  readonly groups: readonly string[]
  readonly aboutGroups: readonly string[]
  readonly ordinaryWords: readonly string[]
  readonly ordinaryUses: readonly string[]
  readonly words: ReadonlyMap<string, readonly string[]>
  readonly clauses: Readonly<Record<string, readonly string[]>>
  readonly openings: readonly string[]
  readonly endings: readonly string[]
  readonly things: readonly string[]
  readonly emojiFrames: readonly string[]
  readonly between: readonly string[]
}
