/* Changes by other processes during a batch that make it necessary to repeat the batch. */

/** The entity was merged into another, stored under another spelling, or got or lost an alias since its names were read. */
export class RenamedEntityError extends Error {
  constructor() {
    super('An entity was renamed while the model scored it.')
    this.name = 'RenamedEntityError'
  }
}

/** The claim on a mention was read, but has been removed since: its import was undone, or a call requested the mention. */
export class LostClaimError extends Error {
  constructor() {
    super('The claim of an import on a mention was removed while the mention was classified.')
    this.name = 'LostClaimError'
  }
}
