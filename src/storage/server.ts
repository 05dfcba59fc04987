/** A database server that we use, ours or another's. */
export interface Server {
  /** For the `pg` driver, session settings included. */
  readonly url: string
  /** What may be printed: no password. */
  readonly location: string
  /** After the last session was ended. */
  leave(): Promise<void>
}
