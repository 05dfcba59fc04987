import { unwrapResolverError } from '@apollo/server/errors'
import { PothosValidationError } from '@pothos/core'
import { GraphQLError, type GraphQLFormattedError, Kind } from 'graphql'
import { OverloadedError } from '../ml/network/classifier.ts'
import { type Problem, type Result, underField } from '../problem/problem.ts'
import { isUnavailable, unavailableMessage } from '../storage/connection-failure.ts'
import { inputPath } from './input-path.ts'

/**
 * A field without a payload has no `userErrors`: there a problem is a top-level error with the same message and path. `prefix` is the path
 * of the argument in which the problem's own path begins.
 */
export function valueOrError<T>(result: Result<T>, ...prefix: readonly string[]): T {
  if (result.ok) return result.value
  throw errorOf(underField(result.problem, ...prefix))
}

const errorOf = ({ code, message, field }: Problem) =>
  new GraphQLError(message, {
    extensions: {
      code: code === 'OVERLOADED' || code === 'UNAVAILABLE' ? code : 'BAD_USER_INPUT',
      ...(field === null ? {} : { field }),
    },
  })

/**
 * Decides what a client sees of an error; the only place that masks unexpected errors. Shown are errors with a code (ours and Apollo's) and
 * faulty arguments. Anything else is a bug: `report` gets all of it, and the client learns only that it happened.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  report: (error: unknown) => void,
): GraphQLFormattedError {
  const cause = unwrapResolverError(error)
  if (cause instanceof OverloadedError)
    return { ...formatted, message: cause.message, extensions: { code: 'OVERLOADED' } }
  if (isUnavailable(cause)) {
    report(cause)
    return {
      ...formatted,
      message: unavailableMessage(cause),
      extensions: { code: 'UNAVAILABLE' },
    }
  }
  const code = codeOf(cause)
  if (code === null) {
    report(cause)
    return {
      ...formatted,
      message: 'Internal error: the request is not at fault. The error was logged.',
      extensions: INTERNAL,
    }
  }
  const field = inputPath(error)
  return { ...formatted, extensions: { ...(field === null ? {} : { field }), ...formatted.extensions, code } }
}

const INTERNAL = Object.freeze({ code: 'INTERNAL_SERVER_ERROR' })

/** Null for what clients must not see. */
function codeOf(cause: unknown): string | null {
  if (cause instanceof PothosValidationError) return 'BAD_USER_INPUT'
  if (!(cause instanceof GraphQLError)) return null
  const { code } = cause.extensions
  if (typeof code === 'string') return code === INTERNAL.code ? null : code
  // graphql-js gives no code to arguments that are found wrong only while the operation runs. An error about a result points at its field
  // instead.
  const isAboutArgument = cause.nodes?.[0] !== undefined && cause.nodes[0].kind !== Kind.FIELD
  return isAboutArgument ? 'BAD_USER_INPUT' : null
}
