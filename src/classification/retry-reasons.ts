/* What another process did while a batch was classified, so that the batch has to be repeated. */

/** The entity was merged into another, or stored under another spelling, while the model scored it. */
export class RenamedEntityError extends Error {
  constructor() {
    super('An entity got another name while the model scored it.')
    this.name = 'RenamedEntityError'
  }
}

/** The mention existed a moment ago: its import was undone, or a call has taken over the import's claim. */
export class LostClaimError extends Error {
  constructor() {
    super('An import was undone or its mention used meanwhile.')
    this.name = 'LostClaimError'
  }
}
