import { GraphQLError, TokenKind } from 'graphql'

/** Paths of real input are far shorter; a path of hostile input must not fill the response. */
const MAX_PARTS = 20
const MAX_PATH_LENGTH = 1000
/** The quoted value may contain text like a path, so that a few matches are tried, from the end. */
const MAX_TRIES = 10

/**
 * The path of a refused input value, as far as graphql-js reports it: for variables, the path in its message; in the document, the name before
 * the value. Null if the error is not about an input value.
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
 * The message quotes the value, which can be megabytes long: the search starts at its end and is bounded.
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
