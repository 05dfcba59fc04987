/** How people write about a brand in some weeks of the story. */
export interface Phase {
  /** Days of the story, from 0; the last included. */
  readonly days: readonly [number, number]
  readonly tweetsPerDay: number
  /** Of 10 tweets: how many praise, how many complain; the others report. */
  readonly praise: number
  readonly complaints: number
  /** What people write only now; mixed with what they always write. */
  readonly news?: Partial<Record<Tone, readonly string[]>>
}

export type Tone = 'praise' | 'complaint' | 'report'

/** A made-up brand. Its texts have choices in braces: `{three|four} hours late`. */
export interface Brand {
  readonly name: string
  readonly texts: Readonly<Record<Tone, readonly string[]>>
  readonly phases: readonly Phase[]
}
