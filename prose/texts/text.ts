/** Prose to be checked, as Markdown whose lines are those of the place that it comes from. */
export interface Text {
  /** A path, or a command line. */
  readonly name: string
  /** Lines mean nothing to a reader; a fault quotes its text instead. */
  readonly isQuoted: boolean
  readonly markdown: string
}
