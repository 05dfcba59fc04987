import { INSTANT_EXAMPLE, parseInstant } from '../time/parse-instant.ts'
import { builder } from './builder.ts'

const MAX_MEMOIZED = 10_000

/** Bounded by forgetting everything when full: cheaper than keeping an order, and these values soon come again. */
function memoize<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return key => {
    const found = known.get(key)
    if (found !== undefined) return found
    const value = compute(key)
    if (known.size >= MAX_MEMOIZED) known.clear()
    known.set(key, value)
    return value
  }
}

/** A response about many entities repeats the same times, and formatting one takes V8 longer than looking it up. */
const write = memoize((time: number) => new Date(time).toISOString())

/** The variables of a request are read several times: to check them, to compute its cost, and to execute it. */
const read = memoize(parseInstant)

/** Longer than any written time, and short enough that memoized texts stay small. */
const MAX_LENGTH = 64

builder.scalarType('DateTime', {
  description: `An instant in ISO 8601. Input must have an offset from UTC, as in ${INSTANT_EXAMPLE}. Output is in UTC, to the millisecond.`,
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  serialize: instant => write((instant as Date).getTime()),
  parseValue: value => {
    const instant = typeof value === 'string' && value.length <= MAX_LENGTH ? read(value) : null
    if (instant !== null) return instant
    // Not a GraphQLError: graphql-js passes those on as they are, without the path of the value.
    throw new TypeError(`DateTime must be ISO 8601 with an offset, such as ${INSTANT_EXAMPLE}.`)
  },
})
