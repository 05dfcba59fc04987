import type { GraphQLFormattedError } from 'graphql'
import { formatError } from '../graphql/errors.ts'

export interface ErrorFormatOptions {
  readonly isIntrospectionEnabled: boolean
  /** Receives every error that clients see only masked. */
  readonly report: (error: unknown) => void
}

/** Formats an error for clients, for any transport. */
export type ErrorFormat = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError

export const errorFormat =
  ({ isIntrospectionEnabled, report }: ErrorFormatOptions): ErrorFormat =>
  (formatted, error) => {
    const shown = formatError(formatted, error, report)
    const message = isIntrospectionEnabled ? shown.message : withoutSuggestions(shown.message)
    return { ...shown, message: shortened(message) }
  }

const SUGGESTION = ' Did you mean '

/** Apollo removes suggestions from errors about the document; graphql-js also makes them for variables. Linear in the length of the message. */
function withoutSuggestions(message: string): string {
  let rest = ''
  let done = 0
  for (;;) {
    const start = message.indexOf(SUGGESTION, done)
    if (start < 0) return rest + message.slice(done)
    rest += message.slice(done, start)
    const end = message.indexOf('?', start)
    if (end < 0) return rest
    done = end + 1
  }
}

const MAX_HEAD = 600
const MAX_TAIL = 300

/** graphql-js quotes an invalid value in full. The start of the message says what is wrong, and its end what was expected. */
const shortened = (message: string): string =>
  message.length <= MAX_HEAD + MAX_TAIL ? message : `${message.slice(0, MAX_HEAD)} … ${message.slice(-MAX_TAIL)}`
