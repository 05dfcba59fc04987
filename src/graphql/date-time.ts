import { INSTANT_EXAMPLE, parseInstant } from '../time/parse-instant.ts'
import { builder } from './builder.ts'

/** An answer about many entities says the same times over and over, and writing one takes V8 longer than looking it up. */
const MAX_REMEMBERED = 10_000
const written = new Map<number, string>()

function write(instant: Date): string {
  const time = instant.getTime()
  const known = written.get(time)
  if (known !== undefined) return known
  const text = instant.toISOString()
  if (written.size >= MAX_REMEMBERED) written.clear()
  written.set(time, text)
  return text
}

builder.scalarType('DateTime', {
  description: `An instant in ISO 8601. On input an offset is required, as in ${INSTANT_EXAMPLE}: a time without one would be a guess. Answers are in UTC, to the millisecond.`,
  serialize: instant => write(instant as Date),
  parseValue: value => {
    const instant = typeof value === 'string' ? parseInstant(value) : null
    if (instant !== null) return instant
    // Not a GraphQLError: graphql-js passes those on as they are, without saying where the value stands.
    throw new TypeError(`DateTime must be ISO 8601 with an offset, such as ${INSTANT_EXAMPLE}.`)
  },
})
