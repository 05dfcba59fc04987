/** What made rows are written from in one language. Each list has a line or a word per entry. */
export interface RowLanguage {
  /** Lists of constructions about two or three entities, in the notation of `constructions/two-entities.ts`. */
  readonly twoEntities: readonly string[]
  /** A small grammar of them, whose slots are clauses. */
  readonly grammar: string
  /** Constructions about one entity. */
  readonly negation: readonly string[]
  /** Opinions that a text quotes; none if empty. */
  readonly quotes: string
  /** Words for groups of people, separated by `|`, and neutral sentences that name them; none if empty. */
  readonly identity: { readonly groups: string; readonly sentences: string }
  /** Ordinary words that are also names, and texts that use them; none if empty. */
  readonly ordinary: { readonly words: string; readonly uses: string }
  /** Words and phrases for the slots, separated by `|` or line ends. */
  readonly slots: Readonly<Record<string, string>>
  /** Lists of clauses about one entity. */
  readonly clauses: Readonly<Record<'PRAISE' | 'BLAME' | 'FACT', readonly string[]>>
  readonly openings: string
  readonly endings: string
  /** Subjects of rows that ask about the whole message, separated by `|`. */
  readonly things: string
  /** Texts with a name `{X}` and emoji `{E}`. */
  readonly emojiFrames: readonly string[]
  /** What may be written between two joined tweets. */
  readonly between: readonly string[]
}
