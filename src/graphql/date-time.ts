import { INSTANT_EXAMPLE, parseInstant } from '../time/parse-instant.ts'
import { builder } from './builder.ts'

/** A response about many entities repeats the same times, and formatting one takes V8 longer than looking it up. */
const MAX_MEMOIZED = 10_000
const written = new Map<number, string>()

function write(instant: Date): string {
  const time = instant.getTime()
  const known = written.get(time)
  if (known !== undefined) return known
  const text = instant.toISOString()
  if (written.size >= MAX_MEMOIZED) written.clear()
  written.set(time, text)
  return text
}

builder.scalarType('DateTime', {
  description: `An instant in ISO 8601. Input must have an offset from UTC, as in ${INSTANT_EXAMPLE}. Output is in UTC, to the millisecond.`,
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  serialize: instant => write(instant as Date),
  parseValue: value => {
    const instant = typeof value === 'string' ? parseInstant(value) : null
    if (instant !== null) return instant
    // Not a GraphQLError: graphql-js passes those on as they are, without the path of the value.
    throw new TypeError(`DateTime must be ISO 8601 with an offset, such as ${INSTANT_EXAMPLE}.`)
  },
})
