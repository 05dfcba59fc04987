import { GraphQLError, type GraphQLFormattedError } from 'graphql'

/** An error that is formatted for clients already, in the type that libraries require. As JSON it is what clients see. */
export class FormattedError extends GraphQLError {
  readonly formatted: GraphQLFormattedError

  constructor(formatted: GraphQLFormattedError) {
    super(formatted.message)
    this.formatted = formatted
  }

  override toJSON(): GraphQLFormattedError {
    return this.formatted
  }
}
