/** The input of every engine; all engines in a run get the same tweets. */
export interface Tweet {
  readonly text: string
  readonly entity: string
}
