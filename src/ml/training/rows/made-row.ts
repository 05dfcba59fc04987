import type { Dice } from '../dice.ts'
import type { Constructions } from './constructions.ts'
import type { Sentiment } from './sentiment.ts'

/** A row that is written for training, about a made or real name. */
export interface MadeRow {
  readonly text: string
  /** Null asks about the whole text. */
  readonly entity: string | null
  readonly sentiment: Sentiment
}

/** What made rows are drawn from. */
export interface Material {
  readonly dice: Dice
  /** Of the language in which rows are written. */
  readonly constructions: Constructions
  /** Names of entities of the training rows. */
  readonly names: readonly string[]
  /** Words that dictionaries call positive or negative, for use after "is". */
  readonly adjectives: { readonly positive: readonly string[]; readonly negative: readonly string[] }
}
