import type { GraphQLFormattedError } from 'graphql'
import { formatError } from '../graphql/errors.ts'

export interface ErrorFormatOptions {
  readonly isIntrospectionEnabled: boolean
  /** Called with every error that is masked for clients. */
  readonly report: (error: unknown) => void
}

/** Formats an error for clients, over HTTP and WebSocket. */
export type ErrorFormat = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError

export const errorFormat =
  ({ isIntrospectionEnabled, report }: ErrorFormatOptions): ErrorFormat =>
  (formatted, error) => {
    const masked = formatError(formatted, error, report)
    const message = isIntrospectionEnabled ? masked.message : withoutSuggestions(masked.message)
    return { ...masked, message: shortened(message) }
  }

const SUGGESTION = ' Did you mean '

/** Apollo removes suggestions only from errors about the document; graphql-js also adds them for variables. Takes linear time. */
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

/** graphql-js quotes a faulty value in full. The beginning of the message states the fault, and the end the expected type. */
const shortened = (message: string): string =>
  message.length <= MAX_HEAD + MAX_TAIL ? message : `${message.slice(0, MAX_HEAD)} … ${message.slice(-MAX_TAIL)}`
