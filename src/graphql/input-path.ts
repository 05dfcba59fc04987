import { GraphQLError, TokenKind } from 'graphql'

/** A path of real input is far shorter; one of hostile input must not become the answer. */
const MAX_PARTS = 20
const MAX_PATH_LENGTH = 1000
/** The value may quote what looks like a path, so a few places are tried, from the end. */
const MAX_TRIES = 10

/**
 * Where in the input a value was refused, as far as graphql-js tells: in variables by the path in its message, in the document by the
 * name written before the value. Null where the error is about something else.
 */
export function inputPath(error: unknown): readonly string[] | null {
  if (!(error instanceof GraphQLError)) return null
  const variable = /^Variable "\$(\w+)" got invalid value /.exec(error.message)?.[1]
  if (variable !== undefined) {
    const path = pathIn(error.message, variable)
    return [
      variable,
      ...path
        .split(/[.[\]]+/)
        .filter(part => part !== '')
        .slice(0, MAX_PARTS),
    ]
  }
  const colon = error.nodes?.[0]?.loc?.startToken.prev
  const name = colon?.kind === TokenKind.COLON ? colon.prev : null
  return name?.kind === TokenKind.NAME ? [name.value] : null
}

/**
 * The path below the variable, in a message such as `Variable "$i" got invalid value 5 at "i[1].text"; ...`; empty for the variable itself.
 * The message quotes the value, which can be megabytes long: searched from its end, and never more than a fixed number of times.
 */
function pathIn(message: string, variable: string): string {
  const beginning = ` at "${variable}`
  let at = message.lastIndexOf(beginning)
  for (let tries = 0; at >= 0 && tries < MAX_TRIES; tries++) {
    const start = at + beginning.length
    const path = /^\.?([^"]*)"; /.exec(message.slice(start, start + MAX_PATH_LENGTH))?.[1]
    if (path !== undefined) return path
    at = message.lastIndexOf(beginning, at - 1)
  }
  return ''
}
