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
    const message = isIntrospectionEnabled ? shown.message : withoutSuggestions(shown.message)
    return { ...shown, message: shortened(message) }
  }

const SUGGESTION = ' Did you mean '

/** Apollo removes suggestions from errors about the document; graphql-js makes them for variables as well. Linear in the message. */
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

/** graphql-js quotes the faulty value in full, however long. The beginning says what is wrong, and the end what was expected. */
const shortened = (message: string): string =>
  message.length <= MAX_HEAD + MAX_TAIL ? message : `${message.slice(0, MAX_HEAD)} … ${message.slice(-MAX_TAIL)}`
