/** While the model was asked, its entity was merged into another, or stored by somebody else in another spelling: ask again. */
export class RenamedEntityError extends Error {
  constructor() {
    super('An entity got another name while the model was asked about it.')
    this.name = 'RenamedEntityError'
  }
}
