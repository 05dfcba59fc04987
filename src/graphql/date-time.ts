import { INSTANT_EXAMPLE, parseInstant } from '../time/parse-instant.ts'
import { builder } from './builder.ts'

builder.scalarType('DateTime', {
  description: `An instant in ISO 8601. On input an offset is required, as in ${INSTANT_EXAMPLE}: a time without one would be a guess. Answers are in UTC, to the millisecond.`,
  serialize: instant => (instant as Date).toISOString(),
  parseValue: value => {
    const instant = typeof value === 'string' ? parseInstant(value) : null
    if (instant !== null) return instant
    // Not a GraphQLError: graphql-js passes those on as they are, without saying where the value stands.
    throw new TypeError(`DateTime must be ISO 8601 with an offset, such as ${INSTANT_EXAMPLE}.`)
  },
})
