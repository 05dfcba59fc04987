import { GraphQLError, TokenKind } from 'graphql'

/**
 * Where in the input a value was refused, as far as graphql-js tells: in variables by the path in its message, in the document by the
 * name written before the value. Null where the error is about something else.
 */
export function inputPath(error: unknown): readonly string[] | null {
  if (!(error instanceof GraphQLError)) return null
  const variable = /^Variable "\$(\w+)" got invalid value /.exec(error.message)?.[1]
  if (variable !== undefined) {
    // The value itself may hold anything, so the last place that looks like a path is the one.
    const path = new RegExp(`.* at "${variable}\\.?([^"]*)"; `, 's').exec(error.message)?.[1] ?? ''
    return [variable, ...path.split(/[.[\]]+/).filter(part => part !== '')]
  }
  const colon = error.nodes?.[0]?.loc?.startToken.prev
  const name = colon?.kind === TokenKind.COLON ? colon.prev : null
  return name?.kind === TokenKind.NAME ? [name.value] : null
}
