import type { GraphQLFormattedError } from 'graphql'
import { formatError } from '../graphql/errors.ts'

export interface ErrorFormatOptions {
  readonly isIntrospectionEnabled: boolean
  /** Is told of every error that clients only see masked. */
  readonly report: (error: unknown) => void
}

/** What clients are shown of an error, over whatever it is sent. */
export type ErrorFormat = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError

export const errorFormat =
  ({ isIntrospectionEnabled, report }: ErrorFormatOptions): ErrorFormat =>
  (formatted, error) => {
    const shown = formatError(formatted, error, report)
    return isIntrospectionEnabled ? shown : { ...shown, message: withoutSuggestion(shown.message) }
  }

/** Apollo takes suggestions from errors in the document; graphql-js makes them for variables as well. */
const withoutSuggestion = (message: string) => message.replace(/ Did you mean [^?]*\?/g, '')
