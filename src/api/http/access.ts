/** Who may use the server. */
export interface Access {
  /** The address that the server listens on. */
  readonly host: string
  readonly allowedHosts: readonly string[]
  readonly corsOrigins: readonly string[]
}
