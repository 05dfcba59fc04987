/** The permissions of a key. Each is separate; only `ADMIN` includes the others. */
export const SCOPES = ['READ', 'CLASSIFY', 'REVIEW', 'ADMIN'] as const

export type Scope = (typeof SCOPES)[number]

/** The operations that each scope allows. */
export const SCOPE_MEANINGS: Readonly<Record<Scope, string>> = {
  READ: 'Read everything that is stored: queries, subscriptions, downloads, rejected rows of imports and metrics.',
  CLASSIFY: 'Send texts: classify, predict, analyze, and import files. It does not read data of others.',
  REVIEW: 'Label mentions, withdraw labels, draw review queues and import labels. Use it together with READ.',
  ADMIN: 'Everything, also deletions, undone imports, merges, aliases, models and keys.',
}

/** What a request may do, by its key. */
export interface Grant {
  /** Null for a client without a key. */
  readonly keyId: string | null
  /** Of a token that another service has signed; null for other clients. */
  readonly subject: string | null
  readonly scopes: ReadonlySet<Scope>
  /** Calls `end` with the reason when the key ends. Returns the function that stops this. */
  onEnd(end: (reason: string) => void): () => void
}

export const allows = ({ scopes }: Pick<Grant, 'scopes'>, needed: Scope): boolean =>
  scopes.has(needed) || scopes.has('ADMIN')

const neverEnds = () => () => {}

/** For servers that need no key. */
export const FULL_GRANT: Grant = Object.freeze({
  keyId: null,
  subject: null,
  scopes: new Set(SCOPES),
  onEnd: neverEnds,
})

/** For requests without a key. */
export const NO_GRANT: Grant = Object.freeze({ keyId: null, subject: null, scopes: new Set<Scope>(), onEnd: neverEnds })
