/** What every engine is asked, in one run the same ones. */
export interface Tweet {
  readonly text: string
  readonly entity: string
}
